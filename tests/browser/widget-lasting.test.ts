import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
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
})
afterAll(() => bench.close(), 30_000)

const sent = ({ chat }: Visit, text: string) => chat.locator('.kf-item.mine:not(.waiting)', { hasText: text }).waitFor({ timeout: 20_000 })

test('a visitor whom a restarted appliance does not know gets a new token, and what was written is not lost', async () => {
  const made = await visit()
  await made.open()
  await made.chat.locator('.kf-write textarea').waitFor()
  await bench.restart()
  await made.write('还认得我吗')
  await sent(made, '还认得我吗')
  expect((await made.texts()).slice(1)).toEqual(['还认得我吗'])
}, 60_000)

test('after a restore the window shows what the file holds, and sends what it still holds itself', async () => {
  const made = await visit()
  await made.open()
  await made.write('恢复之前')
  await sent(made, '恢复之前')
  await made.write('备份之后')
  await sent(made, '备份之后')
  // The backup was made between the two.
  await bench.restart(async ({ core: { db } }) => {
    db.query('update appliance set epoch = randomblob(16)').run()
    const { id, conversation } = db
      .query<{ id: number; conversation: number }, []>('select id, conversation_id as conversation from entries order by id desc')
      .get() ?? { id: 0, conversation: 0 }
    db.query('update conversations set seq = seq - 1, visitor_seq = visitor_seq - 1, last_entry_id = ? where id = ?').run(id - 1, conversation)
    db.query('delete from entries where id = ?').run(id)
  })
  await made.chat.getByText('备份之后').waitFor({ state: 'detached', timeout: 20_000 })
  await made.write('恢复之后')
  await sent(made, '恢复之后')
  expect((await made.texts()).slice(1)).toEqual(['恢复之前', '恢复之后'])
}, 60_000)

test('older messages come when one scrolls up, and what is being read stays where it is', async () => {
  const made = await visit()
  await made.open()
  await made.write('第 0 条')
  await sent(made, '第 0 条')
  for (let n = 1; n <= 70; n++) await bench.reply(`第 ${n} 条`)
  await made.page.reload()
  await made.chat.getByText('第 70 条', { exact: true }).waitFor()
  expect(await made.chat.getByText('第 5 条', { exact: true }).count()).toBe(0)
  expect(await made.chat.locator('.kf-log').evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight))).toBe(0)
  const top = await made.chat.locator('.kf-item').nth(2).textContent()
  const place = await made.chat.locator('.kf-log').evaluate((log, text) => {
    log.scrollTop = 0
    const row = Array.from(log.querySelectorAll('.kf-item')).find((item) => item.textContent === text)
    return row ? Math.round(row.getBoundingClientRect().top) : -1
  }, top)
  await made.chat.getByText('第 0 条', { exact: true }).waitFor({ state: 'attached' })
  const after = await made.chat.locator('.kf-log').evaluate((log, text) => {
    const row = Array.from(log.querySelectorAll('.kf-item')).find((item) => item.textContent === text)
    return row ? Math.round(row.getBoundingClientRect().top) : -1
  }, top)
  expect(Math.abs(after - place)).toBeLessThanOrEqual(2)
  expect((await made.texts()).filter((text) => /^第 \d+ 条$/.test(text))).toEqual(Array.from({ length: 71 }, (_, n) => `第 ${n} 条`))
}, 60_000)

test('new messages do not pull away whoever reads further up: a pill says how many and leads there', async () => {
  const made = await visit()
  await made.open()
  await made.write('开始')
  await sent(made, '开始')
  for (let n = 1; n <= 20; n++) await bench.reply(`回复 ${n}`)
  await made.chat.getByText('回复 20', { exact: true }).waitFor()
  await made.chat.locator('.kf-log').evaluate((log) => {
    log.scrollTop = 0
  })
  await made.chat.locator('.kf-jump').waitFor()
  await bench.reply('最新一条')
  await made.chat.getByText('1 条新消息').waitFor()
  expect(await made.chat.locator('.kf-log').evaluate((log) => log.scrollTop)).toBe(0)
  await made.chat.locator('.kf-jump').click()
  await made.chat.locator('.kf-jump').waitFor({ state: 'hidden' })
  expect(await made.chat.locator('.kf-log').evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight))).toBe(0)
}, 60_000)

test('a message rings in one tab of several, only after a touch, and not once the sound is off', async () => {
  const before = () => {
    class Counted {
      state = 'running'
      currentTime = 0
      destination = {}
      createOscillator() {
        Reflect.set(window, 'rang', (Reflect.get(window, 'rang') ?? 0) + 1)
        return { frequency: {}, connect() {}, start() {}, stop() {} }
      }
      createGain() {
        return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect() {} }
      }
    }
    Reflect.set(window, 'AudioContext', Counted)
  }
  const first = await visit({ before })
  const second = await visit({ context: first.context, path: '/two' })
  const notes = async () =>
    ((await first.page.evaluate(() => Reflect.get(window, 'rang') ?? 0)) + (await second.page.evaluate(() => Reflect.get(window, 'rang') ?? 0))) as number
  await first.open()
  await first.write('在吗')
  await sent(first, '在吗')
  await first.page.keyboard.press('Escape')
  await second.page.locator('h1').click()
  await bench.reply('在的')
  await second.page.locator('kefu-chat .peek:not([hidden])').waitFor()
  await second.page.waitForTimeout(600)
  expect(await notes()).toBe(2)
  await first.page.bringToFront()
  await first.page.locator('kefu-chat .launch').click()
  await first.chat.locator('.kf-head [aria-haspopup=menu]').click()
  await first.chat.getByText('关闭提示音').click()
  await first.page.locator('kefu-chat .launch').click()
  await first.page.waitForTimeout(2_100)
  await bench.reply('还在吗')
  await first.page.locator('kefu-chat .peek:not([hidden])').waitFor()
  await first.page.waitForTimeout(600)
  expect(await notes()).toBe(2)
}, 60_000)

test('a page in the back/forward cache holds no line, and has one again when it comes back', async () => {
  const made = await visit()
  await made.page.locator('kefu-chat .launch:not([hidden])').waitFor()
  const links = () => [...bench.house.links.all()].length
  const before = links()
  await made.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  for (let i = 0; i < 40 && links() === before; i++) await Bun.sleep(50)
  expect(links()).toBe(before - 1)
  await made.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  for (let i = 0; i < 40 && links() !== before; i++) await Bun.sleep(50)
  expect(links()).toBe(before)
}, 30_000)

test('a tab that is hidden for five minutes sleeps, and is awake when it is looked at', async () => {
  const made = await visit()
  await made.page.clock.install()
  await made.page.reload()
  await made.page.locator('kefu-chat .launch:not([hidden])').waitFor({ state: 'attached' })
  const links = () => [...bench.house.links.all()].length
  const before = links()
  const show = (hidden: boolean) =>
    made.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await show(true)
  await made.page.clock.fastForward('04:50')
  await Bun.sleep(300)
  expect(links()).toBe(before)
  await made.page.clock.fastForward('00:20')
  for (let i = 0; i < 40 && links() === before; i++) await Bun.sleep(50)
  expect(links()).toBe(before - 1)
  await show(false)
  await made.page.clock.fastForward('00:01')
  for (let i = 0; i < 40 && links() !== before; i++) await Bun.sleep(50)
  expect(links()).toBe(before)
}, 30_000)
