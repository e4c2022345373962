import { afterEach, beforeEach, expect, test } from 'bun:test'
import {
  acceptConversation,
  addedAfter,
  closeConversation,
  conversationFor,
  countersFor,
  entriesAfter,
  inboxOf,
  lastEntries,
  lastForVisitor,
  leaveMessage,
  leftMessages,
  markReadBy,
  olderForVisitor,
  reopenConversation,
  reopensWithin,
  replyTo,
  type Speaker,
  saveDraft,
  visitorSays
} from '#src/conversations/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { newPublicId } from '#src/platform/tokens.ts'
import { type ChatBench, openChat } from '#tests/support/chat.ts'
import { newKey } from '#tests/support/visitor.ts'

let bench: ChatBench
let speaker: Speaker
const everybody = () => true
const nobody = () => false
const how = { acceptBy: 'first-reply' as const, reachable: everybody }

beforeEach(async () => {
  bench = await openChat()
  speaker = await newSpeaker()
})
afterEach(() => bench.close())

function newSpeaker(): Promise<Speaker> {
  const { core, site } = bench
  return core.transact(() => {
    const visitorId = Number(
      core.db
        .query('insert into visitors (public_id, site_id, token_digest, first_at, seen_at) values (?, ?, ?, 0, 0)')
        .run(newPublicId(), site.id, crypto.getRandomValues(new Uint8Array(32))).lastInsertRowid
    )
    const visitId = Number(
      core.db.query("insert into visits (site_id, visitor_id, started_at, seen_at, source_kind) values (?, ?, 0, 0, 'direct')").run(site.id, visitorId)
        .lastInsertRowid
    )
    return { siteId: site.id, visitorId, visitId, pageId: () => null, language: 'zh-CN' }
  })
}

const says = (text: string, key = newKey(), reachable = everybody) =>
  bench.core.transact(() => visitorSays(bench.core, speaker, { key, text, file: null }, reachable))
const answers = (agent: ChatBench['hua'], id: number, text: string, key = newKey()) =>
  bench.core.transact(() => replyTo(bench.core, conversationFor(bench.core, agent, id), agent, { key, text, file: null }, how))
const refusalOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => (error instanceof Refusal ? `${error.kind} ${error.say}` : error))

test('the first words open a conversation that waits', async () => {
  const said = await says('有礼盒吗？')
  expect([said.seq, said.visitorSeq]).toEqual([1, 1])
  const inbox = inboxOf(bench.core, bench.hua, { site: null, text: '' })
  expect(inbox.waiting.map((row) => [row.id, row.lastText, row.unread])).toEqual([[said.conversationId, '有礼盒吗？', 1]])
})

test('a message posted twice with one key is one message', async () => {
  const key = newKey()
  const [one, two] = await Promise.all([says('在吗', key), says('在吗', key)])
  expect(two).toEqual(one)
  expect(lastEntries(bench.core, one.conversationId)).toHaveLength(1)
})

test('the retry of a first message does not open a second conversation, not even after closing', async () => {
  const key = newKey()
  const first = await says('在吗', key)
  await bench.core.transact(() => closeConversation(bench.core, conversationFor(bench.core, bench.hua, first.conversationId), bench.hua))
  bench.clock.now += reopensWithin + 1
  expect((await says('在吗', key)).conversationId).toBe(first.conversationId)
})

test('the same key with other words is refused, and another author may use it', async () => {
  const key = newKey()
  await says('在吗', key)
  expect(await refusalOf(says('不在', key))).toBe('conflict conversations.key_reused')
  speaker = await newSpeaker()
  expect((await says('不在', key)).seq).toBe(1)
})

test('numbers run without gaps for agents and, apart, for the visitor', async () => {
  const { conversationId } = await says('一')
  await answers(bench.hua, conversationId, '二')
  await says('三')
  const entries = entriesAfter(bench.core, conversationId, 0, 100)
  expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => i + 1))
  expect(entries.flatMap((e) => e.visitorSeq ?? [])).toEqual(entries.filter((e) => e.visitorSeq !== null).map((_, i) => i + 1))
  expect(entries.map((e) => e.kind)).toEqual(['message', 'accepted', 'message', 'message'])
})

