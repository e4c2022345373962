import { afterEach, beforeEach, expect, test } from 'bun:test'
import { Refusal } from '#src/platform/refusal.ts'
import { type Carrier, createOutboxWorker, createStorage, deadParcels, enqueue, forgetDone, type Parcel, sendAgain, Undeliverable } from '#src/storage/index.ts'
import { retryDelay } from '#src/storage/outbox.ts'
import { type Bench, openBench } from '#tests/support/core.ts'

const hour = 3_600_000
let bench: Bench
let carried: string[]
beforeEach(() => {
  bench = openBench()
  carried = []
})
afterEach(() => bench.close())

let keys = 0
const queue = (parcel: Partial<Parcel> = {}) =>
  bench.core.transact(() => enqueue(bench.core, { kind: 'mail', subject: 'a', targetId: null, payload: { to: 'x' }, key: `key ${keys++}`, ...parcel }))
const note: Carrier = async ({ subject, key }) => void carried.push(`${subject} ${key}`)
const worker = (carrier: Carrier = note, more = {}) => createOutboxWorker(bench.core, { mail: carrier }, { chance: () => 1, ...more })
const failing =
  (error: Error = new Error('no answer')): Carrier =>
  async (parcel) => {
    await note(parcel)
    throw error
  }
const rows = () =>
  bench.core.db
    .query<{ tries: number; due_at: number; done_at: number | null; error: string | null }, []>('select tries, due_at, done_at, error from outbox order by id')
    .all()

test('a parcel is carried once, with what was put into it', async () => {
  const seen: unknown[] = []
  await queue({ key: 'k', targetId: 5 })
  const mail = worker(async (parcel) => void seen.push(parcel))
  await mail.run()
  await mail.run()
  expect(seen).toEqual([expect.objectContaining({ kind: 'mail', subject: 'a', targetId: 5, payload: { to: 'x' }, key: 'k', tries: 0 })])
  expect(rows()).toEqual([{ tries: 1, due_at: bench.core.now(), done_at: bench.core.now(), error: null }])
})

test('a cause that is refused sends nothing, and one key is one parcel', async () => {
  const refused = bench.core.transact(() => {
    enqueue(bench.core, { kind: 'mail', subject: 'a', targetId: null, payload: 1, key: 'k' })
    throw new Refusal('busy', 'refusal.busy')
  })
  await expect(refused).rejects.toThrow()
  await queue({ key: 'k' })
  await queue({ key: 'k', subject: 'b' })
  await worker().run()
  expect(carried).toEqual(['a k'])
})

test('what could not be delivered comes again: after ten seconds, then twice as long each time, six hours at most', async () => {
  const begun = bench.core.now()
  await queue()
  const at: number[] = []
  const mail = worker(failing())
  for (let n = 0; n < 14; n++) {
    at.push(bench.core.now() - begun)
    await mail.run()
    bench.clock.now = rows()[0]?.due_at ?? 0
  }
  const waits = at.slice(1).map((time, n) => (time - (at[n] ?? 0)) / 1_000)
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240, 20_480, 21_600])
  expect([carried.length, rows()[0]?.error]).toEqual([14, 'no answer'])
})

test('no two parcels wait equally long', () => {
  expect([retryDelay(0, 0), retryDelay(0, 1), retryDelay(30, 0), retryDelay(30, 1)]).toEqual([5_000, 10_000, 3 * hour, 6 * hour])
})

test('after a day it is given up, told of once, and can be sent again by hand', async () => {
  const given: string[] = []
  await queue({ key: 'k' })
  const mail = worker(failing(), { givenUp: ({ key }: { key: string }, error: string) => given.push(`${key}: ${error}`) })
  while (rows()[0]?.done_at === null) {
    bench.clock.now = rows()[0]?.due_at ?? 0
    await mail.run()
  }
  const [dead] = deadParcels(bench.core, 10)
  expect(dead).toMatchObject({ kind: 'mail', subject: 'a', error: 'no answer' })
  expect((dead?.givenUpAt ?? 0) - (dead?.queuedAt ?? 0)).toBeGreaterThanOrEqual(24 * hour)
  expect((dead?.givenUpAt ?? 0) - (dead?.queuedAt ?? 0)).toBeLessThan(31 * hour)
  expect(given).toEqual(['k: no answer'])
  const before = carried.length
  await worker().run()
  expect(carried.length).toBe(before)
  await bench.core.transact(() => sendAgain(bench.core, dead?.id ?? 0))
  await worker().run()
  expect([carried.length, deadParcels(bench.core, 10)]).toEqual([before + 1, []])
})

