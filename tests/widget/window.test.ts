import { expect, test } from 'bun:test'
import type { EntryView, Snapshot } from '#src/web/visitor/frames.ts'
import { moveBelongings, prefixFor } from '#src/widget/chat/belongings.ts'
import { boxOf } from '#src/widget/chat/bubble.ts'
import { clockFor } from '#src/widget/chat/clock.ts'
import { firstSign } from '#src/widget/chat/head.ts'
import { faultsOf } from '#src/widget/chat/leave-form.ts'
import { mayWrite, modeOf } from '#src/widget/chat/mode.ts'
import { firstUnread, newestFromShop, unreadIn } from '#src/widget/chat/reading.ts'
import { sayer } from '#src/widget/chat/say.ts'
import type { Store } from '#src/widget/link/store.ts'
import { plain } from '#src/widget/loader/launcher.ts'
import { baseOf } from '#src/widget/loader/own-script.ts'
import { pageAddress } from '#src/widget/loader/presence.ts'

const all = { name: 'optional', email: 'optional', phone: 'optional' } as const
const left = { text: '请问', name: '', email: '', phone: '' }

test('a message that is left needs words and one way to answer, and says which is missing', () => {
  expect(faultsOf({ ...left, text: ' ' }, all)).toEqual({ text: 'form.text_missing', phone: 'form.reach_missing' })
  expect(faultsOf({ ...left, email: 'lin@tea.example' }, all)).toEqual({})
  expect(faultsOf({ ...left, phone: '138 0000 0000' }, all)).toEqual({})
  expect(faultsOf({ ...left, email: 'lin@tea', phone: '12' }, all)).toEqual({ email: 'form.email_wrong', phone: 'form.phone_wrong' })
})

test('the shop decides what must be filled in', () => {
  expect(faultsOf({ ...left, phone: '13800000000' }, { ...all, name: 'required', email: 'required' })).toEqual({
    name: 'form.name_missing',
    email: 'form.email_missing'
  })
  expect(faultsOf(left, { ...all, phone: 'off' })).toEqual({ email: 'form.reach_missing' })
})

const snapshot = (more: Partial<Snapshot>): Snapshot => ({ conversation: null, reach: 'chat', host: null, watched: false, ...more })
const talk = (state: 'waiting' | 'open' | 'closed') => ({ c: 'c', kind: 'chat' as const, state, agent: null, delivered: 0, read: 0, seen: 1 })

test('while nobody is there the form shows, unless a talk goes on or a message was just left', () => {
  expect(modeOf(snapshot({ reach: 'form' }), [], null)).toBe('form')
  expect(modeOf(snapshot({ reach: 'form', conversation: talk('open') }), [], null)).toBe('talk')
  expect(modeOf(snapshot({ reach: 'form', conversation: talk('closed') }), [], null)).toBe('form')
  const leaving = { frame: { t: 'leave' as const, key: 'k', text: 'x' }, at: 0, file: null, state: 'sent' as const, because: '' }
  expect(modeOf(snapshot({ reach: 'form' }), [leaving], 'form')).toBe('talk')
  expect(modeOf(snapshot({ reach: 'form' }), [{ ...leaving, state: 'failed' }], null)).toBe('form')
})

test('words are taken where they lead to somebody', () => {
  expect([
    mayWrite(null),
    mayWrite(snapshot({})),
    mayWrite(snapshot({ reach: 'form' })),
    mayWrite(snapshot({ reach: 'form', conversation: talk('waiting') }))
  ]).toEqual([true, true, false, true])
})

const words = (seq: number, by: 'visitor' | 'agent'): EntryView => ({ c: 'c', seq, at: 0, kind: 'message', by, agent: null, key: null, text: '', file: null })

test('unread is what the shop said after the last read number', () => {
  const entries = [words(1, 'visitor'), words(2, 'agent'), words(3, 'visitor'), words(4, 'agent')]
  const now = snapshot({ conversation: talk('open') })
  expect([unreadIn(entries, now, 1), unreadIn(entries, now, 2), unreadIn(entries, now, 4)]).toEqual([2, 1, 0])
  expect(firstUnread(entries, now)).toEqual({ c: 'c', seq: 2 })
  expect([newestFromShop(entries, 'c'), newestFromShop(entries, 'other')]).toEqual([4, 0])
})

test('a divider before the very first words would divide nothing', () => {
  expect(firstUnread([words(2, 'agent')], snapshot({ conversation: talk('open') }))).toBeNull()
})

test('texts are filled in, with the plural that English needs', () => {
  const say = sayer({ 'chat.newer': '{n} new {n|message|messages}', 'chat.says': '{name}：' })
  expect([say('newer', { n: 1 }), say('newer', { n: 3 }), say('says', { name: '{n}' }), say('unknown')]).toEqual([
    '1 new message',
    '3 new messages',
    '{n}：',
    ''
  ])
})

test('days are named as people name them', () => {
  const say = sayer({ 'chat.today': '今天', 'chat.yesterday': '昨天' })
  const clock = clockFor('zh-CN', say, () => new Date(2026, 8, 8, 9, 5).getTime())
  const days = [new Date(2026, 8, 8, 0, 1), new Date(2026, 8, 7, 23, 59), new Date(2026, 7, 3), new Date(2025, 8, 8)].map((at) => clock.day(at.getTime()))
  expect(days).toEqual(['今天', '昨天', '8月3日', '2025年9月8日'])
  expect(clock.time(new Date(2026, 8, 8, 0, 7).getTime())).toBe('00:07')
})

test('the reserved box of a picture keeps its shape and fits the window', () => {
  expect([boxOf(1_920, 1_440), boxOf(1_000, 4_000), boxOf(100, 80), boxOf(null, null)]).toEqual([
    { width: 220, height: 165 },
    { width: 70, height: 280 },
    { width: 100, height: 80 },
    { width: 180, height: 135 }
  ])
})

test('a name without a picture is its first sign, whole', () => {
  expect([firstSign('陈屿'), firstSign(' amy'), firstSign('😀 Bob'), firstSign('')]).toEqual(['陈', 'A', '😀', '·'])
})

test('what waits to be sent goes along when the same person gets another token, and the token is not in its name', () => {
  const kept = new Map<string, string>()
  const store: Store = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix))
  }
  const token = 'T'.repeat(43)
  store.set(`${prefixFor('s', null)}out:a`, '1')
  moveBelongings(store, prefixFor('s', null), prefixFor('s', token))
  expect([...kept.keys()]).toEqual([`${prefixFor('s', token)}out:a`])
  expect(prefixFor('s', token)).not.toContain('TTT')
})

test('the shop’s page sees one plain line of at most 120 characters', () => {
  expect(plain('a\u0000b\nc\u202egpj')).toBe('a b cgpj')
  expect(Array.from(plain('😀'.repeat(500)))).toHaveLength(120)
})

test('the appliance may live under a path', () => {
  expect([baseOf('https://kefu.example/w.js'), baseOf('https://kefu.example/chat/w.js?x=1'), baseOf('https://kefu.example/w-0a1b.js')]).toEqual([
    'https://kefu.example',
    'https://kefu.example/chat',
    'https://kefu.example'
  ])
})

test('fragments stay at home, unless a single-page shop keeps its routes there', () => {
  expect([
    pageAddress('https://a.example/p#token=S'),
    pageAddress('https://a.example/#/cart'),
    pageAddress('https://a.example/#!/cart'),
    pageAddress('https://a.example/p')
  ]).toEqual(['https://a.example/p', 'https://a.example/#/cart', 'https://a.example/#!/cart', 'https://a.example/p'])
})
