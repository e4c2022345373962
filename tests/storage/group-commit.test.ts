import { afterEach, beforeEach, expect, test } from 'bun:test'
import type { Event, Signal } from '#src/events.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Bench, openBench } from '#tests/support/core.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const setting = (subject: string) => bench.core.db.query<{ body: string }, [string]>('select body from appliance_settings where subject = ?').get(subject)?.body
const write = (subject: string, body = '1') =>
  bench.core.db.query('insert into appliance_settings (subject, body, changed_at) values (?, ?, 0)').run(subject, body)

test('works of one turn share one commit and all are there afterwards', async () => {
  const { core } = bench
  await Promise.all([core.transact(() => write('a')), core.transact(() => write('b'))])
  expect([setting('a'), setting('b')]).toEqual(['1', '1'])
})

test('a refused work undoes only itself', async () => {
  const { core } = bench
  const refused = core.transact(() => {
    write('gone')
    throw new Refusal('invalid', 'refusal.bad_request')
  })
  const kept = core.transact(() => write('kept'))
  await expect(refused).rejects.toBeInstanceOf(Refusal)
  await kept
  expect([setting('gone'), setting('kept')]).toEqual([undefined, '1'])
})

test('events are heard after the commit, and never for a refused work', async () => {
  const { core } = bench
  const heard: (Event | Signal)[] = []
  core.listen((happened) => heard.push(happened))
  const refused = core.transact(() => {
    core.announce({ kind: 'person-changed', person: 1 })
    throw new Refusal('invalid', 'refusal.bad_request')
  })
  const kept = core.transact(() => {
    core.announce({ kind: 'person-changed', person: 2 })
    expect(heard).toEqual([])
  })
  await Promise.allSettled([refused, kept])
  expect(heard).toEqual([{ kind: 'person-changed', person: 2 }])
})

test('what is due before the commit runs once after all works, and not for a refused one', async () => {
  const { core } = bench
  const order: string[] = []
  const one = core.transact(() => {
    core.beforeCommit(() => order.push('lastly'))
    order.push('one')
  })
  const refused = core.transact(() => {
    core.beforeCommit(() => order.push('never'))
    throw new Refusal('invalid', 'refusal.bad_request')
  })
  const two = core.transact(() => order.push('two'))
  await Promise.allSettled([one, refused, two])
  expect(order).toEqual(['one', 'two', 'lastly'])
})

test('a work that awaits is a fault and writes nothing', async () => {
  const { core } = bench
  await expect(
    core.transact(async () => {
      write('late')
    })
  ).rejects.toThrow('must not await')
  expect(setting('late')).toBeUndefined()
})

test('transact inside a work is a fault', async () => {
  const { core } = bench
  await expect(core.transact(() => void core.transact(() => 1))).rejects.toThrow('transact inside a work')
})

test('a full file refuses every work of the batch as retryable, and later works go on', async () => {
  const { core } = bench
  const pages = core.db.query<{ page_count: number }, []>('pragma page_count').get()?.page_count ?? 0
  core.db.run(`pragma max_page_count = ${pages + 2}`)
  const first = core.transact(() => write('small'))
  const big = core.transact(() => write('big', 'x'.repeat(1_000_000)))
  const results = await Promise.allSettled([first, big])
  expect(results.map((r) => (r.status === 'rejected' && r.reason instanceof Refusal ? r.reason.say : r.status))).toEqual([
    'refusal.storage_full',
    'refusal.storage_full'
  ])
  core.db.run('pragma max_page_count = 1000000')
  await core.transact(() => write('after'))
  expect([setting('small'), setting('after')]).toEqual([undefined, '1'])
})

test('more than five thousand waiting works are refused as busy', async () => {
  const { core } = bench
  const works = Array.from({ length: 5_001 }, () => core.transact(() => 1))
  const results = await Promise.allSettled(works)
  expect(results.filter((r) => r.status === 'rejected')).toHaveLength(1)
})
