import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { unreadByVisitor } from '#src/conversations/index.ts'
import { openWidget, type Visit, type WidgetBench } from './support.ts'

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
  await bench.staff(true)
})
afterAll(() => bench.close(), 30_000)

test('on a page with the strictest policy a visitor asks, is answered, and nothing is complained about', async () => {
  const { page, chat, open, write, texts, complaints } = await visit()
  await open()
  await write('开片会不会漏茶？')
  await chat.locator('[data-mark=delivered]').waitFor()
  await bench.reply('不会漏的')
  await chat.getByText('不会漏的').waitFor()
  expect(await texts()).toEqual([expect.stringContaining('山间茶事'), '开片会不会漏茶？', '不会漏的'])
  expect(await page.locator('kefu-chat .count:not([hidden])').count()).toBe(0)
  expect(complaints).toEqual([])
  expect(bench.faults).toEqual([])
}, 30_000)

test('what the agent reads and does is seen: read, typing, ended, and going on', async () => {
  const { chat, open, write } = await visit()
  await open()
  await write('一')
  await bench.reply('二')
  await chat.getByText('二').waitFor()
  await write('三')
  await bench.read()
  await chat.locator('[data-mark=read]').waitFor()
  bench.house.core.signal({ kind: 'agent-typing', conversation: 2, person: bench.hua.id })
  await chat.locator('.kf-dots').waitFor()
  await bench.end()
  await chat.getByText('对话已结束').waitFor()
  await write('还有一个问题')
  await chat.getByText('对话已继续').waitFor()
}, 30_000)

test('a closed window shows the number and the first words, and opening it reads them', async () => {
  const { page, chat, open, write } = await visit()
  await open()
  await write('在吗')
  await chat.locator('.kf-item.mine:not(.waiting)').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('kefu-chat .frame[hidden]').waitFor({ state: 'attached' })
  expect(await page.evaluate(() => document.querySelector('kefu-chat')?.shadowRoot?.activeElement?.className)).toBe('launch')
  await bench.reply('在的，<b>您说</b>')
  await page.locator('kefu-chat .peek span').waitFor()
  expect(await page.locator('kefu-chat .peek span').textContent()).toBe('在的，<b>您说</b>')
  expect(await page.locator('kefu-chat .count').textContent()).toBe('1')
  await page.locator('kefu-chat .peek-text').click()
  await page.locator('kefu-chat .count[hidden]').waitFor({ state: 'attached' })
  await chat.getByText('以下是新消息').waitFor()
  const unread = () =>
    bench.house.core.db
      .query<{ id: number }, []>('select max(visitor_id) as id from conversations')
      .all()
      .map(({ id }) => unreadByVisitor(bench.house.core, id))
  for (let i = 0; i < 40 && unread()[0] !== 0; i++) await Bun.sleep(50)
  expect(unread()).toEqual([0])
}, 30_000)

test('pages, tabs and reloads are one conversation, and the window stays as it was left', async () => {
  const first = await visit()
  await first.open()
  await first.write('第一页')
  await first.chat.getByText('第一页').waitFor()
  await first.page.goto(`${bench.shopUrl}/two`)
  await first.chat.getByText('第一页').waitFor()
  const second = await visit({ context: first.context, path: '/three' })
  await second.open()
  await second.write('第二个标签页')
  await first.chat.getByText('第二个标签页').waitFor()
  expect(bench.house.core.db.query('select count(distinct visitor_id) as n from conversations where id = (select max(id) from conversations)').get()).toEqual({
    n: 1
  })
  await first.page.locator('kefu-chat .launch').click()
  await first.page.reload()
  await first.page.locator('kefu-chat .launch:not([hidden])').waitFor()
  expect(await first.page.locator('kefu-chat iframe').count()).toBe(0)
}, 30_000)

