import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { BrowserContext } from 'playwright-core'
import { arriveSaying, type Guest, say } from './guest.ts'
import { RawVisitor, until } from './open-port.ts'
import { opening } from './strings.ts'
import { asRead, open, openWatched, textOf, type Watched } from './watched.ts'

/*
 * V01 in a real browser: every hostile string in every field that a visitor fills, through its real doors; then every page of
 * agents and administrators that can show it. No request, no violation, no element made of text, and the text stands there.
 */

let watched: Watched
let agents: BrowserContext
const guests: Guest[] = []
beforeAll(async () => {
  watched = await openWatched()
  agents = await watched.agent(watched.port.owner, '203.0.113.200')
}, 60_000)
afterAll(() => watched.close())

test('lists that are open while it arrives', async () => {
  const { port, strings, page, expectClean } = watched
  const [inbox, list, left] = [await page('/conversations', agents), await page('/visitors', agents), await page('/left-messages', agents)]
  for (const [n, text] of strings.entries()) guests.push(await arriveSaying(port, text, n + 1))
  for (const text of strings) {
    await left.getByText(opening(text)).first().waitFor()
    await until(async () => (await textOf(inbox)).includes(asRead(opening(text))) && (await textOf(list)).includes(asRead(opening(text))))
  }
  await expectClean(inbox, 'the inbox, pushed')
  await expectClean(list, 'the list of visitors, pushed')
  await expectClean(left, 'left messages, pushed')
  for (const path of ['/conversations', '/visitors', '/left-messages']) {
    await open(inbox, port.url + path)
    for (const text of strings) expect((await textOf(inbox)).includes(asRead(opening(text)))).toBe(true)
    await expectClean(inbox, `${path}, loaded`)
  }
  for (const each of [inbox, list, left]) await each.close()
}, 120_000)

test('threads with what is said and what is being typed, and the card beside them', async () => {
  const { port, strings, expectClean } = watched
  const page = await agents.newPage()
  for (const [n, { window, conversation }] of guests.entries()) {
    const text = strings[n] ?? ''
    await open(page, `${port.url}/conversations/${conversation}`)
    await until(() => port.house.hub.tabsShowing(conversation).length > 0)
    window.send({ t: 'typing', text: text.slice(0, 900) })
    await until(async () => asRead((await page.locator(`#typing-${conversation}`).textContent()) ?? '').includes(asRead(text.slice(0, 100))))
    await expectClean(page, `typing ${text}`)
    await say(window, { text: `again ${text.slice(0, 7_000)}` })
    await until(async () => (await textOf(page)).includes(asRead(`again ${text.slice(0, 7_000)}`)))
    expect({ text, stands: (await textOf(page)).includes(asRead(text)) }).toEqual({ text, stands: true })
    await expectClean(page, `the thread of ${text}`)
  }
  await page.close()
}, 180_000)

test('cards of visitors, and left messages', async () => {
  const { port, expectClean } = watched
  const page = await agents.newPage()
  for (const { id } of port.house.presence.guests()) {
    await open(page, `${port.url}/visitors/${id}`)
    await expectClean(page, `card ${id}`)
  }
  const left = port.house.core.db.query<{ id: number }, []>("select id from conversations where kind = 'message'").all()
  expect(left.length).toBe(guests.length)
  for (const { id } of left.filter((_, n) => n % 3 === 0)) {
    await open(page, `${port.url}/conversations/${id}`)
    expect(await textOf(page)).toContain('留言')
    await expectClean(page, `left message ${id}`)
  }
  await page.close()
}, 120_000)

test('searches for it, addresses with it, and pages that do not exist', async () => {
  const { port, strings, expectClean } = watched
  const { core } = port.house
  await core.transact(() => core.db.query("update conversations set state = 'closed', closed_at = 1, closed_by = 1 where kind = 'chat'").run())
  const page = await agents.newPage()
  const paths = ['/closed', '/conversations', '/visitors', '/left-messages', '/nothing', '/login', '/demo']
  for (const [n, text] of strings.entries()) {
    const words = encodeURIComponent(text.slice(0, 90))
    for (const path of [paths[n % paths.length], n % 2 === 0 ? `/${words}` : paths[(n + 3) % paths.length]]) {
      await open(page, `${port.url}${path}?q=${words}&site=${words}&show=${words}&sort=${words}&before=${words}&next=${words}&l=${words}`)
      await expectClean(page, `${path} with ${text}`)
    }
  }
  await open(page, `${port.url}/closed`)
  for (const text of strings) expect((await textOf(page)).includes(asRead(opening(text)))).toBe(true)
  const search = page.locator('input[type=search]').first()
  for (const text of strings.slice(0, 5)) {
    await search.fill(text.slice(0, 60))
    await page.waitForResponse(/\/closed\?/)
    await expectClean(page, `closed, searched in place for ${text}`)
  }
  await page.close()
}, 180_000)

