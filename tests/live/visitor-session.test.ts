import { afterEach, beforeEach, expect, test } from 'bun:test'
import { acceptConversation, closeConversation, conversationFor, lastEntries, replyTo } from '#src/conversations/index.ts'
import { digest } from '#src/platform/tokens.ts'
import { presentVisitors, type VisitorsView } from '#src/visitors/index.ts'
import { type ChatBench, openChat } from '#tests/support/chat.ts'
import { newKey, newPage, TestVisitor, wireVisitors } from '#tests/support/visitor.ts'

let bench: ChatBench
beforeEach(async () => {
  bench = await openChat()
  wireVisitors(bench.house)
})
afterEach(() => bench.close())

const view: VisitorsView = { site: null, states: [], text: '', sort: { by: 'entered', down: true }, limit: 50, offset: 0, language: 'zh-CN' }
const present = () => presentVisitors(bench.house.presence, view, bench.clock.now).rows
const reply = (conversation: number, text: string) =>
  bench.core.transact(() =>
    replyTo(
      bench.core,
      conversationFor(bench.core, bench.hua, conversation),
      bench.hua,
      { key: newKey(), text, file: null },
      { acceptBy: 'first-reply', reachable: () => true }
    )
  )
const rows = (table: string) => bench.core.db.query<{ n: number }, []>(`select count(*) as n from ${table}`).get()?.n

test('a page says hello, gets a token of its own, and is present with its page', async () => {
  const page = new TestVisitor(bench.house)
  const hi = await page.hello(bench.site.key, { as: 'page', page: newPage(), referrer: 'https://www.baidu.com/link' })
  expect(hi.token).toMatch(/^[\w-]{43}$/)
  expect(present().map((row) => [row.url, row.title, row.state, row.source.engine])).toEqual([['https://tea.example/p/gaiwan', '盖碗', 'browsing', 'baidu']])
})

test('the window of a page belongs to the same visitor, and its first words make the rows', async () => {
  const page = new TestVisitor(bench.house)
  const key = newPage()
  const { token } = await page.hello(bench.site.key, { as: 'page', page: key })
  const window = new TestVisitor(bench.house, { origin: 'https://kefu.example', own: true })
  await window.hello(bench.site.key, { token, framed: true, page: key })
  expect(rows('visitors')).toBe(0)
  const ack = await window.say('在吗')
  expect(ack.seq).toBe(1)
  expect([rows('visitors'), rows('visits'), rows('conversations')]).toEqual([1, 1, 1])
  expect(present().map((row) => row.state)).toEqual(['waiting'])
})

test('only the digest of a token is kept', async () => {
  const window = new TestVisitor(bench.house)
  const { token } = await window.hello(bench.site.key)
  await window.say('在吗')
  const row = bench.core.db.query<{ token_digest: Uint8Array }, []>('select token_digest from visitors').get()
  expect(Buffer.from(row?.token_digest ?? []).equals(Buffer.from(digest(token ?? '')))).toBe(true)
})

test('a framed window with an unknown token is told to renew, and makes nobody', async () => {
  const window = new TestVisitor(bench.house, { own: true })
  window.send({ t: 'hello', v: 1, site: bench.site.key, as: 'window', framed: true, token: 'A'.repeat(43) })
  expect((await window.hear('nak')).code).toBe('unknown_token')
  expect(window.closed).toBe(1000)
  expect(bench.house.presence.count()).toBe(0)
})

test('fifty retries of one message at once are one row with one number', async () => {
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  const key = newKey()
  for (let i = 0; i < 15; i++) window.send({ t: 'say', key, text: '在吗' })
  const acks = []
  for (let i = 0; i < 15; i++) acks.push((await window.hear('ack')).seq)
  expect(new Set(acks)).toEqual(new Set([1]))
  expect(rows('entries')).toBe(1)
})

test('an acknowledgement comes only when the message is in the file', async () => {
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  window.send({ t: 'say', key: newKey(), text: '在吗' })
  expect(window.heard.filter((frame) => frame.t === 'ack')).toEqual([])
  const ack = await window.hear('ack')
  expect(lastEntries(bench.core, 1).map((entry) => entry.visitorSeq)).toEqual([ack.seq])
})