test('what is written without a network waits in its own words, and arrives once and in order', async () => {
  const { chat, context, open, write, texts } = await visit()
  await open()
  await write('一')
  await chat.locator('.kf-item.mine:not(.waiting)').waitFor()
  await context.setOffline(true)
  await write('二')
  await write('三')
  await chat.getByText('网络已断开').waitFor()
  expect(await chat.locator('.kf-item.waiting').count()).toBe(2)
  await context.setOffline(false)
  await chat.locator('.kf-item.waiting').first().waitFor({ state: 'detached' })
  await write('四')
  await chat.getByText('四').waitFor()
  expect((await texts()).slice(1)).toEqual(['一', '二', '三', '四'])
  expect(
    bench
      .entries()
      .slice(-4)
      .map(({ body }) => body)
  ).toEqual(['一', '二', '三', '四'])
}, 40_000)

test('a restart loses nothing: the window comes back by itself and what was written meanwhile goes out', async () => {
  const { chat, open, write, texts } = await visit()
  await open()
  await write('重启之前')
  await chat.locator('.kf-item.mine:not(.waiting)').waitFor()
  await bench.restart()
  await write('重启之后')
  await chat.locator('.kf-item.mine:not(.waiting)', { hasText: '重启之后' }).waitFor({ timeout: 25_000 })
  expect((await texts()).slice(1)).toEqual(['重启之前', '重启之后'])
}, 60_000)

test('an unsent draft is there again on the next page', async () => {
  const { page, chat, open } = await visit()
  await open()
  await chat.locator('.kf-write textarea').fill('还没写完')
  await page.goto(`${bench.shopUrl}/two`)
  await chat.locator('.kf-write textarea').waitFor()
  expect(await chat.locator('.kf-write textarea').inputValue()).toBe('还没写完')
}, 30_000)

test('an Enter of the input method chooses a word and sends nothing', async () => {
  const { chat, open } = await visit()
  await open()
  const field = chat.locator('.kf-write textarea')
  await field.fill('nihao')
  await field.evaluate((element) => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))
  })
  expect(await field.inputValue()).toBe('nihao')
  await field.press('Shift+Enter')
  await field.press('Enter')
  expect(await field.inputValue()).toBe('')
}, 30_000)

test('while nobody is there a message is left, with every hint in its place, and the talk goes on from it', async () => {
  await bench.staff(false)
  const { chat, open, complaints } = await visit()
  await open()
  await chat.locator('.kf-submit').click()
  expect(await chat.locator('.kf-error').allInnerTexts()).toEqual(['请写下您的问题。', '请留下手机号或邮箱，方便我们回复您。'])
  await chat.locator('#kf-text').fill('起订量是多少？')
  await chat.locator('#kf-email').fill('lin@tea.example')
  await chat.locator('.kf-submit').click()
  await chat.getByText('留言已收到').waitFor()
  await chat.getByText('起订量是多少？').waitFor()
  expect(bench.house.core.db.query('select kind from conversations order by id desc').get()).toEqual({ kind: 'message' })
  expect(complaints).toEqual([])
}, 30_000)

test('the server’s no to a field stands under it, and no word is lost', async () => {
  await bench.staff(false)
  const { chat, open } = await visit()
  await open()
  await chat.locator('#kf-text').fill('请回电')
  await chat.locator('#kf-phone').fill('+012 345 67')
  await chat.locator('.kf-submit').click()
  await chat.locator('#kf-phone[aria-invalid=true]').waitFor()
  expect(await chat.locator('#kf-text').inputValue()).toBe('请回电')
}, 30_000)

test('the demo shop carries the widget on its pages, and a draft survives from one to the next', async () => {
  const { page, chat, open, complaints } = await visit({ at: 'demo', path: '/goods/ru-gaiwan?lang=en' })
  await open()
  expect(await chat.locator('.kf-write textarea').getAttribute('placeholder')).toBe('Write a message…')
  await page.locator('.buy button').click()
  await page.getByText('Basket').first().waitFor()
  await page.locator('kefu-chat .launch:not([hidden])').waitFor()
  expect(complaints).toEqual([])
}, 30_000)
