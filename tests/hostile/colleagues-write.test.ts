import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { BrowserContext } from 'playwright-core'
import { changeProfile, openSession, type Person } from '#src/people/index.ts'
import { addSite, changeSettings, type Site, siteSettings } from '#src/sites/index.ts'
import { hire } from '#tests/support/chat.ts'
import { callerOf } from '#tests/support/office.ts'
import { until } from './open-port.ts'
import { opening } from './strings.ts'
import { asRead, open, openWatched, textOf, type Watched } from './watched.ts'

/*
 * The same for what colleagues write: names, sites, greetings, drafts and answers, on each other's pages, in the windows of
 * visitors, and on the shop's own pages.
 */

let watched: Watched
let agents: BrowserContext
let people: Person[]
let sites: Site[]
beforeAll(async () => {
  watched = await openWatched()
  const { port, strings } = watched
  const { core } = port.house
  agents = await watched.agent(port.owner, '203.0.113.200')
  people = []
  sites = []
  for (const [n, text] of strings.entries()) {
    people.push(await hire(core, text.slice(0, 60), `person${n}@tea.example`))
    await core.transact(() => openSession(core, people[n]?.id ?? 0, { address: '203.0.113.1', agent: text }, false))
    sites.push(await core.transact(() => siteSaying(text, n)))
  }
}, 60_000)
afterAll(() => watched.close())

function siteSaying(text: string, n: number): Site {
  const { core } = watched.port.house
  const by = callerOf(watched.port.owner)
  const site = addSite(core, by, { name: text.slice(0, 60), url: `https://shop${n}.example`, language: 'en', timeZone: 'UTC' })
  changeSettings(core, by, site.id, 'window', { ...siteSettings(core, site.id, 'window'), welcome: { en: text.slice(0, 500) } })
  return site
}

test('pages about people and sites', async () => {
  const { port, strings, expectClean } = watched
  const page = await agents.newPage()
  for (const [path, length] of [
    ['/admin/people', 24],
    ['/admin/sites', 24],
    ['/conversations', 0],
    ['/visitors', 0]
  ] as const) {
    await open(page, port.url + path)
    if (length > 0) for (const text of strings) expect((await textOf(page)).includes(asRead(text.slice(0, length)))).toBe(true)
    await expectClean(page, path)
  }
  for (const n of [...strings.keys()].filter((n) => n % 2 === 0)) {
    for (const path of [`/admin/people/${people[n]?.id}`, `/admin/sites/${sites[n]?.id}`]) {
      await open(page, port.url + path)
      expect((await textOf(page)).includes(asRead(opening(strings[n] ?? '')))).toBe(true)
      await expectClean(page, path)
    }
  }
  await page.close()
}, 90_000)

test('one’s own pages under such a name', async () => {
  const { port, strings, expectClean } = watched
  for (const n of [1, 8]) {
    const person = people[n]
    if (!person) throw new Error('nobody')
    const context = await watched.agent(person, '203.0.113.201')
    const page = await context.newPage()
    for (const path of ['/conversations', '/profile', '/profile/sessions']) {
      await open(page, port.url + path)
      await expectClean(page, `${path} of ${strings[n]}`)
    }
    await context.close()
  }
}, 60_000)

test('the window of a visitor, alone and as a plain form, with such a shop’s name and greeting', async () => {
  const { port, strings, expectClean } = watched
  const visitors = await watched.context('203.0.113.202')
  const page = await visitors.newPage()
  for (const [n, text] of strings.entries()) {
    await page.goto(`${port.url}/c/${sites[n]?.key}`)
    await page.locator('.kf-head').waitFor()
    await until(async () => (await textOf(page)).includes(asRead(text.slice(0, 400))))
    await expectClean(page, `the window of ${text}`)
  }
  await visitors.close()
}, 90_000)

test('answers and drafts, in the visitor’s window, beside the shop’s icon, and on a colleague’s screen', async () => {
  const { port, strings, expectClean } = watched
  const { core } = port.house
  const shop = await openShop()
  const colleague = await watched.page('/conversations', await watched.agent(port.hua, '203.0.113.203'))
  const visitors = await watched.context('203.0.113.204', {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
  })
  const page = await visitors.newPage()
  await page.goto(shop.origin)
  await page.locator('kefu-chat .launch').click()
  const chat = page.frameLocator('kefu-chat iframe')
  await chat.locator('.kf-write textarea').fill('在吗')
  await chat.locator('.kf-write textarea').press('Enter')
  const conversation = () => core.db.query<{ id: number }, []>("select conversation_id as id from entries where body = '在吗'").get()?.id
  await until(() => conversation() !== undefined)
  await open(colleague, `${port.url}/conversations/${conversation()}`)
  const cookie = await port.cookie(port.owner)
  const post = async (act: string, text: string) => {
    const headers = { cookie, origin: port.url, 'x-forwarded-for': '203.0.113.205' }
    const { status } = await fetch(`${port.url}/conversations/${conversation()}/${act}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ text }),
      redirect: 'manual'
    })
    expect([204, 303]).toContain(status)
  }

  for (const [n, text] of strings.entries()) {
    // Thirty in ten seconds are an agent's limit.
    if (n === 14) await page.locator('kefu-chat .launch').click()
    await core.transact(() => changeProfile(core, callerOf(port.owner), { nickname: text.slice(0, 60), language: 'zh-CN', timeZone: '' }))
    await post('draft', text)
    await post('messages', `to you: ${text}`)
    const seen = n < 14 ? chat.getByText(`to you: ${opening(text)}`) : page.locator('kefu-chat').getByText(`to you: ${opening(text)}`)
    await seen.first().waitFor()
    await until(async () => (await textOf(colleague)).includes(asRead(`to you: ${text}`)))
    await expectClean(page, `the shop with ${text}`)
    await expectClean(colleague, `a colleague with ${text}`)
  }
  await page.reload()
  await page.locator('kefu-chat .launch').click()
  for (const text of strings)
    await chat
      .getByText(`to you: ${opening(text)}`)
      .first()
      .waitFor()
  await expectClean(page, 'the shop, loaded again')
  await open(colleague, `${port.url}/conversations/${conversation()}`)
  await expectClean(colleague, 'a colleague, loaded again')
  await visitors.close()
  await shop.close()
  expect(port.faults).toEqual([])
}, 120_000)

/** A page with our line in it, that is allowed to have it. */
async function openShop(): Promise<{ origin: string; close(): Promise<void> }> {
  const { port } = watched
  const { core } = port.house
  const page = `<!doctype html><meta charset="utf-8"><title>shop</title><script async src="${port.url}/w.js" data-site="${port.site.key}"></script>`
  const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: () => new Response(page, { headers: { 'content-type': 'text/html' } }) })
  const origin = `http://127.0.0.1:${server.port}`
  watched.allow(origin)
  await core.transact(() => {
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(port.site.id, origin)
    core.announce({ kind: 'site-changed', site: port.site.id })
  })
  return { origin, close: () => server.stop(true) }
}
