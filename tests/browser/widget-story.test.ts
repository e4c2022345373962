import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { chromium } from 'playwright-core'
import { openWidget, userAgent, type Visit, type WidgetBench } from './support.ts'

let bench: WidgetBench
const visits: Visit[] = []
const visit: WidgetBench['visit'] = async (options) => {
  const made = await bench.visit(options)
  visits.push(made)
  return made
}

beforeAll(async () => {
  bench = await openWidget()
}, 60_000)
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close()
})
afterAll(() => bench.close(), 30_000)

/** A photo as a camera would make it: larger than anybody wants to wait for. */
async function photo({ context }: Visit): Promise<Buffer> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 2_400, height: 1_800 })
  const bytes = await page.screenshot({ type: 'jpeg', quality: 95 })
  await page.close()
  return bytes
}

async function choose({ page, chat }: Visit, entry: string, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await chat.locator('.kf-write [aria-haspopup=menu]').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), chat.getByRole('menuitem', { name: entry }).click()])
  await chooser.setFiles(files)
}

test('visitor and agent, each in a browser of their own: asked, read along, accepted, answered, read', async () => {
  const visitor = await visit({ at: 'demo', path: '/goods/ru-gaiwan' })
  await visitor.open()
  await visitor.write('开片会不会漏茶？')
  const desk = await bench.enter(bench.hua)
  await desk.page.locator('#inbox-waiting [data-accept]').first().click()
  await desk.page.waitForSelector('[data-composer-text]')
  await visitor.chat.getByText('阿华 加入了对话').waitFor()
  await visitor.chat.locator('.kf-write textarea').pressSequentially('礼盒可以', { delay: 60 })
  await desk.page.waitForSelector('.bubble-typing:has-text("礼盒可以")')
  await visitor.chat.locator('.kf-write textarea').press('Enter')
  await desk.page.waitForSelector('[role=log] .bubble:has-text("礼盒可以")')
  await desk.page.fill('[data-composer-text]', '可以刻字')
  await desk.page.press('[data-composer-text]', 'Enter')
  await visitor.chat.getByText('可以刻字').waitFor()
  // Read is what somebody has in front of them: the browser must know which of the two windows that is.
  await visitor.page.bringToFront()
  await visitor.chat.locator('.kf-write textarea').click()
  await desk.page.waitForSelector('[data-delivery=read]')
  expect(await visitor.chat.locator('.kf-name').textContent()).toBe('阿华')
  expect([...visitor.complaints, ...desk.complaints, ...bench.faults]).toEqual([])
  await desk.context.close()
}, 60_000)

test('a photo is made small before it travels, is shown in its reserved place, and opens large', async () => {
  const made = await visit()
  await made.open()
  await made.write('看这张')
  await choose(made, '图片', [{ name: '盖碗.jpg', mimeType: 'image/jpeg', buffer: await photo(made) }])
  const picture = made.chat.locator('.kf-pic-open img')
  await picture.waitFor()
  expect(bench.house.core.db.query('select name, type, width, height from files order by id desc').get()).toEqual({
    name: '盖碗.jpg',
    type: 'image/jpeg',
    width: 1_920,
    height: 1_440
  })
  expect(await picture.boundingBox()).toMatchObject({ width: 220, height: 165 })
  await made.chat.locator('.kf-pic-open').click()
  await made.chat.getByRole('dialog', { name: '盖碗.jpg' }).waitFor()
  await made.page.keyboard.press('Escape')
  await made.chat.getByRole('dialog', { name: '盖碗.jpg' }).waitFor({ state: 'detached' })
  await made.page.reload()
  await made.chat.locator('.kf-pic-open img').waitFor()
  expect(
    await made.chat.locator('.kf-pic-open img').evaluate((image) => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth))
  ).toBe(1_920)
  expect(made.complaints).toEqual([])
}, 60_000)

test('a file travels with its name; what may not be sent is said kindly and nothing is sent', async () => {
  const made = await visit()
  await made.open()
  await made.write('合同')
  await choose(made, '文件', [{ name: '合同.txt', mimeType: 'text/plain', buffer: Buffer.from('甲方乙方') }])
  await made.chat.locator('a.kf-file[href]').waitFor()
  const [download] = await Promise.all([
    made.page.waitForEvent('download'),
    made.chat.locator('a.kf-file').evaluate((link) => (link as HTMLAnchorElement).click())
  ])
  expect(download.suggestedFilename()).toBe('合同.txt')
  await choose(made, '文件', [{ name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }])
  await made.chat.getByText('「setup.exe」无法发送').waitFor()
  await choose(made, '文件', [{ name: '图.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') }])
  await made.chat.locator('.failed').waitFor()
  await made.chat.getByRole('button', { name: '删除' }).click()
  await made.chat.locator('.failed').waitFor({ state: 'detached' })
}, 60_000)

