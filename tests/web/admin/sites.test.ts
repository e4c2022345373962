import { afterEach, beforeEach, expect, test } from 'bun:test'
import { noteRefusedOrigin, noteSighting, siteByKey, siteOrigins, sites } from '#src/sites/index.ts'
import { openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
let as: string
let page: string
beforeEach(async () => {
  office = await openStaffedOffice()
  as = await signedIn(office, office.owner)
  page = `/admin/sites/${office.site.id}`
})
afterEach(() => office.close())

const typed = { name: 'Mountain Tea', url: 'https://mountain-tea.example', language: 'en', timeZone: 'Europe/London' }
const whole = {
  ...typed,
  accept: 'click',
  'welcome.zh-CN': '您好\n欢迎光临',
  'welcome.zh-TW': '',
  'welcome.en': 'Hello',
  'form.name': 'off',
  'form.email': 'required',
  'form.phone': 'optional'
}
const textOf = async (path: string) => (await office.ask(path, { as })).text()

test('a new site leads to its page with the line to paste', async () => {
  const answer = await office.ask('/admin/sites', { as, fields: typed })
  const added = sites(office.core).find(({ name }) => name === 'Mountain Tea')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/admin/sites/${added?.id}`])
  const text = (await textOf(`/admin/sites/${added?.id}`)).replace(/<\/?span[^>]*>/g, '').replaceAll('&quot;', '"')
  expect(text).toContain(`src="http://localhost:8080/w.js" data-site="${added?.key}"`)
})

test('saving changes everything at once, and every open window with it', async () => {
  expect(siteByKey(office.core, office.site.key)?.window.accept).toBe('first-reply')
  expect((await office.ask(page, { as, fields: whole })).status).toBe(303)
  expect(siteByKey(office.core, office.site.key)).toMatchObject({
    name: 'Mountain Tea',
    language: 'en',
    timeZone: 'Europe/London',
    window: { accept: 'click', welcome: { 'zh-CN': '您好\n欢迎光临', en: 'Hello' } },
    form: { name: 'off', email: 'required', phone: 'optional' }
  })
})

test('for htmx the form comes back with the new title and a word', async () => {
  const text = await (await office.ask(page, { as, htmx: true, fields: whole })).text()
  expect(text).toStartWith('<form class="form-part" id="site-form"')
  expect(text).toContain('<hx-partial hx-target="#site-head" hx-swap="outerHTML"')
  expect(text).toContain('已保存「Mountain Tea」')
})

test('one wrong field and nothing is saved', async () => {
  for (const htmx of [true, false]) {
    const answer = await office.ask(page, { as, htmx, fields: { ...whole, url: 'nowhere at all' } })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="url-error"')
    expect(text).toContain('value="nowhere at all"')
    expect(text).toContain('欢迎光临')
  }
  expect(siteByKey(office.core, office.site.key)).toMatchObject({ name: '山间茶事', window: { accept: 'first-reply' } })
})

test('saving without a change leaves one row in the log, not three', async () => {
  await office.ask(page, { as, fields: whole })
  await office.ask(page, { as, fields: whole })
  expect(office.core.db.query<{ n: number }, []>("select count(*) as n from audit where action = 'site.settings_changed'").get()?.n).toBe(2)
})

test('whether the line works is said with place and time', async () => {
  expect(await textOf(page)).toContain('还没有人打开过')
  await office.core.transact(() => noteSighting(office.core, office.site.id, 'https://tea.example', 'https://tea.example/teaware'))
  expect(await textOf(page)).toContain('tea.example/teaware 检测到代码')
  office.clock.now += 8 * 24 * 3_600_000
  as = await signedIn(office, office.owner)
  expect(await textOf(page)).toContain('代码还在吗')
})

test('who was turned away is listed, and allowed with one press', async () => {
  await office.core.transact(() => noteRefusedOrigin(office.core, office.site.id, 'https://blog.tea.example', 7))
  expect(await textOf(page)).toContain('https://blog.tea.example')
  const part = await (await office.ask(`${page}/origins`, { as, htmx: true, fields: { origin: 'https://blog.tea.example' } })).text()
  expect(part).toStartWith('<div class="fields" id="origins"')
  expect(part).not.toContain('被拒绝的来源')
  expect(siteOrigins(office.core, office.site.id)).toContain('https://blog.tea.example')
})

test('a wrong origin is told at its field', async () => {
  for (const htmx of [true, false]) {
    const answer = await office.ask(`${page}/origins`, { as, htmx, fields: { origin: 'https://*.com' } })
    const text = await answer.text()
    expect([answer.status, text.includes('id="origin-error"'), text.includes('value="https://*.com"')]).toEqual([422, true, true])
  }
})

test('a removed site is gone for visitors, and can be brought back', async () => {
  await office.ask(`${page}/removal`, { as, method: 'POST' })
  expect(siteByKey(office.core, office.site.key)).toBeNull()
  expect(await textOf('/admin/sites')).toContain('已移除的网站')
  await office.ask(`${page}/return`, { as, method: 'POST' })
  expect(siteByKey(office.core, office.site.key)?.id).toBe(office.site.id)
})
