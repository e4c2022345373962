import { afterEach, beforeEach, expect, test } from 'bun:test'
import { noticeText } from '#src/web/agent/desk/rings.ts'
import { newKey } from '#tests/support/visitor.ts'
import { type AskedOffice, openAskedOffice, openTab } from './desk.ts'

let office: AskedOffice
beforeEach(async () => {
  office = await openAskedOffice()
})
afterEach(() => office.close())

const rings = (heard: string[]) => heard.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text).ring)
const waitFor = async (heard: string[], words: string) => {
  for (let turn = 0; turn < 200 && !heard.some((text) => text.includes(words)); turn++) await Bun.sleep(10)
  return heard.find((text) => text.includes(words)) ?? ''
}

test('a message goes to the tabs that show its thread, and to no other', async () => {
  const shows = openTab(office, office.agent.id, office.id)
  const other = openTab(office, office.administrator.id, null)
  await office.visitor.say('看评价说会发黑')
  expect(await waitFor(shows.heard, '看评价说会发黑')).toContain(`hx-target="#thread-${office.id}"`)
  expect(other.heard.filter((text) => text.includes('看评价说会发黑') && text.includes('by-seq'))).toEqual([])
})

test('one’s own words look different to a colleague', async () => {
  const mine = openTab(office, office.agent.id, office.id)
  const theirs = openTab(office, office.administrator.id, office.id)
  await office.part(office.hua, `/conversations/${office.id}/messages`, { key: newKey(), text: '不会漏的' })
  expect(await waitFor(mine.heard, '不会漏的')).toContain('msg-mine')
  const seen = await waitFor(theirs.heard, '不会漏的')
  expect(seen).toContain('msg-colleague')
  expect(seen).not.toContain('data-key')
})

test('what is being typed is shown to who shows the thread, and goes with the message', async () => {
  const shows = openTab(office, office.agent.id, office.id)
  office.core.signal({ kind: 'visitor-typing', conversation: office.id, visitor: 1, text: '如果可以<b>' })
  expect(await waitFor(shows.heard, '如果可以')).toContain('如果可以&lt;b&gt;')
  shows.heard.length = 0
  await office.visitor.say('如果可以的话')
  const push = await waitFor(shows.heard, '如果可以的话')
  expect(push).toContain(`<div class="typing-place" id="typing-${office.id}" aria-live="off"></div>`)
})

test('reading moves the marks under the thread', async () => {
  await office.part(office.hua, `/conversations/${office.id}/messages`, { key: newKey(), text: '您好' })
  const shows = openTab(office, office.agent.id, office.id)
  const entry = office.visitor.entries().at(-1)
  office.visitor.send({ t: 'read', c: entry?.c ?? '', seq: entry?.seq ?? 0 })
  expect(await waitFor(shows.heard, `data-read="${entry?.seq}"`)).toContain(`id="marks-${office.id}"`)
})

test('a request rings once for everybody online, a message for who answers', async () => {
  const hua = openTab(office, office.agent.id, null)
  const ming = openTab(office, office.administrator.id, null)
  await office.visitor.say('还在等')
  expect(rings(hua.heard)).toEqual([])
  await office.part(office.hua, `/conversations/${office.id}/acceptance`, {}, 'POST')
  await office.visitor.say('您在吗')
  expect(rings(hua.heard)).toMatchObject([{ kind: 'message', conversation: office.id, text: '您在吗' }])
  expect(rings(ming.heard)).toEqual([])
  await office.visitor.say('一秒之内')
  expect(rings(hua.heard).length).toBe(1)
  office.clock.now += 1_500
  await office.visitor.say('过了一秒')
  expect(rings(hua.heard).length).toBe(2)
})

test('who hides the content hears that somebody wrote, not what', async () => {
  const hua = openTab(office, office.agent.id, null)
  await office.part(office.hua, `/conversations/${office.id}/acceptance`, {}, 'POST')
  await office.core.transact(() => {
    office.core.db.query('update people set notices = ? where id = ?').run(JSON.stringify({ hideContent: true }), office.agent.id)
  })
  await office.visitor.say('我的身份证号是……')
  expect(rings(hua.heard)).toMatchObject([{ text: '内容已隐藏', means: { sound: true, desktop: true, title: true } }])
})

test('the text of a notice is one plain line of at most 120 signs', () => {
  expect(noticeText('甲\n乙\u202e丙\u0000丁\u200b')).toBe('甲 乙丙丁')
  expect(noticeText('<b>'.repeat(4_000)).length).toBeLessThanOrEqual(120)
  expect(noticeText(`${'x'.repeat(119)}😀😀`)).not.toMatch(/[\ud800-\udbff]$/)
})

test('lists change on the pages that show them, by their differences', async () => {
  const tab = openTab(office, office.agent.id, null)
  await office.ask('/conversations/list', { as: office.hua, htmx: true, headers: { 'x-tab': tab.id } })
  tab.heard.length = 0
  await office.visitor.say('第二句')
  const push = await waitFor(tab.heard, '第二句')
  expect(push).toContain('hx-target="#inbox-waiting" hx-swap="by-order"')
  expect(push).toContain(`data-order="c${office.id}"`)
  expect(push).not.toContain('inbox-mine"')
})

test('counts go to every page of everybody, once for every change', async () => {
  const tab = openTab(office, office.agent.id, null)
  await office.part(office.hua, `/conversations/${office.id}/acceptance`, {}, 'POST')
  expect(await waitFor(tab.heard, 'id="counts"')).toContain('data-waiting="0"')
})
