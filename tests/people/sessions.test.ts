import { afterEach, beforeEach, expect, test } from 'bun:test'
import type { Event, Signal } from '#src/events.ts'
import {
  changePassword,
  confirmLogin,
  endSessions,
  isSessionLive,
  liveSessions,
  openSession,
  type Person,
  personById,
  seeSession,
  sessionFor,
  sessionOf,
  unconfirmedLogins
} from '#src/people/index.ts'
import { digest } from '#src/platform/tokens.ts'
import { callerOf, openStaffedOffice, type Staffed } from '#tests/support/office.ts'

const hour = 3_600_000
let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const enter = (person: Person, { agent = 'test', address = '127.0.0.1', remembered = false } = {}) =>
  office.core.transact(() => openSession(office.core, person.id, { address, agent }, remembered))

test('a session opens with its token and with nothing else', async () => {
  const { token } = await enter(office.agent)
  expect(sessionOf(office.core, token)?.person.id).toBe(office.agent.id)
  for (const wrong of [null, undefined, true, [token], { token }, '', `${token}x`, token.slice(1), token.toUpperCase(), 'x'.repeat(8_000), '{"t":null}'])
    expect(sessionOf(office.core, wrong)).toBeNull()
})

test('the file holds only the digest of a token', async () => {
  const { token } = await enter(office.agent)
  const rows = office.core.db.query<{ digest: Uint8Array }, []>('select * from sessions').all()
  expect(rows.some((row) => Buffer.compare(row.digest, digest(token)) === 0)).toBe(true)
  expect(Buffer.from(office.core.db.serialize()).includes(token)).toBe(false)
})

test('twelve hours unseen end it; being seen begins them anew; seven days end it anyway', async () => {
  const { core, clock, agent } = office
  const idle = await enter(agent)
  clock.now += 12 * hour
  expect(sessionOf(core, idle.token)).toBeNull()
  const busy = await enter(agent)
  for (let day = 0; day < 14; day++) {
    expect(sessionOf(core, busy.token)).not.toBeNull()
    clock.now += 11.9 * hour
    await core.transact(() => seeSession(core, busy.session))
  }
  clock.now += 2 * hour
  expect(sessionOf(core, busy.token)).toBeNull()
})

test('a remembered one lives through nights and a weekend, and thirty days at most', async () => {
  const { core, clock, agent } = office
  const { token, session } = await enter(agent, { remembered: true })
  for (let days = 0; days < 30; days += 3) {
    expect(sessionOf(core, token)).not.toBeNull()
    clock.now += 3 * 24 * hour
    await core.transact(() => seeSession(core, session))
  }
  expect(sessionOf(core, token)).toBeNull()
})

test('a disabled person’s session opens nothing, even before anybody ends it', async () => {
  const { core, agent } = office
  const { token } = await enter(agent)
  core.db.run('update people set disabled_at = 1 where id = ?', [agent.id])
  expect(sessionOf(core, token)).toBeNull()
})

test('ending sessions is announced for each, and the one that stays, stays', async () => {
  const { core, agent } = office
  await core.transact(() => endSessions(core, agent.id))
  const [kept, ended] = [await enter(agent), await enter(agent)]
  const heard: (Event | Signal)[] = []
  core.listen((happened) => heard.push(happened))
  await core.transact(() => endSessions(core, agent.id, kept.session.id))
  expect(heard).toEqual([{ kind: 'session-ended', person: agent.id, session: ended.session.id }])
  expect([isSessionLive(core, kept.session.id), isSessionLive(core, ended.session.id)]).toEqual([true, false])
})

test('a new password ends every session and goes on with a new one', async () => {
  const { core, agent } = office
  const [here, there] = [await enter(agent), await enter(agent)]
  const next = await core.transact(() => changePassword(core, callerOf(personById(core, agent.id)), here.session, 'hash'))
  expect([here, there].map(({ token }) => sessionOf(core, token))).toEqual([null, null])
  expect(sessionOf(core, next.token)?.person.id).toBe(agent.id)
  expect(next.token).not.toBe(here.token)
})

test('somebody else’s session is missing', async () => {
  const { session } = await enter(office.agent)
  expect(() => sessionFor(office.core, office.administrator, session.id)).toThrow('missing')
})

test('a login from a new browser or place waits to be confirmed, a familiar one does not', async () => {
  const { core, agent } = office
  const here = await enter(agent)
  expect(unconfirmedLogins(core, here.session)).toEqual([])
  const stranger = await enter(agent, { agent: 'Other', address: '203.0.113.9' })
  expect(unconfirmedLogins(core, here.session).map(({ id }) => id)).toEqual([stranger.session.id])
  await core.transact(() => confirmLogin(core, stranger.session))
  await enter(agent, { agent: 'Other', address: '203.0.113.9' })
  expect(unconfirmedLogins(core, here.session)).toEqual([])
})

test('ended and expired sessions are not listed', async () => {
  const { core, clock, agent } = office
  await enter(agent)
  clock.now += 13 * hour
  const { session } = await enter(agent)
  expect(liveSessions(core, agent.id).map(({ id }) => id)).toEqual([session.id])
})