test('the first reply accepts, and the second agent is told who was first', async () => {
  const { conversationId } = await says('在吗')
  await answers(bench.hua, conversationId, '在的')
  expect(inboxOf(bench.core, bench.hua, { site: null, text: '' }).mine).toHaveLength(1)
  const late = bench.core.transact(() => acceptConversation(bench.core, conversationFor(bench.core, bench.lin, conversationId), bench.lin, everybody))
  expect(await refusalOf(late)).toBe('conflict conversations.taken')
  expect(await refusalOf(answers(bench.lin, conversationId, '我来'))).toBe('conflict conversations.taken')
})

test('of two who accept at once one wins', async () => {
  const { conversationId } = await says('在吗')
  const accept = (agent: ChatBench['hua']) =>
    bench.core.transact(() => acceptConversation(bench.core, conversationFor(bench.core, agent, conversationId), agent, everybody))
  const results = await Promise.all([refusalOf(accept(bench.hua)), refusalOf(accept(bench.lin))])
  expect(results).toEqual([null, 'conflict conversations.taken'])
})

test('where a click accepts, an answer alone does not', async () => {
  const { conversationId } = await says('在吗')
  const reply = bench.core.transact(() =>
    replyTo(
      bench.core,
      conversationFor(bench.core, bench.hua, conversationId),
      bench.hua,
      { key: newKey(), text: '在的', file: null },
      { acceptBy: 'click', reachable: everybody }
    )
  )
  expect(await refusalOf(reply)).toBe('conflict conversations.accept_first')
})

test('a conversation whose agent has left waits again when the visitor speaks, and can be taken over', async () => {
  const { conversationId } = await says('在吗')
  await answers(bench.hua, conversationId, '在的')
  await says('还在吗', newKey(), nobody)
  expect(inboxOf(bench.core, bench.lin, { site: null, text: '' }).waiting.map((row) => row.wantedPerson)).toEqual([bench.hua.id])
  await answers(bench.lin, conversationId, '我来接待您')
  expect(conversationFor(bench.core, bench.lin, conversationId).assignedTo).toBe(bench.lin.id)
})

test('new words within a day reopen, later they open a new conversation; history shows both', async () => {
  const first = await says('一')
  const close = () => bench.core.transact(() => closeConversation(bench.core, conversationFor(bench.core, bench.hua, first.conversationId), bench.hua))
  await close()
  expect((await says('二')).conversationId).toBe(first.conversationId)
  await close()
  bench.clock.now += reopensWithin + 1
  const later = await says('三')
  expect(later.conversationId).not.toBe(first.conversationId)
  expect(
    lastForVisitor(bench.core, speaker.visitorId, 50)
      .entries.filter((e) => e.kind === 'message')
      .map((e) => e.text)
  ).toEqual(['一', '二', '三'])
})

test('reopening is refused while another conversation with the visitor is open', async () => {
  const first = await says('一')
  await bench.core.transact(() => closeConversation(bench.core, conversationFor(bench.core, bench.hua, first.conversationId), bench.hua))
  bench.clock.now += reopensWithin + 1
  await says('二')
  const reopen = bench.core.transact(() => reopenConversation(bench.core, conversationFor(bench.core, bench.hua, first.conversationId), bench.hua))
  expect(await refusalOf(reopen)).toBe('conflict conversations.another_open')
})

test('what was added after a cursor is complete, over conversations, in the order of adding', async () => {
  const first = await says('一')
  await bench.core.transact(() => closeConversation(bench.core, conversationFor(bench.core, bench.hua, first.conversationId), bench.hua))
  bench.clock.now += reopensWithin + 1
  const second = await says('二')
  await answers(bench.hua, second.conversationId, '三')
  const page = addedAfter(bench.core, speaker.visitorId, first.publicId, first.visitorSeq ?? 0, 50)
  expect(page?.entries.map((e) => e.text || e.kind)).toEqual(['closed', '二', 'accepted', '三'])
  expect(page?.more).toBe(false)
})

