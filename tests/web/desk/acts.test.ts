import { afterEach, beforeEach, expect, test } from 'bun:test'
import { draftOf, markReadBy, readBy, rowOf } from '#src/conversations/index.ts'
import { newKey } from '#tests/support/visitor.ts'
import { type AskedOffice, openAskedOffice, stateOf } from './desk.ts'

let office: AskedOffice
beforeEach(async () => {
  office = await openAskedOffice()
})
afterEach(() => office.close())

const said = () =>
  office.core.db
    .query<{ body: string }, [number]>("select body from entries where conversation_id = ? and kind = 'message' and author_kind = 'agent' order by seq")
    .all(office.id)
    .map(({ body }) => body)

const say = (text: string, { key = newKey(), as = office.hua } = {}) => office.part(as, `/conversations/${office.id}/messages`, { key, text })

test('a message posted twice with one key is one message, and both answers show it', async () => {
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: 20 }, () => say('不会漏的', { key })))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(said()).toEqual(['不会漏的'])
  const markup = await Promise.all(answers.map((answer) => answer.text()))
  const ids = new Set(markup.map((text) => /id="(e\d+)"/.exec(text)?.[1]))
  expect(ids.size).toBe(1)
  expect(markup[0]).toContain(`data-key="${key}"`)
})

test('the same key with other words is 409, and says so', async () => {
  const key = newKey()
  await say('不会漏的', { key })
  const answer = await say('会漏的', { key })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('以不同内容发送过')
  expect(said()).toEqual(['不会漏的'])
})

test('the first reply accepts', async () => {
  await say('您好')
  expect(stateOf(office)).toMatchObject({ state: 'open', assignedTo: office.agent.id })
})

test('of two who accept at once the second is told who was first', async () => {
  const address = `/conversations/${office.id}/acceptance`
  const [first, second] = await Promise.all([office.part(office.hua, address, {}, 'POST'), office.part(office.ming, address, {}, 'POST')])
  expect([first?.status, second?.status]).toEqual([200, 409])
  expect(await second?.text()).toContain('阿华已接待这位访客')
  expect(stateOf(office)?.assignedTo).toBe(office.agent.id)
})

test('nobody answers in a colleague’s conversation while the colleague can', async () => {
  await say('您好')
  expect((await say('我也来说一句', { as: office.ming })).status).toBe(409)
  expect(said()).toEqual(['您好'])
})

test('an empty message and one of 8,001 signs are refused in words', async () => {
  expect((await say('   ')).status).toBe(422)
  const long = await say('长'.repeat(8_001))
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('8,000')
  expect((await say('长'.repeat(8_000))).status).toBe(200)
})

test('thirty messages in ten seconds are many enough', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 31; n++) statuses.push((await say(`第 ${n} 句`)).status)
  expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
  expect(statuses[30]).toBe(429)
  office.clock.now += 10_000
  expect((await say('再一句')).status).toBe(200)
})

test('closed is closed, and opened again by taking the closing back', async () => {
  await say('您好')
  const address = `/conversations/${office.id}/closing`
  expect(await (await office.part(office.hua, address, {}, 'POST')).text()).toContain('这个对话已经结束')
  expect(stateOf(office)?.state).toBe('closed')
  expect(await (await office.part(office.hua, address, undefined, 'DELETE')).text()).toContain('data-composer')
  expect(stateOf(office)).toMatchObject({ state: 'open', assignedTo: office.agent.id })
})

test('reading is marked for who answers, and leaves no trace of who only looks', async () => {
  await say('您好')
  const address = `/conversations/${office.id}/reading`
  expect((await office.part(office.ming, address, { seq: '3' })).status).toBe(204)
  expect(readBy(office.core, office.id, office.administrator.id)).toBe(0)
  await office.visitor.say('还有一个问题')
  expect(rowOf(office.core, office.agent, office.id)?.unread).toBe(1)
  expect((await office.part(office.hua, address, { seq: '99' })).status).toBe(204)
  expect(rowOf(office.core, office.agent, office.id)?.unread).toBe(0)
})

test('looking at a page marks nothing as read', async () => {
  await office.part(office.hua, `/conversations/${office.id}`)
  await office.ask(`/conversations/${office.id}`, { as: office.hua })
  await office.part(office.hua, `/conversations/${office.id}/entries?after=0`)
  expect(readBy(office.core, office.id, office.agent.id)).toBe(0)
})

test('a draft is one person’s own, and goes with the reply', async () => {
  await office.part(office.hua, `/conversations/${office.id}/draft`, { text: '写了一半' })
  const conversation = stateOf(office)
  if (!conversation) throw new Error('no conversation')
  expect(draftOf(office.core, conversation, office.agent)).toBe('写了一半')
  expect(draftOf(office.core, conversation, office.administrator)).toBe('')
  expect(await (await office.ask(`/conversations/${office.id}`, { as: office.hua })).text()).toContain('写了一半')
  await say('写完了')
  expect(draftOf(office.core, conversation, office.agent)).toBe('')
})

test('a plain form without a script sends once and leads back', async () => {
  const answer = await office.ask(`/conversations/${office.id}/messages`, { as: office.hua, fields: { text: '没有脚本' } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/conversations/${office.id}`)
  expect(said()).toEqual(['没有脚本'])
})

test('what came after the cursor is told by number, with who has it and how far the visitor is', async () => {
  await say('您好')
  await office.visitor.say('一')
  await office.core.transact(() => {
    const conversation = stateOf(office)
    if (conversation) markReadBy(office.core, conversation, office.agent, 4)
  })
  const text = await (await office.part(office.hua, `/conversations/${office.id}/entries?after=2`)).text()
  expect([...text.matchAll(/data-seq="(\d+)"/g)].map(([, seq]) => Number(seq))).toEqual([3, 4])
  expect(text).toContain(`hx-target="#marks-${office.id}"`)
  expect(text).toContain(`hx-target="#head-${office.id}"`)
  expect(text).toContain(`hx-target="#reply-${office.id}"`)
  expect(text).toContain(`hx-target="#card-${office.id}"`)
})

test('a row shows what was said last, not what happened since', async () => {
  await say('不会漏的')
  await office.part(office.hua, `/conversations/${office.id}/closing`, {}, 'POST')
  expect(rowOf(office.core, office.agent, office.id)).toMatchObject({ lastText: '不会漏的', lastBy: 'agent', lastKind: 'message' })
})
