import { afterEach, beforeEach, expect, test } from 'bun:test'
import { hasOwner, owner } from '#src/people/index.ts'
import { siteOrigins, sites } from '#src/sites/index.ts'
import { type Office, openOffice } from '#tests/support/office.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.close())

const typed = {
  nickname: '陈屿',
  email: 'chenyu@tea.example',
  password: 'a small boat at dawn',
  siteName: '山间茶事',
  siteUrl: 'tea.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  publicUrl: 'http://localhost:8080'
}
const setUp = (change: Record<string, string> = {}, code = office.setupCode) => office.ask('/setup', { fields: { ...typed, code, ...change } })
const tokenOf = (answer: Response) => /sid=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''

test('the page proposes what it can know', async () => {
  const text = await (await office.ask(`/setup?code=${office.setupCode}`, { headers: { 'accept-language': 'zh-TW', host: '192.168.1.5:8080' } })).text()
  expect(text).toContain('value="http://192.168.1.5:8080"')
  expect(text).toContain('<option value="zh-TW" selected>')
  expect(text).toContain('<option value="Asia/Taipei" selected>')
})

test('behind a proxy that speaks TLS it proposes https', async () => {
  const text = await (await office.ask(`/setup?code=${office.setupCode}`, { headers: { host: 'kefu.tea.example', 'sec-fetch-site': 'none' } })).text()
  expect(text).toContain('value="https://kefu.tea.example"')
})

test('set-up signs the owner in and shows the line to paste', async () => {
  const answer = await setUp()
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/welcome'])
  const welcome = await (await office.ask('/welcome', { as: tokenOf(answer) })).text()
  const [site] = sites(office.core)
  expect(welcome.replace(/<\/?span[^>]*>/g, '').replaceAll('&quot;', '"')).toContain(`data-site="${site?.key}"`)
  expect(welcome).toContain('href="/demo"')
  expect(siteOrigins(office.core, site?.id ?? 0)).toEqual(['https://tea.example', 'https://www.tea.example'])
  expect((await office.ask('/login', { fields: { name: typed.email, password: typed.password } })).status).toBe(303)
})

test('an address that is elsewhere is said, with a link there, and no cookie here', async () => {
  const answer = await setUp({ publicUrl: 'https://kefu.tea.example' })
  const text = await answer.text()
  expect(answer.status).toBe(201)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(text).toContain('https://kefu.tea.example/conversations')
})

test.each([
  ['nickname', { nickname: ' ' }],
  ['email', { email: 'nobody' }],
  ['password', { password: 'password123' }],
  ['password', { password: 'chenyu12345' }],
  ['siteName', { siteName: ' ' }],
  ['siteUrl', { siteUrl: 'nowhere at all' }],
  ['publicUrl', { publicUrl: 'ftp://x' }]
])('a wrong %s is told at its field, and the rest stays', async (field, change) => {
  const answer = await setUp(change as Record<string, string>)
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain(`id="${field}-error"`)
  expect(text).toContain('Asia/Shanghai" selected')
  expect(text).not.toContain(typed.password)
  expect(hasOwner(office.core)).toBe(false)
})

test('without the code there is nothing', async () => {
  for (const code of ['', 'x', 'x'.repeat(22)]) expect((await setUp({}, code)).status).toBe(403)
  expect(hasOwner(office.core)).toBe(false)
})

test('of two at once one wins, and the other finds nothing', async () => {
  const answers = await Promise.all([setUp(), setUp({ email: 'other@tea.example' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  expect(owner(office.core)).not.toBeNull()
})

test('afterwards it is gone for ever', async () => {
  await setUp()
  expect((await office.ask(`/setup?code=${office.setupCode}`)).status).toBe(404)
  expect((await setUp({ email: 'thief@tea.example' })).status).toBe(404)
  expect(office.house.setupCode.matches(office.setupCode)).toBe(false)
})