test('sending again by hand touches only what was given up', async () => {
  await queue()
  await worker().run()
  await bench.core.transact(() => sendAgain(bench.core, 1))
  await worker().run()
  expect(carried.length).toBe(1)
})

test('what cannot be delivered ever is given up at once', async () => {
  await queue()
  await worker(failing(new Undeliverable('no such address'))).run()
  expect(deadParcels(bench.core, 10).map(({ tries, error }) => [tries, error])).toEqual([[1, 'no such address']])
})

test('a clock set forward by a day gives nothing up early, one set back holds nothing up', async () => {
  await queue()
  const mail = worker(failing())
  await mail.run()
  bench.clock.now += 25 * hour
  await mail.run()
  expect(rows()[0]).toMatchObject({ tries: 2, done_at: null })
  bench.clock.now -= 50 * hour
  await mail.run()
  expect(rows()[0]?.tries).toBe(3)
})

test('parcels of one subject go in order, those of others pass by', async () => {
  await queue({ subject: 'a', key: 'a1' })
  await queue({ subject: 'a', key: 'a2' })
  await queue({ subject: 'b', key: 'b1' })
  await queue({ subject: 'a', key: 'to another', targetId: 2 })
  const mail = worker(async (parcel) => {
    await note(parcel)
    if (parcel.key === 'a1' && parcel.tries === 0) throw new Error('not yet')
  })
  await mail.run()
  expect(carried.toSorted()).toEqual(['a a1', 'a to another', 'b b1'])
  bench.clock.now += 10_000
  await mail.run()
  expect(carried.slice(3)).toEqual(['a a1', 'a a2'])
})

test('at most four are in hand at once', async () => {
  for (let n = 0; n < 12; n++) await queue({ subject: `s${n}` })
  let inHand = 0
  let most = 0
  await worker(async () => {
    inHand += 1
    most = Math.max(most, inHand)
    await Bun.sleep(2)
    inHand -= 1
  }).run()
  expect([most, rows().filter(({ done_at }) => done_at !== null).length]).toEqual([4, 12])
})

test('one that is slow holds up none of the others', async () => {
  const slow = Promise.withResolvers<void>()
  const mail = worker(async (parcel) => {
    if (parcel.subject === 'slow') await slow.promise
    else await note(parcel)
  })
  await queue({ subject: 'slow' })
  for (let n = 0; n < 12; n++) await queue({ subject: `s${n}` })
  const running = mail.run()
  await Bun.sleep(50)
  expect(carried.length).toBe(12)
  slow.resolve()
  await running
})

test('a carrier that never comes back has not delivered', async () => {
  await queue()
  await worker(() => new Promise(() => {}), { patience: 10 }).run()
  expect(rows()[0]).toMatchObject({ tries: 1, done_at: null, error: 'the carrier did not come back in time' })
})

test('what was delivered when the process died goes out again, under the same key', async () => {
  await queue({ key: 'k' })
  const dying = { ...bench.core, transact: () => Promise.reject(new Error('killed')) }
  await createOutboxWorker(dying, { mail: note }).run()
  const { core } = createStorage(bench.core.db, { now: bench.core.now, log: bench.core.log })
  await createOutboxWorker(core, { mail: note }).run()
  await createOutboxWorker(core, { mail: note }).run()
  expect(carried).toEqual(['a k', 'a k'])
})

test('a parcel of a kind that nobody carries, or for later, waits', async () => {
  await queue({ kind: 'pigeon' })
  await queue({ dueAt: bench.core.now() + 1_000, key: 'later' })
  await worker().run()
  expect(carried).toEqual([])
  bench.clock.now += 1_000
  await worker().run()
  expect(carried).toEqual(['a later'])
})

test('a started worker finds parcels by itself; stopping waits for what is in hand', async () => {
  const begun = Promise.withResolvers<void>()
  const mail = worker(
    async () => {
      begun.resolve()
      await Bun.sleep(20)
    },
    { tick: 5 }
  )
  mail.start()
  await Bun.sleep(10)
  await queue()
  await begun.promise
  await queue({ subject: 'after' })
  await mail.stop()
  expect(rows().map(({ done_at }) => done_at !== null)).toEqual([true, false])
})

test('what was done long ago is forgotten, what waits is not', async () => {
  await queue()
  await worker().run()
  bench.clock.now += 1_000
  await queue()
  expect(await bench.core.transact(() => forgetDone(bench.core, bench.core.now()))).toBe(1)
  expect(rows().map(({ done_at }) => done_at)).toEqual([null])
})