test('pages forward and backward meet without loss or double', async () => {
  const said = [await says('0')]
  for (let i = 1; i < 30; i++) said.push(await says(String(i)))
  const first = said[0]
  if (!first) throw new Error('nothing was said')
  const forward = addedAfter(bench.core, speaker.visitorId, first.publicId, 1, 20)
  expect(forward?.entries).toHaveLength(20)
  expect(forward?.more).toBe(true)
  const backward = olderForVisitor(bench.core, speaker.visitorId, first.publicId, 11, 10)
  expect(backward?.entries.map((e) => e.visitorSeq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(backward?.more).toBe(false)
})

test("a cursor in somebody else's conversation gives nothing", async () => {
  const said = await says('一')
  const stranger = await newSpeaker()
  expect(addedAfter(bench.core, stranger.visitorId, said.publicId, 0, 50)).toBeNull()
  expect(olderForVisitor(bench.core, stranger.visitorId, said.publicId, 9, 50)).toBeNull()
})

test('too long is refused with how much, empty too, and nothing is cut', async () => {
  expect(await refusalOf(says('长'.repeat(8_001)))).toBe('invalid conversations.too_long')
  expect(await refusalOf(says(' \n\t '))).toBe('invalid conversations.empty')
  expect((await says('长'.repeat(8_000))).seq).toBe(1)
})

test('a left message has its own list, keeps the contact, and can be answered without accepting', async () => {
  const contact = { name: '何以安', email: 'he@qq.example', phone: null }
  const left = await bench.core.transact(() => leaveMessage(bench.core, speaker, newKey(), '请回电', contact))
  const [row] = leftMessages(bench.core, bench.hua, { site: null, text: '', handled: false }, null)
  expect([row?.lastText, row?.contact]).toEqual(['请回电', contact])
  expect(countersFor(bench.core, bench.hua)).toEqual({ waiting: 0, unread: 0, left: 1 })
  await answers(bench.hua, left.conversationId, '已处理')
  expect(conversationFor(bench.core, bench.hua, left.conversationId).assignedTo).toBeNull()
})

test('reading takes the unread away for this agent, and marks never go back', async () => {
  const { conversationId } = await says('一')
  await answers(bench.hua, conversationId, '二')
  await says('三')
  expect(countersFor(bench.core, bench.hua).unread).toBe(1)
  const read = (seq: number) => bench.core.transact(() => markReadBy(bench.core, conversationFor(bench.core, bench.hua, conversationId), bench.hua, seq))
  await read(99)
  await read(1)
  expect(countersFor(bench.core, bench.hua).unread).toBe(0)
})

test('a draft is kept per agent and gone when the answer is sent', async () => {
  const { conversationId } = await says('一')
  await bench.core.transact(() => saveDraft(bench.core, conversationFor(bench.core, bench.hua, conversationId), bench.hua, '我看看'))
  expect(inboxOf(bench.core, bench.hua, { site: null, text: '' }).waiting[0]?.draft).toBe('我看看')
  expect(inboxOf(bench.core, bench.lin, { site: null, text: '' }).waiting[0]?.draft).toBeNull()
  await answers(bench.hua, conversationId, '好了')
  expect(inboxOf(bench.core, bench.hua, { site: null, text: '' }).mine[0]?.draft).toBeNull()
})

test('a conversation is found by what was said inside a sentence, and hostile queries find nothing', async () => {
  const { conversationId } = await says('我想申请退款，谢谢')
  const found = (text: string) => inboxOf(bench.core, bench.hua, { site: null, text }).waiting.map((row) => row.id)
  expect(found('退款')).toEqual([conversationId])
  for (const typed of ['"', '退款"*', 'NEAR(', 'a AND', 'body:x', '*', '%', "' or 1=1 --"]) expect(found(typed).length).toBeLessThanOrEqual(1)
  expect(found('%')).toEqual([])
})

test('what does not exist is missing, whatever was asked', async () => {
  const { core, hua } = bench
  for (const id of [0, -1, 999, Number.NaN, 2 ** 53 + 1, 1.5]) expect(() => conversationFor(core, hua, id)).toThrow(Refusal)
})
