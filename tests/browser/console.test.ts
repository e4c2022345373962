import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { conversationById, replyTo, rowOf, visitorSays } from '#src/conversations/index.ts'
import { endSessions } from '#src/people/index.ts'
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

test('a session that ended keeps what was sent, and it goes out after signing in again', async () => {
  const { page, context, id } = await openConversation()
  await bench.house.core.transact(() => endSessions(bench.house.core, bench.owner.id))
  await page.waitForSelector('#signed-out:not([hidden])')
  await send(page, '退出登录后写的')
  await page.waitForSelector('[data-pending]:has-text("退出登录后写的")')
  const again = await bench.enter(bench.owner, { path: `/conversations/${id}` })
  const token = (await again.context.cookies()).find(({ name }) => name === 'sid')
  if (token) await context.addCookies([token])
  await page.reload()
  await page.waitForSelector('[role=log] .msg-mine:has-text("退出登录后写的")')
  await again.page.waitForSelector('[role=log] .msg-mine:has-text("退出登录后写的")')
  await again.context.close()
  await context.close()
}, 60_000)

test('a long thread is paged both ways, holds at most 300 entries, and ends where it ended', async () => {
  const { page, context, id, visitor } = await openConversation()
  await bench.house.core.transact(() => {
    const conversation = conversationById(bench.house.core, id)
    for (let n = 1; n <= 420; n++) {
      if (!conversation) return
      replyTo(
        bench.house.core,
        conversation,
        bench.owner,
        { key: newKey(), text: `第 ${n} 句`, file: null },
        { acceptBy: 'first-reply', reachable: () => true }
      )
    }
  })
  await page.reload()
  await page.waitForSelector('[role=log] .bubble:has-text("第 420 句")')
  const scroll = (top: number) => page.evaluate((to) => document.querySelector('[data-thread]')?.scrollTo(0, to < 0 ? 1e9 : to), top)
  const seqs = () => page.$$eval('[role=log] .msg', (all) => all.map((one) => Number(one.getAttribute('data-seq'))))
  for (let turn = 0; turn < 12 && (await seqs())[0] !== 1; turn++) {
    await scroll(0)
    await page.waitForTimeout(150)
  }
  const top = await seqs()
  expect(top[0]).toBe(1)
  expect(top.length).toBeLessThanOrEqual(300)
  expect(isRun(top.slice(2))).toBe(true)
  await visitor.say('你们在说什么？')
  await page.waitForTimeout(300)
  expect((await texts(page)).at(-1)).not.toBe('你们在说什么？')
  for (let turn = 0; turn < 12 && (await texts(page)).at(-1) !== '你们在说什么？'; turn++) {
    await scroll(-1)
    await page.waitForTimeout(150)
  }
  const end = await seqs()
  expect((await texts(page)).at(-1)).toBe('你们在说什么？')
  expect(isRun(end)).toBe(true)
  expect(end.length).toBeLessThanOrEqual(300)
  await context.close()
}, 60_000)

const isRun = (seqs: readonly number[]) => seqs.every((seq, index) => index === 0 || seq === (seqs[index - 1] ?? 0) + 1)

test('what comes while one reads further up is counted, and nothing moves', async () => {
  const { page, context, visitor } = await openConversation()
  for (let n = 0; n < 30; n++) await visitor.say(`很长的一段话，第 ${n} 段。`.repeat(6))
  await page.waitForSelector('[role=log] .bubble:has-text("第 29 段")')
  await page.evaluate(() => document.querySelector('[data-thread]')?.scrollTo(0, 300))
  await page.waitForTimeout(100)
  const place = () => page.evaluate(() => document.querySelector('[role=log] .msg:nth-of-type(8)')?.getBoundingClientRect().top)
  const before = await place()
  await visitor.say('一')
  await visitor.say('二')
  await page.waitForSelector('#new-messages:not([hidden]):has-text("2 条新消息")')
  expect(await place()).toBe(before)
  await page.click('#new-messages')
  await page.waitForSelector('#new-messages', { state: 'hidden' })
  const left = await page.$eval('[data-thread]', (one) => one.scrollHeight - one.scrollTop - one.clientHeight)
  expect(left).toBeLessThan(4)
  await context.close()
}, 60_000)

test('rows stay under a pointer that rests on them, and move when it leaves', async () => {
  const { page, context } = await bench.enter(bench.hua)
  const first = await bench.visitor()
  await first.say('我先来')
  await page.waitForSelector('#inbox-waiting li:has-text("我先来")')
  await page.hover('#inbox-waiting li >> nth=0')
  const second = await bench.visitor()
  await second.say('我后来')
  await page.waitForTimeout(1_000)
  expect(await page.locator('#inbox-waiting li:has-text("我后来")').count()).toBe(0)
  await page.mouse.move(900, 400)
  await page.waitForSelector('#inbox-waiting li:has-text("我后来")')
  await context.close()
}, 30_000)

