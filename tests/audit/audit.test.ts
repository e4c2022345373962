import { afterEach, beforeEach, expect, test } from 'bun:test'
import { command, countActions, record, verifyAudit } from '#src/audit/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Bench, openBench } from '#tests/support/core.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const person = (id: number) => ({ kind: 'person', id }) as const
const write = (n: number) => bench.core.transact(() => record(bench.core, command, 'person.changed', person(n), { before: { n }, after: { n: n + 1 } }))

test('rows written one after the other make a whole chain', async () => {
  for (const n of [1, 2, 3]) await write(n)
  expect(verifyAudit(bench.core)).toEqual({ whole: true, rows: 3 })
})

test('an empty log is whole', () => {
  expect(verifyAudit(bench.core)).toEqual({ whole: true, rows: 0 })
})

test('nobody can change or delete a row', async () => {
  await write(1)
  expect(() => bench.core.db.run("update audit set action = 'login.out'")).toThrow('append-only')
  expect(() => bench.core.db.run('delete from audit')).toThrow('append-only')
})

test('whoever gets round the triggers breaks the chain where it was changed', async () => {
  for (const n of [1, 2, 3]) await write(n)
  bench.core.db.run('drop trigger audit_keeps_rows')
  bench.core.db.run("update audit set detail = '{}' where id = 2")
  expect(verifyAudit(bench.core)).toEqual({ whole: false, brokenAt: 2 })
})

test('a row that was taken out is missed', async () => {
  for (const n of [1, 2, 3]) await write(n)
  bench.core.db.run('drop trigger audit_keeps_all')
  bench.core.db.run('delete from audit where id = 2')
  expect(verifyAudit(bench.core)).toEqual({ whole: false, brokenAt: 3 })
})

test('nor can the row after it be made to point elsewhere', async () => {
  for (const n of [1, 2, 3]) await write(n)
  bench.core.db.run('drop trigger audit_keeps_all')
  bench.core.db.run('drop trigger audit_keeps_rows')
  bench.core.db.run('delete from audit where id = 2')
  bench.core.db.run('update audit set previous = (select hash from audit where id = 1) where id = 3')
  expect(verifyAudit(bench.core)).toEqual({ whole: false, brokenAt: 3 })
})

test('what was refused leaves no row', async () => {
  const { core } = bench
  const work = core.transact(() => {
    record(core, command, 'site.added', null)
    throw new Refusal('invalid', 'refusal.bad_request')
  })
  await expect(work).rejects.toBeInstanceOf(Refusal)
  expect(verifyAudit(core)).toEqual({ whole: true, rows: 0 })
})

test('a long detail is cut, and still one piece of JSON', async () => {
  const { core } = bench
  await core.transact(() => record(core, command, 'site.added', null, { detail: { text: '"'.repeat(100_000) } }))
  const { detail } = core.db.query<{ detail: string }, []>('select detail from audit').get() ?? { detail: '' }
  expect(detail.length).toBeLessThan(20_000)
  expect(() => JSON.parse(detail)).not.toThrow()
})

test('actions are counted per target and since a moment', async () => {
  await write(7)
  bench.clock.now += 1_000
  const later = bench.clock.now
  bench.clock.now += 1_000
  await write(7)
  await write(8)
  expect(countActions(bench.core, 'person.changed', person(7), 0)).toBe(2)
  expect(countActions(bench.core, 'person.changed', person(7), later)).toBe(1)
})