test('an upload that the network broke goes on by itself, as one message', async () => {
  const made = await visit()
  await made.open()
  await made.write('图')
  await made.chat.locator('.kf-item.mine:not(.waiting)').waitFor()
  await made.context.setOffline(true)
  await choose(made, '图片', [
    { name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64') }
  ])
  await made.chat.getByText('网络中断').waitFor()
  await made.context.setOffline(false)
  await made.chat.locator('.kf-pic-open img').waitFor()
  expect(await made.chat.locator('.kf-pic').count()).toBe(1)
}, 60_000)

test('emoji come when asked for, go where the cursor stands, and the keyboard moves among them', async () => {
  const made = await visit()
  await made.open()
  await made.chat.locator('.kf-write textarea').fill('你好')
  await made.chat.locator('.kf-write > [aria-label=表情]').click()
  await made.chat.locator('.kf-emoji-grid button').first().waitFor()
  await made.page.keyboard.press('ArrowRight')
  await made.page.keyboard.press('Enter')
  await made.page.keyboard.press('Escape')
  expect(await made.chat.locator('.kf-write textarea').inputValue()).toBe('你好😃')
}, 30_000)

test('a message that is too long stays in the field with its reason, whole', async () => {
  const made = await visit()
  await made.open()
  await made.write('字'.repeat(8_003))
  await made.chat.getByText('超出了 3 个字').waitFor()
  expect((await made.chat.locator('.kf-write textarea').inputValue()).length).toBe(8_003)
}, 30_000)

test('markup is text, links lead out safely, and nothing else is clickable', async () => {
  const made = await visit()
  await made.open()
  const hostile = '<img src=x onerror=alert(1)> javascript:alert(1) https://tea.example/?a=1&b=2\n第二行'
  await made.write(hostile)
  await bench.reply(hostile)
  await made.chat.locator('.theirs a').waitFor()
  const bodies = await made.chat.locator('.kf-item:not(.waiting) .kf-m bdi').allTextContents()
  expect(bodies.filter((text) => text === hostile)).toHaveLength(2)
  expect(await made.chat.locator('.kf-rows img').count()).toBe(0)
  const link = made.chat.locator('.theirs a')
  expect([await link.count(), await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
    1,
    'https://tea.example/?a=1&b=2',
    'noopener noreferrer nofollow ugc',
    '_blank'
  ])
  expect(made.complaints).toEqual([])
}, 30_000)

test('on a phone the window fills the screen, the page behind stands still, and the way back is where the thumb is', async () => {
  const made = await visit({ how: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } })
  await made.open()
  await made.write('手机上')
  expect(await made.page.locator('kefu-chat .frame').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  expect(await made.page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('hidden')
  expect(await made.chat.locator('.kf-write textarea').evaluate((field) => getComputedStyle(field).fontSize)).toBe('16px')
  for (const box of await Promise.all((await made.chat.locator('.kf-btn:visible').all()).map((button) => button.boundingBox())))
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await made.chat.locator('.kf-shut').click()
  await made.page.locator('kefu-chat .launch:visible').waitFor()
  expect(await made.page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('visible')
}, 30_000)

test('subdomains of one shop share one visitor through one first-party cookie', async () => {
  const { core } = bench.house
  const port = new URL(bench.shopUrl).port
  await core.transact(() => {
    core.db.query('delete from site_origins').run()
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(bench.site.id, `http://*.tea.test:${port}`)
    core.announce({ kind: 'site-changed', site: bench.site.id })
  })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.tea.test 127.0.0.1']
  })
  const context = await browser.newContext({ userAgent })
  const page = await context.newPage()
  const tokenAt = async (host: string) => {
    await page.goto(`http://${host}.tea.test:${port}/`)
    await page.locator('kefu-chat .launch:not([hidden])').waitFor()
    return page.evaluate((key) => localStorage.getItem(`kefu:${key}`) ?? '', bench.site.key)
  }
  const first = await tokenAt('www')
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(await tokenAt('shop')).toBe(first)
  const cookies = await context.cookies(page.url())
  expect(cookies.map(({ name, value, domain, sameSite }) => [name, value, domain, sameSite])).toEqual([[`kefu_${bench.site.key}`, first, '.tea.test', 'Lax']])
  await browser.close()
}, 30_000)
