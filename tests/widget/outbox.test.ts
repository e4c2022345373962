import { expect, test } from 'bun:test'
import type { FromVisitor } from '#src/web/visitor/frames.ts'
import { makeOutbox } from '#src/widget/chat/outbox.ts'
import type { Store } from '#src/widget/link/store.ts'

function memory(): Store & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix))
  }
}

function open(store = memory()) {
  const bench = { store, open: true, now: 1_000, sent: [] as string[], later: [] as { work: () => void; at: number }[] }
  let made = 0
  const outbox = makeOutbox({
    store,
    prefix: () => 'out:',
    send(frame: FromVisitor) {
      if (bench.open && 'key' in frame) bench.sent.push(frame.key)
      return bench.open
    },
    newKey: () => `made-${++made}`,
    now: () => bench.now,
    later: (work, wait) => void bench.later.push({ work, at: bench.now + wait }),
    changed() {}
  })
  const pass = (ms: number) => {
    bench.now += ms
    for (const { work } of bench.later.splice(0).filter(({ at }) => at <= bench.now)) work()
  }
  return { ...bench, bench, outbox, pass, states: () => outbox.list().map(({ frame, state }) => `${frame.key} ${state}`) }
}

const say = (key: string) => ({ t: 'say' as const, key, text: key })

test('a message stays until it is acknowledged, and goes again on every new line', () => {
  const { outbox, bench, states } = open()
  outbox.add(say('a'))
  outbox.opened()
  outbox.opened()
  expect(bench.sent).toEqual(['a', 'a', 'a'])
  outbox.acknowledged('a')
  outbox.opened()
  expect(bench.sent).toHaveLength(3)
  expect(states()).toEqual(['a taken'])
})

test('an acknowledged message leaves when its entry has arrived', () => {
  const { outbox, states } = open()
  outbox.add(say('a'))
  outbox.add(say('b'))
  outbox.settle((key) => key === 'a')
  expect(states()).toEqual(['b sent'])
})

test('without a line it waits, and is sent in the order of writing', () => {
  const { outbox, bench, states } = open()
  bench.open = false
  for (const key of ['a', 'b', 'c']) outbox.add(say(key))
  expect([bench.sent, states()]).toEqual([[], ['a waiting', 'b waiting', 'c waiting']])
  bench.open = true
  outbox.opened()
  expect(bench.sent).toEqual(['a', 'b', 'c'])
})

test('a reloaded page finds what the one before could not send, and sends it under the same key', () => {
  const before = open()
  before.bench.open = false
  before.outbox.add(say('a'))
  const after = open(before.store)
  after.outbox.opened()
  expect(after.bench.sent).toEqual(['a'])
  after.outbox.acknowledged('a')
  expect(after.store.kept.size).toBe(0)
})

test('at most twenty are unacknowledged at a time', () => {
  const { outbox, bench } = open()
  for (let n = 1; n <= 25; n++) outbox.add(say(`k${n}`))
  expect(bench.sent).toHaveLength(20)
  outbox.acknowledged('k1')
  expect(bench.sent.at(-1)).toBe('k21')
})

test('too fast is not a no: the same message goes again after the wait that was asked for', () => {
  const { outbox, bench, pass, states } = open()
  outbox.add(say('a'))
  outbox.refused('a', 'rate', 3, 'too fast')
  expect(states()).toEqual(['a waiting'])
  pass(2_000)
  outbox.opened()
  expect(bench.sent).toEqual(['a'])
  pass(1_100)
  outbox.opened()
  expect(bench.sent).toEqual(['a', 'a'])
})

test('a wait of an hour is said, not sat out', () => {
  const { outbox, states } = open()
  outbox.add(say('a'))
  outbox.refused('a', 'rate', 3_600, 'later')
  expect(states()).toEqual(['a failed'])
})

test('a refused message is kept with its reason until it is sent again or deleted', () => {
  const { outbox, bench, states, store } = open()
  outbox.add(say('a'))
  outbox.refused('a', 'too_long', 0, 'too long')
  expect(outbox.list()[0]?.because).toBe('too long')
  expect(open(store).states()).toEqual(['a failed'])
  outbox.retry('a')
  expect(bench.sent).toEqual(['a', 'a'])
  outbox.drop('a')
  expect([states(), store.kept.size]).toEqual([[], 0])
})

test('a key that holds other content is exchanged, once', () => {
  const { outbox, bench, store } = open()
  outbox.add(say('a'))
  outbox.refused('a', 'cmid_reused', 0, '')
  expect([...store.kept.keys()]).toEqual(['out:made-1'])
  outbox.retry('made-1')
  expect(bench.sent).toEqual(['a', 'made-1'])
})

test('damaged storage is thrown away and not tripped over', () => {
  const store = memory()
  store.set('out:x', '{broken')
  expect(open(store).states()).toEqual([])
  expect(store.kept.size).toBe(0)
})
