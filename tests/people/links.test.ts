import { afterEach, beforeEach, expect, test } from 'bun:test'
import { changePerson, disablePerson, invite, inviteAgain, linkHolder, type Person, passwordByLink, personById, sessionOf } from '#src/people/index.ts'
import { callerOf, openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'

const minute = 60_000
let office: Staffed
let guest: { person: Person; token: string }
beforeEach(async () => {
  office = await openStaffedOffice()
  guest = await office.core.transact(() => invite(office.core, callerOf(office.owner), typed, 'agent'))
})
afterEach(() => office.close())

const typed = { nickname: '小林', jobNumber: '', email: 'lin@tea.example', phone: '', language: 'zh-CN' }
const from = { address: '127.0.0.1', agent: 'test' }
const holder = () => linkHolder(office.core, 'invitation', guest.token)
const accept = (token: string = guest.token) => office.core.transact(() => passwordByLink(office.core, 'invitation', token, 'hash', from))

test('an invitation lets its person in, once', async () => {
  const entered = await accept()
  expect(entered.person.id).toBe(guest.person.id)
  expect(sessionOf(office.core, entered.token)?.person.id).toBe(guest.person.id)
  expect(holder()).toBeNull()
  await expect(accept()).rejects.toThrow('missing')
})

test('two who open one link at once: one gets in', async () => {
  const results = await Promise.allSettled([accept(), accept()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an invitation works three days, a link for a new password half an hour', async () => {
  const { core, clock, owner, agent } = office
  const reset = await core.transact(() => inviteAgain(core, callerOf(owner), agent.id))
  clock.now += 30 * minute - 1
  expect(linkHolder(core, 'reset', reset.token)).not.toBeNull()
  clock.now += 1
  expect(linkHolder(core, 'reset', reset.token)).toBeNull()
  clock.now += 71.5 * 60 * minute - 1
  expect(holder()).not.toBeNull()
  clock.now += 1
  expect(holder()).toBeNull()
})

test.each([['', '%20', 'null', '0', [], {}, null, undefined, 0, 'x'.repeat(43), 'x'.repeat(10_000)]])('nothing else is a link', (...wrong) => {
  for (const token of wrong) expect(linkHolder(office.core, 'invitation', token)).toBeNull()
})

test('a link for one purpose is none for the other', () => {
  expect(linkHolder(office.core, 'reset', guest.token)).toBeNull()
})

test('a newer link kills the older', async () => {
  await office.core.transact(() => inviteAgain(office.core, callerOf(office.owner), guest.person.id))
  expect(holder()).toBeNull()
})

test('a changed address kills links that went to the old one', async () => {
  const { core, owner } = office
  await core.transact(() => changePerson(core, callerOf(owner), guest.person.id, { ...typed, nickname: '林' }))
  expect(holder()).not.toBeNull()
  await core.transact(() => changePerson(core, callerOf(owner), guest.person.id, { ...typed, email: 'other@tea.example' }))
  expect(holder()).toBeNull()
})

test('a disabled person’s links are dead, even one that was forgotten', async () => {
  const { core } = office
  core.db.run('update people set disabled_at = 1 where id = ?', [guest.person.id])
  expect(holder()).toBeNull()
  core.db.run('update people set disabled_at = null where id = ?', [guest.person.id])
  expect(holder()).not.toBeNull()
  await office.core.transact(() => disablePerson(office.core, callerOf(office.owner), guest.person.id))
  expect(holder()).toBeNull()
})

test('a new password by link ends what was open, and is asked for no more', async () => {
  const { core, owner, agent } = office
  const session = await signedIn(office, agent)
  core.db.run('update people set must_change_password = 1 where id = ?', [agent.id])
  const { token } = await core.transact(() => inviteAgain(core, callerOf(owner), agent.id))
  await core.transact(() => passwordByLink(core, 'reset', token, 'hash', from))
  expect(sessionOf(core, session)).toBeNull()
  expect(personById(core, agent.id).mustChangePassword).toBe(false)
})

test('the file holds only the digest of a link', () => {
  expect(Buffer.from(office.core.db.serialize()).includes(guest.token)).toBe(false)
})
