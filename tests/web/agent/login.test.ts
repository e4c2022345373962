import { afterEach, beforeEach, expect, test } from 'bun:test'
import { openSession } from '#src/people/index.ts'
import { openStaffedOffice, password, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''
const tokenOf = (answer: Response) => /sid=([^;]*)/.exec(cookieOf(answer))?.[1] ?? ''
const logIn = (fields: Record<string, string> = {}, headers = {}) => office.ask('/login', { fields: { name: 'hua@tea.example', password, ...fields }, headers })

test('the right password leads to where one wanted to go', async () => {
  const answer = await logIn({ next: '/conversations/7' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/conversations/7'])
  expect((await office.ask('/profile', { as: tokenOf(answer) })).status).toBe(200)
})

test('and never anywhere else', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])
    expect((await logIn({ next })).headers.get('location')).toBe('/')
})

test('the cookie is for this host, for no script, and over https secured by its name', async () => {
  expect(cookieOf(await logIn())).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const secure = await openStaffedOffice({ publicUrl: 'https://kefu.tea.example' })
  const answer = await secure.ask('/login', { fields: { name: 'hua@tea.example', password, remember: '1' } })
  expect(cookieOf(answer)).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/)
  secure.close()
})

test('a session that somebody planted before is not the one that is opened', async () => {
  const planted = 'p'.repeat(43)
  const answer = await logIn({}, { cookie: `sid=${planted}` })
  expect(tokenOf(answer)).not.toBe(planted)
  expect((await office.ask('/profile', { as: planted })).status).toBe(401)
})

test('a wrong password is told at its field, the name stays and the password goes', async () => {
  const answer = await logIn({ password: 'my wrong password', next: '/visitors' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('value="hua@tea.example"')
  expect(page).toContain('账号或密码不正确')
  expect(page).toContain('name="next" value="/visitors"')
  expect(page).not.toContain('my wrong password')
  expect(cookieOf(answer)).toBe('')
})

test('known and unknown names get the same page', async () => {
  const [known, unknown] = [await logIn({ password: 'x' }), await logIn({ name: 'who@tea.example', password: 'x' })]
  expect((await known.text()).replace('hua@', 'who@')).toBe(await unknown.text())
})

test('too many tries are told with the time to wait', async () => {
  for (let n = 0; n < 5; n++) await logIn({ password: 'wrong' })
  const answer = await logIn()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30'])
  expect(await answer.text()).toContain('30 秒')
})

test('signing out ends the session and its cookie', async () => {
  const as = tokenOf(await logIn())
  const answer = await office.ask('/logout', { as, method: 'POST' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login'])
  expect(cookieOf(answer)).toContain('Max-Age=0')
  expect((await office.ask('/profile', { as })).status).toBe(401)
})

test('the page speaks the browser’s language, after signing in the person’s', async () => {
  expect(await (await office.ask('/login', { headers: { 'accept-language': 'zh-TW,zh;q=0.9' } })).text()).toContain('<html lang="zh-TW"')
  expect(await (await office.ask('/login', { headers: { 'accept-language': 'fr' } })).text()).toContain('<html lang="en"')
  expect(await (await office.ask('/profile', { as: await signedIn(office, office.agent), headers: { 'accept-language': 'fr' } })).text()).toContain(
    '<html lang="zh-CN"'
  )
})

test('a login from elsewhere is told on the next page until it is confirmed', async () => {
  const as = await signedIn(office, office.agent)
  expect(await (await office.ask('/profile', { as })).text()).not.toContain('账号有新登录')
  const { session } = await office.core.transact(() => openSession(office.core, office.agent.id, { address: '203.0.113.9', agent: 'Other' }, false))
  expect(await (await office.ask('/profile', { as })).text()).toContain('203.0.113.9')
  await office.ask(`/profile/sessions/${session.id}/confirmation`, { as, method: 'POST' })
  expect(await (await office.ask('/profile', { as })).text()).not.toContain('账号有新登录')
})

test('whoever got a password from somebody else first chooses one of their own', async () => {
  office.core.db.run('update people set must_change_password = 1 where id = ?', [office.agent.id])
  const as = tokenOf(await logIn())
  for (const path of ['/', '/conversations', '/settings', '/profile/sessions']) {
    const answer = await office.ask(path, { as })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/profile'])
  }
  expect(await (await office.ask('/profile', { as })).text()).toContain('请先改成自己的密码')
  const changed = await office.ask('/profile/password', { as, fields: { present: password, chosen: 'a small boat at dusk' } })
  expect((await office.ask('/conversations', { as: tokenOf(changed) })).status).toBe(200)
})
