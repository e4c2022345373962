import { describe, expect, test } from 'bun:test'
import type { Entry } from '#src/conversations/index.ts'
import { say } from '#src/texts/index.ts'
import { goesOn } from '#views/desk/entry.tsx'
import { deliveryOf, Entries, type EntryContext } from '#views/desk/index.ts'

const noon = Date.UTC(2026, 8, 10, 4)
const minute = 60_000

const entry = (seq: number, more: Partial<Entry> = {}): Entry => ({
  id: 100 + seq,
  conversationId: 1,
  conversation: new Uint8Array(16),
  seq,
  visitorSeq: seq,
  at: noon + seq * minute,
  kind: 'message',
  authorKind: 'visitor',
  authorId: 7,
  authorName: null,
  authorPicture: null,
  text: `第 ${seq} 句`,
  file: null,
  key: null,
  payload: {},
  ...more
})

const context: EntryContext = {
  say: say('zh-CN'),
  moment: { now: noon + 60 * minute, zone: 'Asia/Shanghai' },
  me: 3,
  visitor: { name: '广东深圳访客 3821', type: 'fresh' },
  marks: { delivered: 4, read: 2 }
}

const render = (entries: Entry[], more: { before?: Entry | null; unreadFrom?: number | null } = {}) =>
  (<Entries entries={entries} before={more.before ?? null} unreadFrom={more.unreadFrom} {...context} />).markup

describe('who goes on speaking', () => {
  test('within three minutes stands close to the words before', () => {
    expect(goesOn(entry(2), entry(1), 'UTC')).toBe(true)
    expect(goesOn(entry(2, { at: noon + 5 * minute }), entry(1), 'UTC')).toBe(false)
  })

  test('somebody else, another day, or something that happened between begins anew', () => {
    expect(goesOn(entry(2, { authorId: 8 }), entry(1), 'UTC')).toBe(false)
    expect(goesOn(entry(2), entry(1, { kind: 'accepted' }), 'UTC')).toBe(false)
    const midnight = Date.UTC(2026, 8, 10, 16)
    expect(goesOn(entry(2, { at: midnight + 1_000 }), entry(1, { at: midnight - 1_000 }), 'Asia/Shanghai')).toBe(false)
    expect(goesOn(entry(2, { at: midnight + 1_000 }), entry(1, { at: midnight - 1_000 }), 'UTC')).toBe(true)
  })
})

test('a new day begins with a line of its own, between the numbers', () => {
  const markup = render([entry(1), entry(2, { at: noon + 24 * 60 * minute })])
  expect(markup).toContain('id="d101"')
  expect(markup).toContain('id="d102" data-seq="1.4"')
})

test('a page that begins in the middle has no line before its first entry', () => {
  expect(render([entry(5)], { before: entry(4) })).not.toContain('class="divider"')
  expect(render([entry(5)])).not.toContain('class="divider"')
  expect(render([entry(1)])).toContain('class="divider"')
})

test('the line above what is unread stands before the first of it', () => {
  const markup = render([entry(1), entry(2), entry(3)], { unreadFrom: 3 })
  expect(markup.indexOf('以下是新消息')).toBeGreaterThan(markup.indexOf('第 2 句'))
  expect(markup.indexOf('以下是新消息')).toBeLessThan(markup.indexOf('第 3 句'))
})

test('the visitor’s marks are counted in the visitor’s numbers', () => {
  expect(deliveryOf(2, context.marks)).toBe('read')
  expect(deliveryOf(4, context.marks)).toBe('delivered')
  expect(deliveryOf(5, context.marks)).toBe('sent')
  expect(deliveryOf(null, context.marks)).toBe('sent')
})

test('one’s own words carry their key, a colleague’s carry a face', () => {
  const mine = render([entry(1, { authorKind: 'agent', authorId: 3, key: 'k1' })])
  expect(mine).toContain('data-key="k1"')
  expect(mine).not.toContain('class="avatar"')
  const theirs = render([entry(1, { authorKind: 'agent', authorId: 4, authorName: '阿华', key: 'k1' })])
  expect(theirs).not.toContain('data-key')
  expect(theirs).toContain('阿华')
})

test('words and names stand there literally', () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const markup = render([entry(1, { text: hostile }), entry(2, { kind: 'accepted', authorKind: 'agent', authorId: 4, authorName: hostile })])
  expect(markup).not.toContain('<img src=x')
  expect(markup.split('&lt;img src=x onerror=alert(1)&gt;').length).toBe(3)
})
