import { afterAll, beforeAll, expect, test } from 'bun:test'
import { type DeskBench, openDesk } from '#tests/support/desk.ts'

let bench: DeskBench

beforeAll(async () => {
  bench = await openDesk()
}, 60_000)
afterAll(async () => {
  await bench.close()
}, 30_000)

test('a refused save keeps the save bar and leads to what is wrong, a successful one takes the bar away', async () => {
  const { page } = await bench.enter(bench.owner, { path: `/admin/sites/${bench.site.id}` })
  const bar = page.locator('[data-save-bar]')
  const save = bar.locator('button[type=submit]')
  expect(await bar.isVisible()).toBe(false)
  await page.fill('#site-form [name=name]', ' ')
  await page.fill('#site-form textarea >> nth=-1', 'Hello')
  await save.click()
  await page.waitForSelector('#site-form [name=name][aria-invalid=true]:focus')
  expect(await bar.isVisible()).toBe(true)
  await page.fill('#site-form [name=name]', '山间茶事')
  await save.click()
  await page.waitForSelector('#site-form:not(:has([aria-invalid]))')
  await bar.waitFor({ state: 'hidden' })
}, 30_000)