test('the answer of an agent comes to every window, and its count to the pages', async () => {
  const page = new TestVisitor(bench.house)
  const { token } = await page.hello(bench.site.key, { as: 'page', page: newPage() })
  const one = new TestVisitor(bench.house)
  const two = new TestVisitor(bench.house)
  await one.hello(bench.site.key, { token })
  await two.hello(bench.site.key, { token })
  await one.say('在吗')
  await reply(1, '在的')
  for (const window of [one, two])
    expect(window.entries().map((entry) => (entry.kind === 'message' ? entry.text : entry.kind))).toEqual(['在吗', 'accepted', '在的'])
  expect((await page.hear('unread')).peek).toEqual({ name: '阿华', text: '在的' })
})

test('a resumed window gets what it missed, in order, once, and the state', async () => {
  const first = new TestVisitor(bench.house)
  const hi = await first.hello(bench.site.key)
  const ack = await first.say('一')
  first.leave()
  await reply(1, '二')
  await bench.core.transact(() => closeConversation(bench.core, conversationFor(bench.core, bench.hua, 1), bench.hua))
  const again = new TestVisitor(bench.house)
  const back = await again.hello(bench.site.key, { token: hi.token, epoch: hi.epoch, c: ack.c, seq: ack.seq })
  if (back.as !== 'window') throw new Error('not a window')
  expect(back.entries.map((entry) => [entry.seq, entry.kind])).toEqual([
    [2, 'accepted'],
    [3, 'message'],
    [4, 'closed']
  ])
  expect([back.reset, back.token, back.snapshot.conversation?.state]).toEqual([false, undefined, 'closed'])
})

test('another epoch means to start afresh', async () => {
  const first = new TestVisitor(bench.house)
  const hi = await first.hello(bench.site.key)
  const ack = await first.say('一')
  const again = new TestVisitor(bench.house)
  const back = await again.hello(bench.site.key, { token: hi.token, epoch: newKey(), c: ack.c, seq: ack.seq })
  expect(back.as === 'window' && [back.reset, back.entries.length]).toEqual([true, 1])
})

test('a visitor whose process died is known again by the token, with the visit going on', async () => {
  const first = new TestVisitor(bench.house)
  const { token } = await first.hello(bench.site.key, { as: 'page', page: newPage() })
  bench.clock.now += 2_000
  await bench.house.visits.tick()
  first.leave()
  const restarted = await import('#src/house.ts').then(({ createHouse }) =>
    createHouse(bench.core, bench.house.config, { geo: null, secret: new Uint8Array(32) })
  )
  const again = new TestVisitor(restarted)
  const hi = await again.hello(bench.site.key, { as: 'page', page: newPage(), token, url: 'https://tea.example/cart', title: '购物车' })
  expect(hi.token).toBeUndefined()
  const [row] = presentVisitors(restarted.presence, view, bench.clock.now).rows
  expect([row?.pages, row?.visits, row?.visitorId]).toEqual([2, 1, 1])
})

