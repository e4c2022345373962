import { expect, test } from 'bun:test'
import { emailFrom, phoneFrom } from '#src/people/index.ts'

test.each([
  ['13800138000', 'zh-CN', '+8613800138000'],
  ['138-0013-8000', 'zh-CN', '+8613800138000'],
  ['0755 8888 6666', 'zh-CN', '+8675588886666'],
  ['0912 345 678', 'zh-TW', '+886912345678'],
  ['+1 (415) 555-2671', 'zh-CN', '+14155552671'],
  ['0044 20 7946 0958', 'en', '+442079460958'],
  ['＋8613800138000', 'en', '+8613800138000'],
  ['4155552671', 'en', null],
  ['110', 'zh-CN', null],
  ['not a number', 'zh-CN', null],
  ['+0123456789', 'zh-CN', null],
  ['1'.repeat(40), 'zh-CN', null]
] as const)('%p in %p is %p', (typed, language, phone) => {
  expect(phoneFrom(typed, language)).toBe(phone)
})

test.each([
  [' Hua@Tea.Example ', 'hua@tea.example'],
  ['hua+shop@tea.co.uk', 'hua+shop@tea.co.uk'],
  ['hua@tea', null],
  ['@tea.example', null],
  ['hua@tea.example\r\nBcc: x@y.z', null],
  ['a@x.cn,b@y.cn', null],
  ['"x y"@tea.example', null],
  ['hua@tea..example', null],
  [`${'a'.repeat(65)}@tea.example`, null]
] as const)('%p is %p', (typed, email) => {
  expect(emailFrom(typed)).toBe(email)
})
