import { expect, test } from 'bun:test'
import { createChance } from '#src/demo/chance.ts'
import { reactTo } from '#src/demo/live/answers.ts'
import { beginTalk, isExpected, nextLine, skipToVisitor } from '#src/demo/live/live-talk.ts'
import { talksFrom } from '#src/demo/talks/talk.ts'
import type { Language } from '#src/texts/index.ts'

const react = (language: Language, text: string, isFirst = false) => reactTo(createChance(1), language, text, { order: '20260907-0012', isFirst })

test('asked for the order a visitor gives it, in each language', () => {
  for (const [language, question] of [
    ['zh-CN', '您好，麻烦发一下订单号'],
    ['zh-TW', '請問訂單編號是？'],
    ['en', 'Could you give me the order number please?']
  ] as const) {
    expect(react(language, question)).toEqual({ how: 'answer', text: expect.stringContaining('20260907-0012') })
  }
})

test('a bare greeting is answered by pointing at the question, once', () => {
  expect(react('zh-CN', '您好，请问有什么可以帮您？', true).how).toBe('repeat')
  expect(react('en', 'Hello!', true).how).toBe('repeat')
  expect(react('zh-CN', '您好', false).how).toBe('go-on')
})

test('who is asked to wait waits', () => {
  expect(react('zh-CN', '稍等，我帮您看一下').how).toBe('wait')
  expect(react('en', 'One moment, let me check').how).toBe('wait')
})

test('an answer is an answer, also when it mentions an order or an address', () => {
  expect(react('zh-CN', '您的订单今天下午已经发出了').how).toBe('go-on')
  expect(react('en', 'We sent it to your address this morning.').how).toBe('go-on')
})

const [play] = talksFrom('# t\n> one\n< {order} two\n< three\n> four\n')
if (!play) throw new Error('no talk')

test('the screenplay’s own words are known as such, with the order filled in', () => {
  const talk = beginTalk(play, 'en', 'A-7', 1)
  expect(isExpected(talk, 'A-7 two')).toBeTrue()
  expect(isExpected(talk, 'two')).toBeFalse()
})

test('after words of somebody else the visitor goes on with their own next ones', () => {
  const talk = beginTalk(play, 'en', 'A-7', 1)
  skipToVisitor(talk)
  expect(nextLine(talk)?.text).toBe('four')
  talk.next++
  skipToVisitor(talk)
  expect(nextLine(talk)).toBeNull()
})
