import { expect, test } from 'bun:test'
import type { EntryView } from '#src/web/visitor/frames.ts'
import { makeLog } from '#src/widget/chat/log.ts'

function entry(c: string, seq: number, text = `${c}${seq}`, key: string | null = null): EntryView {
  return { c, seq, at: seq, kind: 'message', by: key ? 'visitor' : 'agent', agent: null, key, text, file: null }
}
const shown = (log: ReturnType<typeof makeLog>) => log.all().map((one) => (one.kind === 'message' ? one.text : one.kind))

test('entries stand by conversation, then by number, whatever their times say', () => {
  const log = makeLog()
  log.after([
    { ...entry('a', 1), at: 900 },
    { ...entry('a', 2), at: 100 },
    { ...entry('b', 1), at: 1 }
  ])
  expect(shown(log)).toEqual(['a1', 'a2', 'b1'])
})

test('an entry with a known number replaces the older one', () => {
  const log = makeLog()
  log.after([entry('a', 1), entry('a', 2)])
  expect(log.after([entry('a', 1, 'edited')])).toBeNull()
  expect(shown(log)).toEqual(['edited', 'a2'])
})

test('a gap is not shown but asked for, from the last number that is held', () => {
  const log = makeLog()
  log.after([entry('a', 1)])
  expect(log.after([entry('a', 3)])).toEqual({ c: 'a', seq: 1 })
  expect(shown(log)).toEqual(['a1'])
  expect(log.after([entry('a', 2), entry('a', 3)])).toBeNull()
  expect(shown(log)).toEqual(['a1', 'a2', 'a3'])
})

test('a new conversation that begins in the middle is asked for from its beginning', () => {
  const log = makeLog()
  log.after([entry('a', 1)])
  expect(log.after([entry('b', 2)])).toEqual({ c: 'b', seq: 0 })
})

test('the first answer may begin anywhere', () => {
  const log = makeLog()
  expect(log.after([entry('a', 41), entry('a', 42), entry('b', 1)])).toBeNull()
  expect(log.last()).toEqual({ c: 'b', seq: 1 })
  expect(log.first()).toEqual({ c: 'a', seq: 41 })
})

test('older pages stand before everything, across conversations', () => {
  const log = makeLog()
  log.after([entry('b', 2)])
  log.before([entry('a', 1), entry('a', 2), entry('b', 1)])
  log.before([entry('a', 1)])
  expect(shown(log)).toEqual(['a1', 'a2', 'b1', 'b2'])
})

test('it knows the keys of what this visitor sent', () => {
  const log = makeLog()
  log.after([entry('a', 1, 'x', 'key-one')])
  expect([log.hasKey('key-one'), log.hasKey('key-two')]).toEqual([true, false])
  log.clear()
  expect(log.hasKey('key-one')).toBe(false)
})
