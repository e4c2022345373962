import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { type Desk, type DeskBench, openDesk } from '#tests/support/desk.ts'
import type { TestVisitor } from '#tests/support/visitor.ts'

let bench: DeskBench
let desk: Desk
let here: TestVisitor[] = []

beforeAll(async () => {
  bench = await openDesk()
}, 60_000)
afterAll(async () => {
  await bench.close()
}, 30_000)
beforeEach(async () => {
  for (const title of ['盖碗', '普洱', '茶饼']) await comes(title)
  desk = await bench.enter(bench.owner, { path: '/visitors' })
  await desk.page.waitForFunction(() => document.querySelectorAll('#visitors-rows > tr').length >= 3)
}, 30_000)
afterEach(async () => {
  for (const visitor of here) visitor.leave()
  here = []
  for (const guest of bench.house.presence.guests()) guest.goneAt = 0
  bench.house.presence.sweep(Date.now())
  expect(desk.complaints).toEqual([])
  expect(bench.faults).toEqual([])
  await desk.context.close()
})

async function comes(title: string): Promise<TestVisitor> {
  const visitor = await bench.visitor({ title })
  here.push(visitor)
  return visitor
}

const pages = (page: Page) => page.locator('#visitors-rows .page-link').allInnerTexts()
const rowOf = (page: Page, title: string) => page.locator('#visitors-rows > tr', { has: page.locator(`.page-link:has-text("${title}")`) })
const focusedPage = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('.page-link')?.textContent ?? null)

test('who comes appears at the top within a second, and tints', async () => {
  const { page } = desk
  const began = performance.now()
  await comes('新茶')
  await page.waitForSelector('#visitors-rows > tr.arrived .page-link:has-text("新茶")')
  expect(performance.now() - began).toBeLessThan(10_000)
  expect((await pages(page))[0]).toBe('新茶')
  expect(await page.textContent('#visitors-present')).toContain('4')
}, 20_000)

test('nothing moves under the pointer, and what waited comes when it goes', async () => {
  const { page } = desk
  const before = await pages(page)
  await rowOf(page, '普洱').hover()
  await comes('新茶')
  here[0]?.send({ t: 'page', url: 'https://tea.example/p/cup', title: '茶杯' })
  await page.waitForSelector('#visitors-rows .page-link:has-text("茶杯")')
  expect((await pages(page)).map((title) => (title === '茶杯' ? '盖碗' : title))).toEqual(before)
  await page.mouse.move(3, 3)
  await page.waitForSelector('#visitors-rows .page-link:has-text("新茶")', { timeout: 2_000 })
}, 20_000)

test('keys walk through the rows, open the card, and come back to the row', async () => {
  const { page } = desk
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('visitors-q')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focusedPage(page)).toBe('普洱')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#visitor[open] #visitor-detail .trail :text("普洱")')
  here[1]?.send({ t: 'page', url: 'https://tea.example/p/cake', title: '饼茶' })
  await page.waitForSelector('#visitor[open] .trail :text("饼茶")')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('#visitor[open]'))
  expect(await focusedPage(page)).toBe('饼茶')
}, 20_000)

test('typing filters, keeps the place in the field, and goes on by itself', async () => {
  const { page } = desk
  await page.click('#visitors-q')
  await page.keyboard.type('茶', { delay: 20 })
  await page.waitForFunction(() => document.querySelectorAll('#visitors-rows > tr').length === 1)
  expect(new URL(page.url()).searchParams.get('q')).toBe('茶')
  await comes('岩茶')
  await comes('咖啡')
  await page.waitForSelector('#visitors-rows .page-link:has-text("岩茶")')
  expect((await pages(page)).sort()).toEqual(['岩茶', '茶饼'])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('visitors-q')
  await page.reload()
  expect((await pages(page)).sort()).toEqual(['岩茶', '茶饼'])
}, 20_000)

test('a column sorts by a click, turns round by the next, and stays so when somebody comes', async () => {
  const { page } = desk
  const head = page.locator('#visitors th:nth-child(5)')
  await head.locator('a').click()
  await page.waitForSelector('#visitors th:nth-child(5)[aria-sort=ascending]')
  expect(await pages(page)).toEqual(['茶饼', '盖碗', '普洱'])
  await head.locator('a').click()
  await page.waitForSelector('#visitors th:nth-child(5)[aria-sort=descending]')
  await page.mouse.move(3, 3)
  await comes('龙井')
  await page.waitForSelector('#visitors-rows .page-link:has-text("龙井")')
  expect(await pages(page)).toEqual(['普洱', '龙井', '盖碗', '茶饼'])
}, 20_000)

test('who waits is accepted from the list, straight into the conversation', async () => {
  const { page } = desk
  await here[0]?.say('在吗？')
  await page.click('#visitors-rows > tr:first-child .acts button')
  await page.waitForURL(/\/conversations\/\d+$/)
  await page.waitForSelector('[data-composer-text]')
}, 20_000)

test('after a restart the list is right again, without anybody asking', async () => {
  const { page } = desk
  await bench.restart()
  here = []
  await comes('新茶')
  await page.waitForFunction(() => document.querySelectorAll('#visitors-rows > tr').length === 1, undefined, { timeout: 20_000 })
  expect(await pages(page)).toEqual(['新茶'])
  desk.complaints.length = 0
}, 40_000)

test('on a phone each visitor is a card of three lines, and nothing is wider than the screen', async () => {
  const phone = await bench.enter(bench.owner, { path: '/visitors', width: 390 })
  await phone.page.waitForSelector('#visitors-rows .line-3')
  const widths = await phone.page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('#visitors-rows')?.scrollWidth ?? 0])
  expect(Math.max(...widths)).toBeLessThanOrEqual(390)
  await rowOf(phone.page, '普洱').locator('.who > a').click()
  await phone.page.waitForSelector('#visitor[open] .trail')
  expect(phone.complaints).toEqual([])
  await phone.context.close()
}, 20_000)