test('of two who accept at once one is told who was first', async () => {
  const one = await bench.enter(bench.owner)
  const other = await bench.enter(bench.hua)
  const visitor = await bench.visitor()
  await visitor.say('谁来接待我？')
  const row = '#inbox-waiting li:has-text("谁来接待我？") [data-accept]'
  // Under a resting pointer the row stays for a while: just long enough to be too late.
  await other.page.hover(row)
  await one.page.click(row)
  await one.page.waitForSelector('[data-composer-text]')
  await other.page.click(row)
  await other.page.waitForSelector('.toast:has-text("陈屿已接待这位访客")')
  await other.page.mouse.move(900, 400)
  await other.page.waitForFunction(() => !document.querySelector('#inbox-waiting')?.textContent?.includes('谁来接待我'))
  await one.context.close()
  await other.context.close()
}, 30_000)

test('unread counts are the same in the list, the title and every tab, and go when one reads', async () => {
  const { page, context, visitor, id } = await openConversation()
  const second = await bench.enter(bench.owner, { path: '/left-messages', context })
  await Promise.all([page.waitForURL('**/conversations'), page.click('.spine a[href="/conversations"]')])
  await page.waitForFunction(() => document.body.dataset.live === 'yes')
  const before = Number(await page.getAttribute('#counts', 'data-unread'))
  await visitor.say('一')
  await visitor.say('二')
  await page.waitForSelector(`#c${id} .count:has-text("2")`)
  const counts = (one: Page, n: number) => one.waitForFunction((wanted) => document.getElementById('counts')?.dataset.unread === String(wanted), n)
  await counts(page, before + 2)
  await counts(second.page, before + 2)
  expect(await second.page.title()).toMatch(/^\(\d+\+?\) /)
  await page.bringToFront()
  await page.click(`#c${id} a`)
  await counts(second.page, before)
  await page.waitForFunction((row) => document.querySelector(`#c${row} .conv-unread`) === null, id)
  await context.close()
}, 30_000)

test('what visitors write stands there literally, and touches nothing', async () => {
  const hostile = [
    '<img src=x onerror=window.bad=1>',
    '"><svg onload=window.bad=1>',
    '</textarea><script>window.bad=1</script>',
    '<a hx-get=/x hx-trigger=load>x</a>',
    '{"ring":1}',
    '<hx-partial hx-target="#content" hx-swap="innerHTML">weg</hx-partial>'
  ]
  const visitor = await bench.visitor({ title: hostile[1] })
  const { page, context, complaints } = await bench.enter(bench.owner)
  for (const words of hostile) await visitor.say(words)
  await page.locator('#inbox-waiting li:has-text("hx-partial") [data-accept]').click()
  await page.waitForSelector('[data-composer-text]')
  for (const words of hostile) visitor.send({ t: 'typing', text: words })
  await page.waitForSelector('.bubble-typing')
  expect((await texts(page)).slice(0, hostile.length)).toEqual(hostile)
  expect(await page.evaluate(() => 'bad' in window)).toBe(false)
  await page.fill('[data-composer-text]', hostile[2] ?? '')
  await page.press('[data-composer-text]', 'Enter')
  await page.waitForSelector('[role=log] .msg-mine')
  expect(await page.evaluate(() => 'bad' in window)).toBe(false)
  expect(complaints).toEqual([])
  await context.close()
}, 30_000)

test('the keyboard moves between conversations, closes, searches and leads back', async () => {
  const { page, context, id } = await openConversation()
  const other = await bench.visitor()
  await other.say('我也在')
  await page.waitForSelector('#inbox-waiting li:has-text("我也在")')
  await page.press('[data-composer-text]', 'Alt+ArrowUp')
  await page.waitForFunction((before) => !location.pathname.endsWith(`/${before}`), id)
  await page.keyboard.press('Alt+ArrowDown')
  await page.waitForFunction((before) => location.pathname.endsWith(`/${before}`), id)
  await page.waitForSelector('[data-composer-text]')
  await page.focus('[data-composer-text]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('inbox-search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.waitForSelector('#keys[open]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+KeyW')
  await page.waitForSelector('.reply-bar:has-text("已经结束")')
  await page.click('.reply-bar button')
  await page.waitForSelector('[data-composer-text]')
  await context.close()
}, 30_000)

test('Enter that an input method takes for itself sends nothing', async () => {
  const { page, context } = await openConversation()
  await page.fill('[data-composer-text]', 'ni hao')
  const sent = await page.evaluate(() => {
    const field = document.querySelector('[data-composer-text]')
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))
    const safari = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, keyCode: 229 } as KeyboardEventInit)
    field?.dispatchEvent(safari)
    return document.querySelectorAll('[data-pending] .msg').length
  })
  expect(sent).toBe(0)
  expect(await page.inputValue('[data-composer-text]')).toBe('ni hao')
  await context.close()
}, 30_000)

