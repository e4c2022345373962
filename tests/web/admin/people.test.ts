import { afterEach, beforeEach, expect, test } from 'bun:test'
import { personById, sessionOf } from '#src/people/index.ts'
import { openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
let as: string
beforeEach(async () => {
  office = await openStaffedOffice()
  as = await signedIn(office, office.owner)
})
afterEach(() => office.close())

const typed = { nickname: '小林', jobNumber: '007', email: 'lin@tea.example', phone: '', language: 'zh-CN' }
const linkIn = (page: string) => /http:\/\/localhost:8080(\/(?:invitation|reset)\/[\w-]{43})/.exec(page)?.[1] ?? ''

test('an invitation is a link on the page, and leads all the way in', async () => {
  const invited = await office.ask('/admin/people', { as, fields: { ...typed, role: 'agent' } })
  const link = linkIn(await invited.text())
  expect([invited.status, link]).toEqual([201, expect.stringContaining('/invitation/')])
  expect(await (await office.ask(link)).text()).toContain('小林，欢迎加入')
  const weak = await office.ask(link, { fields: { password: 'password123' } })
  expect([weak.status, (await weak.text()).includes('id="password-error"')]).toEqual([422, true])
  const entered = await office.ask(link, { fields: { password: 'tea before talking' } })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  expect((await office.ask(link)).status).toBe(404)
  expect((await office.ask('/login', { fields: { name: 'lin@tea.example', password: 'tea before talking' } })).status).toBe(303)
})

test('the link is shown only once', async () => {
  await office.ask('/admin/people', { as, fields: { ...typed, role: 'agent' } })
  const { id } = office.core.db.query<{ id: number }, []>("select id from people where nickname = '小林'").get() ?? { id: 0 }
  expect(linkIn(await (await office.ask(`/admin/people/${id}`, { as })).text())).toBe('')
})

test('a link is made of the public address, whatever the request says', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', 'x-original-host': 'evil.example' }
  const page = await (await office.ask('/admin/people', { as, headers, fields: { ...typed, role: 'agent' } })).text()
  expect(page).not.toContain('evil.example')
  expect((await office.ask('/admin/people', { as, headers: { host: 'evil.example' }, fields: { ...typed, role: 'agent' } })).status).toBe(421)
})

test('whoever lost the password gets a link for a new one', async () => {
  const page = await (await office.ask(`/admin/people/${office.agent.id}/link`, { as, method: 'POST' })).text()
  expect(linkIn(page)).toStartWith('/reset/')
})

test('what is wrong is told at its field, with what was typed, by page and by part', async () => {
  for (const htmx of [true, false]) {
    const answer = await office.ask(`/admin/people/${office.agent.id}`, { as, htmx, fields: { ...typed, phone: 'call me', nickname: '阿花' } })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="phone-error"')
    expect(text).toContain('value="阿花"')
    expect(text.startsWith('<!doctype html>')).toBe(!htmx)
  }
  expect(personById(office.core, office.agent.id).nickname).toBe('阿华')
})

test('disabling signs out at once and says so on the list', async () => {
  const theirs = await signedIn(office, office.agent)
  await office.ask(`/admin/people/${office.agent.id}/disabling`, { as, method: 'POST' })
  expect(sessionOf(office.core, theirs)).toBeNull()
  expect((await office.ask('/profile', { as: theirs })).status).toBe(401)
  expect(await (await office.ask('/admin/people', { as })).text()).toContain('已停用')
})

test('an administrator sees the owner, and changes nothing', async () => {
  const theirs = await signedIn(office, office.administrator)
  const page = await (await office.ask(`/admin/people/${office.owner.id}`, { as: theirs })).text()
  expect(page).toContain('只有所有者')
  expect(page).not.toContain('data-opens="disable"')
  for (const act of ['disabling', 'link', 'handover'])
    expect((await office.ask(`/admin/people/${office.owner.id}/${act}`, { as: theirs, method: 'POST' })).status).toBe(403)
  expect((await office.ask(`/admin/people/${office.agent.id}/role`, { as: theirs, fields: { role: 'owner' } })).status).toBe(403)
})

test('handing over asks both to sign in again', async () => {
  const answer = await office.ask(`/admin/people/${office.administrator.id}/handover`, { as, method: 'POST' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login'])
  expect((await office.ask('/profile', { as })).status).toBe(401)
  expect(personById(office.core, office.administrator.id).role).toBe('owner')
})
