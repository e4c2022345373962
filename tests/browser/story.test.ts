import { afterAll, beforeAll, expect, test } from 'bun:test'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { chromium } from '#tests/support/chromium.ts'
import { png } from '#tests/support/files.ts'
import { type Program, program } from '#tests/support/process.ts'

/* The issue's own story, from an empty folder: two people, two browsers, the real program as a process of its own. */

let kefu: Program
let browser: Browser
const complaints: string[] = []
/** What browsers say of a server that is away for a moment is no fault of a page. */
const expected = /ERR_CONNECTION_REFUSED|WebSocket connection|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|Failed to fetch|htmx:ws:error/

beforeAll(async () => {
  kefu = await program()
  await kefu.start()
  browser = await driver.launch({
    executablePath: chromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await kefu?.remove()
}, 60_000)

async function person(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
  })
  context.setDefaultTimeout(15_000)
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (fault) => void complaints.push(fault.error().message))
  return { context, page: await context.newPage() }
}

const picture = { name: '开片.png', mimeType: 'image/png', buffer: Buffer.from(png(640, 480, 2_000)) }

test('from an empty folder to an answered conversation, through a kill -9, and nobody has to explain again', async () => {
  const shop = await person()
  const link = /http\S+\/setup\?code=\S+/.exec(kefu.printed())?.[0] ?? ''
  await shop.page.goto(link)
  await shop.page.fill('[name=nickname]', '陈屿')
  await shop.page.fill('[name=email]', 'chen@tea.example')
  await shop.page.fill('[name=password]', '一壶好茶慢慢喝啊')
  await shop.page.fill('[name=siteName]', '山间茶事')
  await shop.page.fill('[name=siteUrl]', 'shanjian-tea.cn')
  await shop.page.click('form button[type=submit]')
  // Kind about what is missing, and nothing typed is lost but the password.
  if (new URL(shop.page.url()).pathname === '/setup') {
    await shop.page.waitForSelector('[aria-invalid=true]')
    expect(await shop.page.inputValue('[name=nickname]')).toBe('陈屿')
    await shop.page.fill('[name=password]', '一壶好茶，慢慢喝，不着急')
    await shop.page.fill('[name=siteUrl]', 'https://shanjian-tea.cn')
    await shop.page.click('form button[type=submit]')
  }
  await shop.page.waitForURL('**/welcome')
  // The browser's own word for the kind refusal above.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('422')])
  expect(await shop.page.locator('code').textContent()).toMatch(/<script async\s+src="http.*\/w\.js"\s+data-site="s_\w{10}"><\/script>/)
  expect((await shop.context.request.get(link)).status()).toBe(404)

  const guest = await person()
  await guest.page.goto(`${kefu.url}/demo`)
  await shop.page.goto(`${kefu.url}/visitors`)
  await shop.page.waitForSelector('#visitors-rows [id^=v]')
  await shop.page.goto(`${kefu.url}/conversations`)
  await guest.page.locator('kefu-chat .launch').click()
  const chat = guest.page.frameLocator('kefu-chat iframe')
  const write = async (text: string) => {
    await chat.locator('.kf-write textarea').fill(text)
    await chat.locator('.kf-write textarea').press('Enter')
  }
  await write('开片会漏水吗？')
  await shop.page.click('#inbox-waiting [data-accept]')
  await shop.page.waitForSelector('[role=log] .bubble:has-text("开片会漏水吗")')
  await chat.locator('.kf-write textarea').pressSequentially('如果可以', { delay: 20 })
  await shop.page.waitForSelector('.bubble-typing:has-text("如果可以")')
  const answer = async (text: string) => {
    await shop.page.fill('[data-composer-text]', text)
    await shop.page.press('[data-composer-text]', 'Enter')
  }
  await answer('不会漏的，开片只在釉面。')
  await chat.locator('text=开片只在釉面').waitFor()
  await chat.locator('text=陈屿').first().waitFor()

  // Both send pictures.
  await chat.locator('input[type=file]').first().setInputFiles(picture)
  await shop.page.waitForSelector('[role=log] img[src*="/f/"]')
  const [chooser] = await Promise.all([shop.page.waitForEvent('filechooser'), shop.page.click('[data-tool=picture]')])
  await chooser.setFiles({ ...picture, name: '礼盒.png' })
  await shop.page.waitForSelector('[data-composer-attached] *')
  await shop.page.press('[data-composer-text]', 'Enter')
  await chat.locator('img').nth(1).waitFor()

  // A second tab, another page: one conversation.
  const second = await guest.context.newPage()
  await second.goto(`${kefu.url}/demo`)
  await second.locator('kefu-chat .launch').click()
  await second.frameLocator('kefu-chat iframe').locator('text=开片只在釉面').waitFor()
  await second.close()

  // The server dies while both write.
  await kefu.end('SIGKILL')
  await chat.locator('.kf-write textarea').fill('礼盒可以刻字吗？')
  await chat.locator('.kf-write textarea').press('Enter')
  await answer('20 套以上免费刻字。')
  await kefu.start()
  await shop.page.waitForSelector('[role=log] .bubble:has-text("礼盒可以刻字吗")')
  await chat.locator('text=20 套以上免费刻字').waitFor()
  await guest.page.reload()
  await guest.page.frameLocator('kefu-chat iframe').locator('text=20 套以上免费刻字').waitFor()
  await shop.page.reload()
  await shop.page.waitForSelector('[role=log] .bubble:has-text("礼盒可以刻字吗")')

  const said = kefu.read<{ body: string | null; seq: number }>("select body, seq from entries where kind = 'message' order by seq")
  expect(said.map(({ body }) => body).filter((body) => body !== '')).toHaveLength(4)
  expect(kefu.read('select count(*) as n from conversations')).toEqual([{ n: 1 }])
  expect(kefu.read('select count(*) as n from visitors')).toEqual([{ n: 1 }])
  expect(complaints).toEqual([])
}, 120_000)