test('on a phone the list leads to the thread, the thread to the card, and the way back is the browser’s own', async () => {
  const { page, context, visitor } = await openConversation({ width: 390 })
  await page.click('.thread-head .back')
  await page.waitForSelector('#list', { state: 'visible' })
  await page.click('#inbox-mine a >> nth=0')
  await page.waitForSelector('[data-composer-text]')
  expect(await page.isVisible('#list')).toBe(false)
  await page.click('.open-card')
  await page.waitForSelector('#card', { state: 'visible' })
  await page.goBack()
  await page.waitForSelector('[data-composer-text]', { state: 'visible' })
  await page.goBack()
  await page.waitForSelector('#list', { state: 'visible' })
  visitor.leave()
  await context.close()
}, 30_000)

test('a file hangs on the composer until it has arrived, and then travels as a message', async () => {
  const { page, context, visitor } = await openConversation()
  const chooser = page.waitForEvent('filechooser')
  await page.click('[data-tool=file]')
  await (await chooser).setFiles({ name: '养护说明.txt', mimeType: 'text/plain', buffer: Buffer.from('汝窑茶器养护说明') })
  await page.waitForSelector('.attachment:has-text("养护说明.txt")')
  await page.fill('[data-composer-text]', '请看附件')
  await page.press('[data-composer-text]', 'Enter')
  await page.waitForSelector('[role=log] .bubble-file:has-text("养护说明")')
  await page.waitForSelector('[role=log] .msg-mine:has-text("请看附件")')
  expect(await page.locator('.attachment').count()).toBe(0)
  expect(visitor.entries().some((entry) => entry.kind === 'message' && entry.file?.name === '养护说明.txt')).toBe(true)
  await context.close()
}, 30_000)

test('nobody has read what nobody looks at', async () => {
  const { page, context, visitor, id } = await openConversation()
  const looks = (is: boolean) =>
    page.evaluate((focused) => {
      document.hasFocus = () => focused
      if (focused) window.dispatchEvent(new Event('focus'))
    }, is)
  await looks(false)
  await visitor.say('您还在吗？')
  await page.waitForSelector('[role=log] .bubble:has-text("您还在吗？")')
  await page.waitForTimeout(900)
  const unread = () => rowOf(bench.house.core, bench.owner, id)?.unread
  expect(unread()).toBe(1)
  await looks(true)
  for (let turn = 0; turn < 30 && unread() !== 0; turn++) await page.waitForTimeout(100)
  expect(unread()).toBe(0)
  await context.close()
}, 30_000)

test('one tab rings, the title tells while nobody looks, and the thread that is read keeps silent', async () => {
  const { page, context, visitor } = await openConversation()
  const other = await bench.enter(bench.owner, { path: '/left-messages', context })
  for (const one of [page, other.page]) {
    await one.mouse.click(5, 5)
    await one.evaluate(() => {
      const counted = window as unknown as { rung: number }
      counted.rung = 0
      const start = OscillatorNode.prototype.start
      OscillatorNode.prototype.start = function (when) {
        counted.rung++
        start.call(this, when)
      }
    })
  }
  const rung = (one: Page) => one.evaluate(() => (window as unknown as { rung: number }).rung)
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
  await visitor.say('听得见吗？')
  await page.waitForFunction(() => document.title.includes('新消息'))
  await page.waitForTimeout(800)
  expect((await rung(page)) + (await rung(other.page))).toBe(2)
  await page.evaluate(() => {
    document.hasFocus = () => true
    window.dispatchEvent(new Event('focus'))
  })
  expect(await page.title()).not.toContain('新消息')
  await other.page.close()
  await page.bringToFront()
  const before = await rung(page)
  await visitor.say('现在正看着呢')
  await page.waitForSelector('[role=log] .bubble:has-text("现在正看着呢")')
  await page.waitForTimeout(400)
  expect(await rung(page)).toBe(before)
  await context.close()
}, 30_000)

test('a status chosen in one tab is shown in the other', async () => {
  const { page, context } = await bench.enter(bench.hua)
  const other = await bench.enter(bench.hua, { path: '/left-messages', context })
  await page.click('#me > summary')
  await page.click('#me [value=busy]')
  await page.waitForSelector('#me .presence[data-state=busy]')
  await other.page.waitForSelector('#me > summary .presence[data-state=busy]')
  await page.click('#me > summary')
  await page.click('#me [value=online]')
  await context.close()
}, 30_000)

test('what was pressed without a network is said not to be done', async () => {
  const { page, context } = await openConversation()
  await context.setOffline(true)
  await page.click('[data-close-conversation]')
  await page.waitForSelector('.toast:has-text("没有连上服务器")')
  await context.setOffline(false)
  await context.close()
}, 30_000)
