import { expect, test } from 'bun:test'
import type { EntryView } from '#src/web/visitor/frames.ts'
import { arrange, type View } from '#src/widget/chat/arrange.ts'
import type { Parcel } from '#src/widget/chat/outbox.ts'

const minute = 60_000
const day = 24 * 60 * minute
const view: View = { marks: null, freshFrom: null, dayNumber: (at) => String(Math.floor(at / day)) }

const theirs = (seq: number, at: number, name = '陈屿'): EntryView => ({
  c: 'c',
  seq,
  at,
  kind: 'message',
  by: 'agent',
  agent: { name, picture: null },
  key: null,
  text: `t${seq}`,
  file: null
})
const mine = (seq: number, at: number): EntryView => ({
  c: 'c',
  seq,
  at,
  kind: 'message',
  by: 'visitor',
  agent: null,
  key: `k${seq}`,
  text: `m${seq}`,
  file: null
})
const parcel = (key: string, at: number, state: Parcel['state']): Parcel => ({ frame: { t: 'say', key, text: key }, at, file: null, state, because: '' })
const kinds = (items: ReturnType<typeof arrange>) => items.map(({ is }) => is)
const tails = (items: ReturnType<typeof arrange>) => items.flatMap((item) => ('tail' in item ? [item.tail] : []))
const marks = (items: ReturnType<typeof arrange>) => items.flatMap((item) => ('mark' in item ? [item.mark] : []))

test('each day has its line', () => {
  expect(kinds(arrange([mine(1, 0), mine(2, 1), mine(3, day)], [], view))).toEqual(['day', 'mine', 'mine', 'day', 'mine'])
})

test('every row has a key of its own, even when times go back and forth between days', () => {
  const keys = arrange([mine(1, 0), mine(2, day), mine(3, 1)], [], view).map(({ key }) => key)
  expect(new Set(keys).size).toBe(6)
})

test('messages of one person within three minutes are one group with one time', () => {
  expect(tails(arrange([theirs(1, 0), theirs(2, minute), theirs(3, 5 * minute)], [], view))).toEqual([false, true, true])
  expect(tails(arrange([theirs(1, 0, '阿华'), theirs(2, 1, '陈屿')], [], view))).toEqual([true, true])
})

test('an agent is named where somebody else spoke before, not after the line that says who came', () => {
  const came: EntryView = { c: 'c', seq: 1, at: 0, kind: 'accepted', agent: { name: '陈屿', picture: null } }
  const items = arrange([came, theirs(2, 1), theirs(3, 2, '阿华'), theirs(4, 3, '阿华')], [], view)
  expect(items.flatMap((item) => (item.is === 'theirs' ? [item.name] : []))).toEqual([null, '阿华', null])
})

test('what is read, delivered and sent is said once each, under the last one', () => {
  const entries = [mine(1, 0), mine(2, 1), mine(3, 2), mine(4, 3)]
  expect(marks(arrange(entries, [], { ...view, marks: { c: 'c', read: 2, delivered: 3 } }))).toEqual([null, 'read', 'delivered', 'sent'])
})

test('marks of an earlier conversation say nothing any more', () => {
  expect(marks(arrange([mine(1, 0)], [], { ...view, marks: { c: 'other', read: 9, delivered: 9 } }))).toEqual([null])
})

test('what is on its way stands last, and what failed is never hidden in a group', () => {
  const items = arrange([mine(1, 0)], [parcel('a', 1, 'failed'), parcel('b', 2, 'waiting'), parcel('c', 3, 'sent')], view)
  expect(kinds(items)).toEqual(['day', 'mine', 'parcel', 'parcel', 'parcel'])
  expect(marks(items)).toEqual([null, 'failed', 'waiting', 'waiting'])
  expect(tails(items)).toEqual([false, true, false, true])
})

test('a message keeps its place on the screen when it is acknowledged: same key before and after', () => {
  const before = arrange([], [parcel('k1', 0, 'sent')], view)
  const after = arrange([mine(1, 0)], [], view)
  expect(before.at(-1)?.key).toBe(after.at(-1)?.key ?? '')
})

test('the divider stands before the first new message', () => {
  expect(kinds(arrange([theirs(1, 0), theirs(2, 1)], [], { ...view, freshFrom: { c: 'c', seq: 2 } }))).toEqual(['day', 'theirs', 'fresh', 'theirs'])
})
