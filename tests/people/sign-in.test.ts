import { afterEach, beforeEach, expect, test } from 'bun:test'
import { verifyAudit } from '#src/audit/index.ts'
import { type Attempt, failuresBefore, sessionOf, signIn } from '#src/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openStaffedOffice, password, type Staffed } from '#tests/support/office.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
  office.core.db.run("update people set phone = '+8613800138000' where id = ?", [office.agent.id])
})
afterEach(() => office.close())

const attempt = (name: string, typed: string, address = '127.0.0.1'): Attempt => ({
  name,
  password: typed,
  remembered: false,
  from: { address, agent: 'test' }
})
const enter = (name: string, typed = password, address?: string) =>
  signIn(office.core, office.house.passwords, office.house.loginLimits, attempt(name, typed, address))
const refusalOf = async (work: Promise<unknown>) => {
  const reason = await work.then(
    () => null,
    (error: unknown) => error
  )
  return reason instanceof Refusal ? reason : null
}

test.each(['hua@tea.example', ' HUA@tea.example ', '13800138000', '138 0013 8000', '+86 138-0013-8000', '0086 13800138000'])('%p signs in', async (name) => {
  const { person, token } = await enter(name)
  expect(person.id).toBe(office.agent.id)
  expect(sessionOf(office.core, token)?.person.id).toBe(office.agent.id)
})

test('every wrong way in is refused with the same words', async () => {
  const { core, agent } = office
  const wrong = await refusalOf(enter('hua@tea.example', 'not the password'))
  const unknown = await refusalOf(enter('nobody@tea.example', 'not the password'))
  const nonsense = await refusalOf(enter("' or 1=1--", ''))
  core.db.run('update people set disabled_at = 1 where id = ?', [agent.id])
  const disabled = await refusalOf(enter('hua@tea.example'))
  core.db.run('update people set disabled_at = null, password_hash = null where id = ?', [agent.id])
  const invited = await refusalOf(enter('hua@tea.example', '', '127.0.0.2'))
  expect(core.db.query<{ n: number }, []>("select count(*) as n from audit where action = 'login.failed'").get()?.n).toBe(5)
  for (const refusal of [wrong, unknown, nonsense, disabled, invited]) expect(refusal).toMatchObject({ kind: 'invalid', say: 'login.wrong', values: {} })
})

test('five wrong passwords are free, then the wait doubles and never lasts for ever', async () => {
  const { clock } = office
  for (let n = 0; n < 5; n++) expect(await refusalOf(enter('hua@tea.example', 'wrong'))).toMatchObject({ say: 'login.wrong' })
  expect(await refusalOf(enter('hua@tea.example'))).toMatchObject({ kind: 'busy', say: 'refusal.too_fast', values: { seconds: 30 } })
  clock.now += 30_000
  expect(await refusalOf(enter('hua@tea.example', 'wrong'))).toMatchObject({ say: 'login.wrong' })
  expect(await refusalOf(enter('hua@tea.example'))).toMatchObject({ kind: 'busy', values: { seconds: 60 } })
  clock.now += 60_000
  expect((await enter('hua@tea.example')).person.id).toBe(office.agent.id)
})

test('after many tries the wait is a quarter of an hour, not more', async () => {
  const { clock } = office
  for (let n = 0; n < 30; n++) {
    await refusalOf(enter('hua@tea.example', 'wrong', '198.51.100.1'))
    clock.now += 15 * 60_000
  }
  clock.now -= 15 * 60_000
  expect((await refusalOf(enter('hua@tea.example', 'wrong', '198.51.100.1')))?.values).toEqual({ seconds: 900 })
})

test('guesses from elsewhere do not keep the owner of an account out', async () => {
  for (let n = 0; n < 10; n++) await refusalOf(enter('hua@tea.example', 'wrong', '203.0.113.9'))
  expect((await enter('hua@tea.example')).person.id).toBe(office.agent.id)
})

test('one address may guess at thirty accounts, then it waits', async () => {
  const tries = []
  for (let n = 0; n < 31; n++) tries.push(await refusalOf(enter(`somebody${n}@tea.example`, 'wrong')))
  expect(tries.slice(0, 30).every((refusal) => refusal?.say === 'login.wrong')).toBe(true)
  expect(tries[30]).toMatchObject({ kind: 'busy' })
})

test('colleagues behind one address sign in as often as they like', async () => {
  for (let n = 0; n < 40; n++) await enter('hua@tea.example')
})

test('a customer’s whole /64 counts as one', async () => {
  for (let n = 0; n < 5; n++) await refusalOf(enter('hua@tea.example', 'wrong', `2001:db8:1:2::${n + 1}`))
  expect(await refusalOf(enter('hua@tea.example', password, '2001:db8:1:2::ffff'))).toMatchObject({ kind: 'busy' })
})

test('logins and failures are in the log, and what was typed is not', async () => {
  const { core, agent } = office
  await refusalOf(enter('hua@tea.example', 'my other password'))
  await refusalOf(enter('a password typed into the wrong field', 'x'))
  await enter('hua@tea.example')
  const rows = core.db
    .query<{ action: string; target: number | null }, []>("select action, target_id as target from audit where action like 'login.%' order by id")
    .all()
  expect(rows).toEqual([
    { action: 'login.failed', target: agent.id },
    { action: 'login.failed', target: null },
    { action: 'login.done', target: agent.id }
  ])
  const log = JSON.stringify(core.db.query('select * from audit').all())
  expect(log).not.toContain('other password')
  expect(log).not.toContain('wrong field')
  expect(verifyAudit(core).whole).toBe(true)
})

test('ten failures before a login are told after it, and only for a while', async () => {
  const { core, clock } = office
  clock.now += 1_000
  for (let n = 0; n < 10; n++) await refusalOf(enter('hua@tea.example', 'wrong', `203.0.113.${n}`))
  const { session } = await enter('hua@tea.example')
  expect(failuresBefore(core, session)).toBe(10)
  clock.now += 11 * 60_000
  expect(failuresBefore(core, session)).toBe(0)
  expect(failuresBefore(core, (await enter('hua@tea.example')).session)).toBe(0)
})

test('a password that is changed while it is being checked lets nobody in', async () => {
  const { core, agent } = office
  const late = enter('hua@tea.example')
  core.db.run("update people set password_hash = 'another' where id = ?", [agent.id])
  expect(await refusalOf(late)).toMatchObject({ say: 'login.wrong' })
})
