import { afterEach, beforeEach, expect, test } from 'bun:test'
import { Refusal } from '#src/platform/refusal.ts'
import { cancelDue, createDueWorker, createStorage, type Due, type DueHandler, scheduleDue } from '#src/storage/index.ts'
import { type Bench, openBench } from '#tests/support/core.ts'

let bench: Bench
let done: string[]
beforeEach(() => {
  bench = openBench()
  done = []
})
afterEach(() => bench.close())

const note: DueHandler = (_, { kind, subjectId, payload }) => void done.push(`${kind} ${subjectId} ${JSON.stringify(payload)}`)
const schedule = (kind: string, subject: number, inMs: number, payload?: unknown) =>
  bench.core.transact(() => scheduleDue(bench.core, kind, subject, bench.core.now() + inMs, payload))
const rows = () =>
  bench.core.db.query<{ kind: string; subject_id: number; at: number }, []>('select kind, subject_id, at from due order by kind, subject_id').all()

test('what is due happens once, when it is due and not before', async () => {
  const worker = createDueWorker(bench.core, { close: note })
  await schedule('close', 7, 60_000, { because: 'silence' })
  await worker.run()
  expect(done).toEqual([])
  bench.clock.now += 60_000
  await worker.run()
  await worker.run()
  expect([done, rows()]).toEqual([['close 7 {"because":"silence"}'], []])
})

test('a later word replaces the earlier one, a cancelled one never happens', async () => {
  const worker = createDueWorker(bench.core, { close: note })
  await schedule('close', 1, 1_000, 'first')
  await schedule('close', 1, 5_000, 'second')
  await schedule('close', 2, 1_000)
  await bench.core.transact(() => cancelDue(bench.core, 'close', 2))
  bench.clock.now += 1_000
  await worker.run()
  expect(done).toEqual([])
  bench.clock.now += 4_000
  await worker.run()
  expect(done).toEqual(['close 1 "second"'])
})

test('a cause that is refused schedules nothing', async () => {
  const refused = bench.core.transact(() => {
    scheduleDue(bench.core, 'close', 1, 0)
    throw new Refusal('busy', 'refusal.busy')
  })
  await expect(refused).rejects.toThrow()
  expect(rows()).toEqual([])
})

test('a handler may schedule its next time', async () => {
  const worker = createDueWorker(bench.core, { remind: (core, due) => scheduleDue(core, 'remind', due.subjectId, due.at + 10_000) })
  await schedule('remind', 3, 0)
  await worker.run()
  expect(rows()).toEqual([{ kind: 'remind', subject_id: 3, at: bench.core.now() + 10_000 }])
})

test('what one handler puts off or cancels does not happen, though it was due in the same turn', async () => {
  const worker = createDueWorker(bench.core, {
    close: note,
    answer: (core) => {
      scheduleDue(core, 'close', 1, core.now() + 1_000)
      cancelDue(core, 'close', 2)
    }
  })
  await Promise.all([schedule('answer', 1, -5), schedule('close', 1, 0), schedule('close', 2, 0), schedule('close', 3, 0)])
  await worker.run()
  expect([done, rows().map((row) => row.subject_id)]).toEqual([['close 3 null'], [1]])
})

test('a handler that throws undoes only itself, and comes again later and later', async () => {
  const tried: number[] = []
  const worker = createDueWorker(bench.core, {
    good: note,
    bad: (core) => {
      tried.push(core.now())
      scheduleDue(core, 'good', 99, 0)
      throw new Error('broken')
    }
  })
  const begun = bench.core.now()
  await Promise.all([schedule('bad', 1, 0, 'kept'), schedule('good', 1, 0), schedule('good', 2, 0)])
  await worker.run()
  expect(done).toEqual(['good 1 null', 'good 2 null'])
  for (let n = 0; n < 5; n++) {
    bench.clock.now = rows()[0]?.at ?? 0
    await worker.run()
  }
  expect(tried.map((at) => (at - begun) / 1_000)).toEqual([0, 10, 30, 70, 150, 310])
  expect(bench.core.db.query<{ payload: string }, []>('select payload from due').get()).toEqual({ payload: '"kept"' })
})

test('a kind that nobody here knows waits, and holds up nothing', async () => {
  for (let n = 0; n < 150; n++) await schedule('from-a-later-version', n, -1_000)
  await schedule('close', 1, 0)
  await createDueWorker(bench.core, { close: note }).run()
  expect([done, rows().length]).toEqual([['close 1 null'], 150])
})

test('a thousand at once come in chunks, other works in between', async () => {
  await bench.core.transact(() => {
    for (let n = 0; n < 1_000; n++) scheduleDue(bench.core, 'close', n, 0)
  })
  const seen = [0]
  const looking = { on: true }
  const look = () => {
    seen.push(done.length)
    if (looking.on) setImmediate(look)
  }
  look()
  await createDueWorker(bench.core, { close: note }).run()
  looking.on = false
  expect(done.length).toBe(1_000)
  expect(Math.max(...seen.map((n, at) => n - (seen[at - 1] ?? 0)))).toBe(100)
})

test('what was due while nobody worked happens after the restart', async () => {
  await schedule('close', 1, 1_000)
  bench.clock.now += 86_400_000
  const { core } = createStorage(bench.core.db, { now: bench.core.now, log: bench.core.log })
  await createDueWorker(core, { close: note }).run()
  expect(done).toEqual(['close 1 null'])
})

test('a clock that is set back delays, and does nothing twice', async () => {
  const worker = createDueWorker(bench.core, { close: note })
  await schedule('close', 1, 0)
  await schedule('close', 2, 1_000)
  await worker.run()
  bench.clock.now -= 86_400_000
  await worker.run()
  expect(done).toEqual(['close 1 null'])
  bench.clock.now += 86_401_000
  await worker.run()
  expect(done).toEqual(['close 1 null', 'close 2 null'])
})

test('a started worker finds new rows by itself and stops when told', async () => {
  const happened = Promise.withResolvers<Due>()
  const worker = createDueWorker(bench.core, { close: (_, due) => happened.resolve(due) }, { tick: 5 })
  worker.start()
  await Bun.sleep(10)
  await schedule('close', 4, 0)
  expect((await happened.promise).subjectId).toBe(4)
  await worker.stop()
  await schedule('close', 5, 0)
  await Bun.sleep(20)
  expect(rows().map((row) => row.subject_id)).toEqual([5])
})