test('pages of administrators: sites with where the code was seen and who was turned away, people, sessions', async () => {
  const { port, expectClean, strings } = watched
  const page = await agents.newPage()
  for (const path of [
    '/admin/sites',
    `/admin/sites/${port.site.id}`,
    '/admin/people',
    '/profile',
    '/profile/sessions',
    '/settings',
    '/admin/style',
    '/welcome',
    '/help'
  ]) {
    await open(page, port.url + path)
    if (path.startsWith('/admin/sites/')) expect(await textOf(page)).toContain(`s${strings.length}.foreign.example`)
    await expectClean(page, path)
  }
  await page.close()
}, 60_000)

test('the tab’s title and the notice of the system are plain, short and on one line (A29)', async () => {
  const { port, strings, expectClean } = watched
  const notices: { title: string; body: string }[] = []
  const context = await watched.agent(port.owner, '203.0.113.201')
  await context.exposeBinding('noticed', (_, title: string, body: string) => void notices.push({ title, body }))
  await context.addInitScript(() => {
    const tell = (window as unknown as { noticed(title: string, body: string): void }).noticed
    function Shown(title: string, { body = '' }: NotificationOptions = {}) {
      tell(title, body)
    }
    Object.assign(window, { Notification: Object.assign(Shown, { permission: 'granted' }) })
    Object.defineProperty(document, 'hasFocus', { value: () => false })
  })
  const page = await context.newPage()
  await open(page, `${port.url}/visitors`)
  for (const [n, text] of strings.filter((_, n) => n % 2 === 0).entries()) {
    const visitor = await RawVisitor.open(port.url, { address: `198.51.100.${100 + n}` })
    await visitor.hello(port.site.key, { title: text.slice(0, 300) })
    await say(visitor, { text: `\u202e\u0007${text}\n${text}`.slice(0, 7_999) })
    await until(() => notices.length > n)
    const { title = '', body = '' } = notices[n] ?? {}
    expect(body.startsWith(opening(text).trim())).toBe(true)
    expect([title.length, body.length].every((length) => length <= 120)).toBe(true)
    expect(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u.test(title + body)).toBe(false)
    visitor.leave()
  }
  await expectClean(page, 'notices')
  await context.close()
}, 90_000)

test('the form without scripts gives it back as it was typed', async () => {
  const { port, strings, expectClean } = watched
  const context = await watched.context('203.0.113.202', { javaScriptEnabled: false })
  const page = await context.newPage()
  for (const text of strings) {
    await page.goto(`${port.url}/c/${port.site.key}?l=${encodeURIComponent(text.slice(0, 100))}&x=${encodeURIComponent(text.slice(0, 300))}`)
    await page.fill('textarea', text)
    await page.fill('input[name=name]', text.slice(0, 80))
    await page.fill('input[name=phone]', text.slice(0, 40))
    await page.click('button[type=submit]')
    await page.waitForSelector('[aria-invalid=true], .kf-fault')
    expect([await page.inputValue('textarea'), await page.inputValue('input[name=name]')]).toEqual([text, text.slice(0, 80)])
    await expectClean(page, `the form with ${text}`)
  }
  await context.close()
}, 120_000)

test('this test would notice: what is not escaped is found, as an element and as a violation', async () => {
  const { port, strings, complaints, asked } = watched
  const page = await watched.page('/login', await watched.context('203.0.113.203'))
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), strings[0] ?? '')
  await until(() => complaints.length > 0)
  await expect(watched.expectClean(page, 'a page that forgot to escape')).rejects.toThrow()
  complaints.length = 0
  asked.length = 0
  expect(port.faults).toEqual([])
})
