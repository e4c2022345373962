import { afterEach, beforeEach, expect, test } from 'bun:test'
import type { Event, Signal } from '#src/events.ts'
import {
  can,
  changePerson,
  changeRole,
  chooseStatus,
  disablePerson,
  effectiveStatus,
  enablePerson,
  handOver,
  invite,
  type Person,
  people,
  personById,
  personFor,
  type RoleName,
  rolesToGive,
  sessionOf
} from '#src/people/index.ts'
import { callerOf, hire, openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const typed = { nickname: '小林', jobNumber: '007', email: 'lin@tea.example', phone: '', language: 'zh-CN' }
const does = <T>(work: () => T) => office.core.transact(work)
const role = (person: Person) => personById(office.core, person.id).role

test('the owner may everything, an administrator what the role says, an agent answers', () => {
  const { owner, administrator, agent } = office
  expect([owner, administrator, agent].map((person) => can(person, 'people'))).toEqual([true, true, false])
  expect(can({ ...administrator, disabledAt: 1 }, 'people')).toBe(false)
})

test('an agent changes, invites and sees nobody', async () => {
  const { core, agent, administrator } = office
  const by = callerOf(agent)
  const acts = [
    () => invite(core, by, typed, 'agent'),
    () => changePerson(core, by, agent.id, typed),
    () => changePerson(core, by, administrator.id, typed),
    () => changeRole(core, by, agent.id, 'administrator'),
    () => disablePerson(core, by, administrator.id),
    () => handOver(core, by, agent.id)
  ]
  for (const act of acts) await expect(does<unknown>(act)).rejects.toThrow('forbidden')
  expect(() => personFor(core, agent, administrator.id)).toThrow('missing')
  expect(personFor(core, agent, agent.id).id).toBe(agent.id)
})

test('nobody raises themselves, and nobody gives the owner’s role', async () => {
  const { core, owner, administrator, agent } = office
  const roles: RoleName[] = ['owner', 'administrator', 'agent']
  for (const wanted of roles) await expect(does(() => changeRole(core, callerOf(administrator), administrator.id, wanted))).rejects.toThrow('forbidden')
  for (const by of [owner, administrator]) {
    await expect(does(() => changeRole(core, callerOf(by), agent.id, 'owner'))).rejects.toThrow('forbidden')
    await expect(does(() => invite(core, callerOf(by), typed, 'owner'))).rejects.toThrow('forbidden')
  }
  expect([role(owner), role(administrator), role(agent)]).toEqual(roles)
})

test('nobody but the owner reaches the owner', async () => {
  const { core, owner, administrator } = office
  const by = callerOf(administrator)
  for (const act of [() => disablePerson(core, by, owner.id), () => changeRole(core, by, owner.id, 'agent'), () => changePerson(core, by, owner.id, typed)])
    await expect(does(act)).rejects.toThrow('forbidden')
})

test('the owner cannot leave without an heir, so there always is somebody who manages', async () => {
  const { core, owner } = office
  await expect(does(() => disablePerson(core, callerOf(owner), owner.id))).rejects.toThrow('forbidden')
  await expect(does(() => changeRole(core, callerOf(owner), owner.id, 'agent'))).rejects.toThrow('forbidden')
})

test('two administrators who demote each other: one does it', async () => {
  const { core, owner, administrator } = office
  const other = await hire(office, owner, 'administrator', '阿强', 'qiang@tea.example')
  const demote = (by: Person, whom: Person) => does(() => changeRole(core, callerOf(personById(core, by.id)), whom.id, 'agent'))
  const results = await Promise.allSettled([demote(administrator, other), demote(other, administrator)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(
    people(core)
      .filter((person) => can(person, 'people'))
      .map(({ id }) => id)
  ).toEqual([owner.id, administrator.id])
})

test('handing over makes exactly one owner, and signs both out', async () => {
  const { core, owner, administrator } = office
  const tokens = [await signedIn(office, owner), await signedIn(office, administrator)]
  await does(() => handOver(core, callerOf(owner), administrator.id))
  expect([role(owner), role(administrator)]).toEqual(['administrator', 'owner'])
  expect(tokens.map((token) => sessionOf(core, token))).toEqual([null, null])
  await expect(does(() => handOver(core, callerOf(personById(core, owner.id)), owner.id))).rejects.toThrow('forbidden')
})

test('nobody but the owner hands over', async () => {
  const { core, owner, administrator, agent } = office
  await expect(does(() => handOver(core, callerOf(administrator), agent.id))).rejects.toThrow('forbidden')
  expect([role(owner), role(administrator), role(agent)]).toEqual(['owner', 'administrator', 'agent'])
})

test('only somebody who has been here before can become the owner', async () => {
  const { core, owner } = office
  const { person } = await does(() => invite(core, callerOf(owner), typed, 'administrator'))
  await expect(does(() => handOver(core, callerOf(owner), person.id))).rejects.toMatchObject({ kind: 'conflict', say: 'people.heir_unready' })
})

test('disabling and every change of role end all sessions, and say so', async () => {
  const { core, owner, agent } = office
  const heard: (Event | Signal)[] = []
  core.listen((happened) => heard.push(happened))
  const [first, second] = [await signedIn(office, agent), await signedIn(office, agent)]
  await does(() => changeRole(core, callerOf(owner), agent.id, 'administrator'))
  expect([first, second].map((token) => sessionOf(core, token))).toEqual([null, null])
  const third = await signedIn(office, agent)
  await does(() => disablePerson(core, callerOf(owner), agent.id))
  expect(sessionOf(core, third)).toBeNull()
  await does(() => enablePerson(core, callerOf(owner), agent.id))
  expect(sessionOf(core, third)).toBeNull()
  expect(heard.filter(({ kind }) => kind === 'session-ended')).toHaveLength(4)
})

test('an administrator gives the roles up to the own one', () => {
  expect(rolesToGive(office.core, office.administrator).map(({ name }) => name)).toEqual(['administrator', 'agent'])
  expect(rolesToGive(office.core, office.agent).map(({ name }) => name)).toEqual(['agent'])
})

test.each([
  ['no name', { nickname: ' \u200b ' }, 'nickname', 'people.nickname_needed'],
  ['no way to sign in', { email: '', phone: '' }, 'email', 'people.login_name_needed'],
  ['half an address', { email: 'lin@tea' }, 'email', 'people.email_wrong'],
  ['two addresses', { email: 'a@x.cn,b@y.cn' }, 'email', 'people.email_wrong'],
  ['no number', { phone: 'call me' }, 'phone', 'people.phone_wrong'],
  ['somebody’s address', { email: 'HUA@tea.example' }, 'email', 'people.email_taken']
] as const)('%s is told at its field', async (_, change, field, say) => {
  await expect(does(() => invite(office.core, callerOf(office.owner), { ...typed, ...change }, 'agent'))).rejects.toMatchObject({ field, say })
})

test('names are cleaned before they are stored, numbers have one form', async () => {
  const dirty = { ...typed, nickname: ' 小\u202e林\u0000 ', phone: '138 0013 8000' }
  const { person } = await does(() => invite(office.core, callerOf(office.owner), dirty, 'agent'))
  expect([person.nickname, person.phone, person.jobNumber]).toEqual(['小林', '+8613800138000', '007'])
})

test('what others see is the chosen status while somebody is there', async () => {
  const { core, agent } = office
  await does(() => chooseStatus(core, agent.id, 'busy'))
  const { status } = personById(core, agent.id)
  expect([effectiveStatus(status, true), effectiveStatus(status, false)]).toEqual(['busy', 'offline'])
})

test('changes of people are in the log with what was there before', async () => {
  const { core, owner, agent } = office
  await does(() => changePerson(core, callerOf(owner), agent.id, { ...typed, email: 'hua@tea.example' }))
  const row = core.db
    .query<{ before: string; after: string; actor: number }, []>("select before, after, actor_id as actor from audit where action = 'person.changed'")
    .get()
  expect(JSON.parse(row?.before ?? '{}')).toMatchObject({ nickname: '阿华' })
  expect(JSON.parse(row?.after ?? '{}')).toMatchObject({ nickname: '小林' })
  expect(row?.actor).toBe(owner.id)
})
