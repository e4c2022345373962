import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { conversationById, visitorSays } from '#src/conversations/index.ts'
import { type DeskBench, openDesk } from '#tests/support/desk.ts'
import { newKey } from '#tests/support/visitor.ts'

let bench: DeskBench

beforeAll(async () => {
  bench = await openDesk()
}, 60_000)
afterAll(async () => {
  await bench.close()
}, 30_000)

const texts = (page: Page) => page.locator('[role=log] .msg .bubble').allInnerTexts()
const send = async (page: Page, text: string) => {
  await page.fill('[data-composer-text]', text)
  await page.press('[data-composer-text]', 'Enter')
}

test('a request appears, is accepted, typed along and answered, and nothing is complained about', async () => {
  const { page, context, complaints } = await bench.enter(bench.owner)
  const visitor = await bench.visitor()
  await visitor.say('开片会不会漏茶？')
  await page.click('#inbox-waiting [data-accept]')
  await page.waitForSelector('[data-composer-text]')
  expect(new URL(page.url()).pathname).toMatch(/^\/conversations\/\d+$/)
  visitor.send({ t: 'typing', text: '如果可以开专票' })
  await page.waitForSelector('.bubble-typing:has-text("如果可以开专票")')
  await page.waitForSelector('#inbox-mine .conv-last:has-text("如果可以开专票")')
  await visitor.say('如果可以开专票的话，我今天就可以')
  await page.waitForSelector('[role=log] .bubble:has-text("我今天就可以")')
  expect(await page.locator('.bubble-typing').count()).toBe(0)
  await send(page, '不会漏的')
  await page.waitForSelector('[role=log] .msg-mine .bubble:has-text("不会漏的")')
  const last = (await visitor.hear('state')) && visitor.entries().at(-1)
  expect(last).toMatchObject({ kind: 'message', by: 'agent', text: '不会漏的' })
  visitor.send({ t: 'read', c: last?.c ?? '', seq: last?.seq ?? 0 })
  await page.waitForSelector('[data-delivery=read]')
  expect(await page.inputValue('[data-composer-text]')).toBe('')
  expect(complaints).toEqual([])
  expect(bench.faults).toEqual([])
  await context.close()
}, 30_000)

/** A conversation that the owner has accepted, with the page that shows it. */
async function openConversation(how: { width?: number } = {}) {
  const visitor = await bench.visitor()
  await visitor.say('在吗？')
  const id = bench.house.core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id ?? 0
  const desk = await bench.enter(bench.owner, { path: `/conversations/${id}`, ...how })
  await send(desk.page, '在的')
  await desk.page.waitForSelector('[role=log] .msg-mine')
  return { ...desk, visitor, id }
}

test('what is sent without a network waits, says so, survives a reload, and arrives once', async () => {
  const { page, context, id, visitor } = await openConversation()
  await context.setOffline(true)
  await send(page, '先记下这一句')
  expect(await page.inputValue('[data-composer-text]')).toBe('')
  await page.waitForSelector('[data-pending-state=waiting] >> text=先记下这一句')
  await send(page, '再记一句')
  await context.setOffline(false)
  await page.waitForSelector('[role=log] .msg-mine:has-text("再记一句")')
  await page.waitForFunction(() => document.querySelector('[data-pending]')?.childElementCount === 0)
  expect((await texts(page)).slice(-2)).toEqual(['先记下这一句', '再记一句'])
  await context.setOffline(true)
  await send(page, '断网后重开页面')
  await page.waitForTimeout(300)
  await context.setOffline(false)
  await page.goto(page.url())
  await page.waitForSelector('[role=log] .msg-mine:has-text("断网后重开页面")')
  const said = bench.house.core.db
    .query<{ body: string }, [number]>("select body from entries where conversation_id = ? and author_kind = 'agent' and kind = 'message' order by seq")
    .all(id)
  expect(said.map(({ body }) => body)).toEqual(['在的', '先记下这一句', '再记一句', '断网后重开页面'])
  visitor.leave()
  await context.close()
}, 60_000)

test('a refused message stays with its reason, and is sent again or thrown away by hand', async () => {
  const { page, context, id } = await openConversation()
  await page.route('**/messages', (route) =>
    route.fulfill({ status: 422, contentType: 'text/html', body: '<div data-toast><span class="grow">不行</span></div>' })
  )
  await send(page, '会被拒绝的话')
  await page.waitForSelector('[data-pending-state=refused] >> text=不行')
  await page.reload()
  await page.waitForSelector('[data-pending-state=refused] >> text=会被拒绝的话')
  await page.unroute('**/messages')
  await page.click('[data-resend]')
  await page.waitForSelector('[role=log] .msg-mine:has-text("会被拒绝的话")')
  await page.route('**/messages', (route) => route.fulfill({ status: 422, body: '' }))
  await send(page, '不要了')
  await page.click('[data-pending-state=refused] [data-discard]')
  await page.waitForFunction(() => document.querySelector('[data-pending]')?.childElementCount === 0)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kefu.out.')).length)).toBe(0)
  expect(id).toBeGreaterThan(0)
  await context.close()
}, 60_000)

test('a draft survives another conversation, a reload and a lost network, and is gone once it is sent', async () => {
  const { page, context } = await openConversation()
  await page.fill('[data-composer-text]', '写了一半')
  await page.waitForSelector('[data-composer-state]:has-text("草稿已保存")')
  await page.waitForSelector('#inbox-mine .conv-last:has-text("草稿")')
  await page.reload()
  expect(await page.inputValue('[data-composer-text]')).toBe('写了一半')
  await page.waitForFunction(() => document.body.dataset.live === 'yes')
  await context.setOffline(true)
  await page.fill('[data-composer-text]', '写了一半，断网了')
  await page.waitForTimeout(200)
  await context.setOffline(false)
  await page.reload()
  expect(await page.inputValue('[data-composer-text]')).toBe('写了一半，断网了')
  await page.press('[data-composer-text]', 'Enter')
  await page.waitForSelector('[role=log] .msg-mine:has-text("断网了")')
  await page.waitForFunction(() => document.querySelector('#inbox-mine [aria-current] .draft') === null)
  await page.reload()
  expect(await page.inputValue('[data-composer-text]')).toBe('')
  await context.close()
}, 60_000)

test('after a restart of the server the page comes back by itself and has missed nothing', async () => {
  const { page, context, id } = await openConversation()
  await bench.restart(async ({ core }) => {
    const { visitorId, siteId, visitId } = conversationById(core, id) ?? { visitorId: 0, siteId: 0, visitId: null }
    const speaker = { siteId, visitorId, visitId: visitId ?? 0, pageId: () => null, language: null }
    await core.transact(() => visitorSays(core, speaker, { key: newKey(), text: '重启时说的', file: null }, () => true))
  })
  await page.waitForSelector('[role=log] .bubble:has-text("重启时说的")', { timeout: 25_000 })
  await send(page, '我在')
  await page.waitForSelector('[role=log] .msg-mine:has-text("我在")')
  await context.close()
}, 60_000)