test('a foreign origin, an unknown key and a crawler get the same quiet no', async () => {
  const foreign = new TestVisitor(bench.house, { origin: 'https://evil.example' })
  foreign.send({ t: 'hello', v: 1, site: bench.site.key, as: 'page' })
  const unknown = new TestVisitor(bench.house)
  unknown.send({ t: 'hello', v: 1, site: 's_0000000000', as: 'page' })
  const crawler = new TestVisitor(bench.house, { userAgent: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)' })
  crawler.send({ t: 'hello', v: 1, site: bench.site.key, as: 'page' })
  const none = new TestVisitor(bench.house, { origin: null })
  none.send({ t: 'hello', v: 1, site: bench.site.key, as: 'page' })
  for (const visitor of [foreign, unknown, crawler, none]) {
    expect(await visitor.hear('bye')).toEqual({ t: 'bye', because: 'gone', wait: 0 })
    expect(visitor.closed).toBe(1008)
  }
  expect(bench.house.presence.count()).toBe(0)
})

test('fields that are the server’s, wrong types and garbage are refused and nothing is stored', async () => {
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  const key = newKey()
  const bad = [
    '[',
    '['.repeat(50_000),
    'null',
    '42',
    '{"t":"say"}',
    '{"t":"toString"}',
    '{"t":"__proto__"}',
    `{"t":"say","key":"${key}","text":"x","role":"admin"}`,
    `{"t":"say","key":"${key}","text":"x","__proto__":{"x":1}}`,
    `{"t":"say","key":"${key}","text":"x","constructor":{"prototype":{"x":1}}}`,
    ...['seq', 'author', 'is_agent', 'created_at', 'status', 'assignee', 'internal', 'operation_admin'].map((name) =>
      JSON.stringify({ t: 'say', key, text: 'x', [name]: 1 })
    ),
    JSON.stringify({ t: 'say', key, text: 7 }),
    JSON.stringify({ t: 'say', key: 1, text: 'x' }),
    JSON.stringify({ t: 'read', c: key, seq: -1 }),
    '{"t":"read","c":"AAAAAAAAAAAAAAAAAAAAAA","seq":1e999}'
  ]
  for (const data of bad) {
    window.send(data)
    expect((await window.hear('nak')).code).toBe('bad_request')
  }
  expect(({} as { x?: number }).x).toBeUndefined()
  expect(rows('entries')).toBe(0)
})

test('a message that is too long says so, in the visitor’s language, and one of blanks too', async () => {
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  window.send({ t: 'say', key: newKey(), text: '长'.repeat(8_001) })
  const long = await window.hear('nak')
  expect([long.code, long.text]).toEqual(['too_long', '超出了 1 个字，一条消息最多 8,000 个字，请分成两条发送。'])
  window.send({ t: 'say', key: newKey(), text: ' \n ' })
  expect((await window.hear('nak')).code).toBe('empty')
})

test('another visitor’s conversation can be neither read nor marked', async () => {
  const victim = new TestVisitor(bench.house)
  await victim.hello(bench.site.key)
  const { c } = await victim.say('秘密')
  const other = new TestVisitor(bench.house)
  await other.hello(bench.site.key)
  await other.say('我的')
  for (const t of ['after', 'before'] as const) {
    other.send({ t, c, seq: 9 })
    expect(await other.hear('nak')).toEqual({ t: 'nak', code: 'missing' })
  }
  other.send({ t: 'read', c, seq: 1 })
  await other.say('再来')
  expect(bench.core.db.query("select count(*) as n from read_marks where party_kind = 'visitor'").get()).toEqual({ n: 0 })
})

test('a page may not speak: only windows of ours carry messages', async () => {
  const page = new TestVisitor(bench.house)
  await page.hello(bench.site.key, { as: 'page', page: newPage() })
  page.send({ t: 'say', key: newKey(), text: '在吗' })
  expect((await page.hear('nak')).code).toBe('bad_request')
})

test('sixty new visitors from one address in ten minutes, then no more; known ones go on', async () => {
  const tokens: (string | undefined)[] = []
  for (let i = 0; i < 60; i++) tokens.push((await new TestVisitor(bench.house).hello(bench.site.key)).token)
  const next = new TestVisitor(bench.house)
  next.send({ t: 'hello', v: 1, site: bench.site.key, as: 'page' })
  expect((await next.hear('bye')).because).toBe('slow')
  expect(next.closed).toBe(4429)
  expect((await new TestVisitor(bench.house).hello(bench.site.key, { token: tokens[0] })).token).toBeUndefined()
})

test('secrets in a page’s address never reach the list or the file', async () => {
  const page = new TestVisitor(bench.house)
  await page.hello(bench.site.key, { as: 'page', page: newPage(), url: 'https://u:p@tea.example/reset?token=S1&x=1#access_token=S2' })
  bench.clock.now += 2_000
  await bench.house.visits.tick()
  const stored = JSON.stringify(bench.core.db.query('select * from pages').all())
  for (const secret of ['S1', 'S2', 'u:p']) expect(`${present()[0]?.url}${stored}`).not.toContain(secret)
})

test('unsent words are heard only by who shows the thread, with card numbers hidden', async () => {
  const { house, hua } = bench
  const heard: string[] = []
  house.core.listen((happened) => {
    if (happened.kind === 'visitor-typing') heard.push(happened.text)
  })
  const window = new TestVisitor(house)
  const hi = await window.hello(bench.site.key)
  expect(hi.as === 'window' && hi.snapshot.watched).toBe(false)
  await window.say('在吗')
  await bench.core.transact(() => acceptConversation(bench.core, conversationFor(bench.core, hua, 1), hua, () => true))
  window.send({ t: 'typing', text: '卡号 6222 0202 0000 1234 567' })
  expect(heard).toEqual(['卡号 •••••••••••••••4567'])
})

test('when nobody is at work the visitor gets the form, and what is left keeps how to reach them', async () => {
  bench.clock.now += 61_000
  bench.house.hub.tick()
  const window = new TestVisitor(bench.house)
  const hi = await window.hello(bench.site.key)
  expect(hi.as === 'window' && hi.snapshot.reach).toBe('form')
  window.send({ t: 'leave', key: newKey(), text: '请回电', email: 'nobody' })
  expect((await window.hear('nak')).field).toBe('email')
  window.send({ t: 'leave', key: newKey(), text: '请回电' })
  expect((await window.hear('nak')).code).toBe('invalid')
  window.send({ t: 'leave', key: newKey(), text: '请回电', name: '何以安', phone: '138 0000 0000' })
  await window.hear('ack')
  expect(bench.core.db.query('select name, phone from visitors').get()).toEqual({ name: '何以安', phone: '+8613800000000' })
})

test('somebody who comes to work turns the form into a chat at once', async () => {
  bench.clock.now += 61_000
  bench.house.hub.tick()
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  bench.house.hub.presume([bench.hua.id])
  expect((await window.hear('state')).snapshot.reach).toBe('chat')
})

test('who leaves is listed as left after a minute, and the visit ends after half an hour', async () => {
  const page = new TestVisitor(bench.house)
  await page.hello(bench.site.key, { as: 'page', page: newPage() })
  bench.clock.now += 2_000
  await bench.house.visits.tick()
  page.leave()
  bench.clock.now += 59_000
  expect(present()).toHaveLength(1)
  bench.clock.now += 1_000
  expect(present()).toHaveLength(0)
  bench.clock.now += 30 * 60_000
  await bench.house.visits.tick()
  expect(bench.house.presence.count()).toBe(0)
  expect(bench.core.db.query('select ended_at is not null as ended from visits').get()).toEqual({ ended: 1 })
})

test('time on a page counts only while it is visible', async () => {
  const page = new TestVisitor(bench.house)
  await page.hello(bench.site.key, { as: 'page', page: newPage() })
  bench.clock.now += 5_000
  page.send({ t: 'visible', on: false })
  bench.clock.now += 60_000
  page.send({ t: 'visible', on: true })
  bench.clock.now += 3_000
  page.send({ t: 'page', url: 'https://tea.example/cart', title: '购物车' })
  await bench.house.visits.flush()
  expect(bench.core.db.query('select seconds from page_views order by n').all()).toEqual([{ seconds: 8 }, { seconds: 0 }])
})

test('who comes back after a restart is listed with the conversation that goes on', async () => {
  const first = new TestVisitor(bench.house)
  const { token } = await first.hello(bench.site.key)
  await first.say('在吗')
  await reply(1, '在的')
  const restarted = await import('#src/house.ts').then(({ createHouse }) =>
    createHouse(bench.core, bench.house.config, { geo: null, secret: new Uint8Array(32) })
  )
  await new TestVisitor(restarted).hello(bench.site.key, { token })
  const [row] = presentVisitors(restarted.presence, view, bench.clock.now).rows
  expect([row?.state, row?.agentName]).toEqual(['talking', '阿华'])
})

test('what came after refused words waits until those come again: the author’s order is kept', async () => {
  const window = new TestVisitor(bench.house)
  await window.hello(bench.site.key)
  for (let i = 0; i < 20; i++) await window.say(String(i))
  const [late, later] = [newKey(), newKey()]
  window.send({ t: 'say', key: late, text: '20' })
  expect((await window.hear('nak')).code).toBe('rate')
  bench.clock.now += 5_000
  window.send({ t: 'say', key: later, text: '21' })
  expect((await window.hear('nak')).key).toBe(later)
  await window.say('20', late)
  await window.say('21', later)
  expect(lastEntries(bench.core, 1).map((entry) => entry.text)).toEqual(Array.from({ length: 22 }, (_, i) => String(i)))
})
