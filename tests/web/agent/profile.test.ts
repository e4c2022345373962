import { afterEach, beforeEach, expect, test } from 'bun:test'
import { personById, sessionOf } from '#src/people/index.ts'
import { png } from '#tests/support/files.ts'
import { openStaffedOffice, password, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
let as: string
beforeEach(async () => {
  office = await openStaffedOffice()
  as = await signedIn(office, office.agent)
})
afterEach(() => office.close())

const me = () => personById(office.core, office.agent.id)
const tokenOf = (answer: Response) => /sid=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''

test('name, language and zone are one’s own to change', async () => {
  await office.ask('/profile', { as, fields: { nickname: '阿花', language: 'en', timeZone: 'Asia/Taipei' } })
  expect(me()).toMatchObject({ nickname: '阿花', language: 'en', timeZone: 'Asia/Taipei' })
})

test('for htmx the form comes back with a word that it was saved', async () => {
  const answer = await office.ask('/profile', { as, htmx: true, fields: { nickname: '阿花', language: 'zh-CN', timeZone: '' } })
  const part = await answer.text()
  expect(part).toStartWith('<form class="fields" id="profile"')
  expect(part).toContain('<hx-partial hx-target="#toasts"')
})

test('another language is another page', async () => {
  const answer = await office.ask('/profile', { as, htmx: true, fields: { nickname: '阿花', language: 'en', timeZone: '' } })
  expect(answer.headers.get('hx-redirect')).toBe('/profile')
})

test('what is wrong is told at its field, with what was typed', async () => {
  for (const htmx of [true, false]) {
    const answer = await office.ask('/profile', { as, htmx, fields: { nickname: ' ', language: 'zh-CN', timeZone: 'Asia/Taipei' } })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="nickname-error"')
    expect(text).toContain('<option value="Asia/Taipei" selected>')
    expect(text.startsWith('<!doctype html>')).toBe(!htmx)
  }
})

test.each(['role', 'roleId', 'email', 'password', 'rights', 'is_owner', 'totp'])('nobody gives themselves another %s', async (field) => {
  const answer = await office.ask('/profile', { as, fields: { nickname: '阿花', language: 'zh-CN', timeZone: '', [field]: 'owner' } })
  expect(answer.status).toBe(400)
  expect(me()).toMatchObject({ nickname: '阿华', role: 'agent', email: 'hua@tea.example' })
})

test('the look is kept and stands on every page', async () => {
  const answer = await office.ask('/profile/look', { as, htmx: true, fields: { theme: 'dark', density: 'tight', text: 'larger' } })
  expect([answer.status, answer.headers.get('hx-refresh')]).toEqual([204, 'true'])
  expect(await (await office.ask('/profile', { as })).text()).toContain('<html lang="zh-CN" data-theme="dark" data-density="tight" data-text="larger"')
  expect((await office.ask('/profile/look', { as, fields: { theme: 'purple', density: 'tight', text: 'larger' } })).status).toBe(400)
})

test('a switch that is off is not sent, and is off', async () => {
  await office.ask('/profile/notices', { as, htmx: true, fields: { newRequest: '1', hideContent: '1' } })
  expect(me().notices).toEqual({ sound: false, desktop: false, title: false, newRequest: true, newMessage: false, hideContent: true })
})

test('a status is chosen and shown in place', async () => {
  const answer = await office.ask('/profile/status', { as, htmx: true, fields: { status: 'busy' }, headers: { 'hx-target': 'details#me-small' } })
  expect(me().status).toBe('busy')
  expect(await answer.text()).toStartWith('<details class="menu-holder" id="me-small"')
  expect((await office.ask('/profile/status', { as, fields: { status: 'invisible' } })).status).toBe(400)
})

test('a new password needs the present one, ends all sessions and goes on with a new one', async () => {
  const other = await signedIn(office, office.agent)
  const answer = await office.ask('/profile/password', { as, fields: { present: password, chosen: 'a small boat at dusk' } })
  expect(answer.status).toBe(303)
  expect([as, other].map((token) => sessionOf(office.core, token))).toEqual([null, null])
  expect(sessionOf(office.core, tokenOf(answer))?.person.id).toBe(office.agent.id)
  expect((await office.ask('/login', { fields: { name: 'hua@tea.example', password: 'a small boat at dusk' } })).status).toBe(303)
})

test.each([
  ['wrong', 'a small boat at dusk', 'present'],
  [password, 'short', 'chosen'],
  [password, 'password123', 'chosen'],
  [password, password, 'chosen']
])('with %p and %p the page says what is wrong with %s', async (present, chosen, field) => {
  const answer = await office.ask('/profile/password', { as, htmx: true, fields: { present, chosen } })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain(`id="${field}-error"`)
  expect(text).not.toContain(`value="${chosen}"`)
  expect(sessionOf(office.core, as)).not.toBeNull()
})

test('an unlocked screen does not let anybody guess the password for ever', async () => {
  for (let n = 0; n < 5; n++) await office.ask('/profile/password', { as, fields: { present: 'wrong', chosen: 'a small boat at dusk' } })
  expect((await office.ask('/profile/password', { as, fields: { present: password, chosen: 'a small boat at dusk' } })).status).toBe(429)
})

test('one’s devices are listed and ended one by one, or all others at once', async () => {
  const [second, third] = [await signedIn(office, office.agent, 'Second'), await signedIn(office, office.agent, 'Third')]
  const page = await (await office.ask('/profile/sessions', { as })).text()
  expect(page.match(/id="session-/g)?.length).toBeGreaterThanOrEqual(3)
  const id = sessionOf(office.core, second)?.session.id
  await office.ask(`/profile/sessions/${id}/revocation`, { as, method: 'POST' })
  expect([sessionOf(office.core, second), sessionOf(office.core, third) === null]).toEqual([null, false])
  await office.ask('/profile/sessions/others/revocation', { as, method: 'POST' })
  expect([sessionOf(office.core, third), sessionOf(office.core, as) === null]).toEqual([null, false])
})

test('a picture is taken from the file, shown on the page, and goes again', async () => {
  const sent = await office.ask('/profile/picture', { as, method: 'POST', body: png(64, 64, 10) as BodyInit, headers: { 'x-file-name': 'me.png' } })
  expect(sent.status).toBe(200)
  expect(await (await office.ask('/profile', { as })).text()).toMatch(/<img src="\/v\/picture\/[\w-]{22}"/)
  await office.ask('/profile/picture', { as, method: 'DELETE' })
  expect(await (await office.ask('/profile', { as })).text()).not.toContain('/v/picture/')
})
