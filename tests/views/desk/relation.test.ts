import { expect, test } from 'bun:test'
import { reads, relationOf } from '#views/desk/index.ts'

const chat = { kind: 'chat', state: 'open', assignedTo: 2, handledAt: null } as const
const here = () => true
const gone = () => false

test('what a conversation is to me decides what I may do', () => {
  expect(relationOf({ ...chat, state: 'waiting', assignedTo: null }, 1, here)).toBe('free')
  expect(relationOf({ ...chat, assignedTo: 1 }, 1, gone)).toBe('mine')
  expect(relationOf(chat, 1, here)).toBe('colleague')
  expect(relationOf(chat, 1, gone)).toBe('away')
  expect(relationOf({ ...chat, state: 'closed' }, 1, here)).toBe('closed')
  expect(relationOf({ ...chat, kind: 'message' }, 1, here)).toBe('left')
  expect(relationOf({ ...chat, kind: 'message', handledAt: 5 }, 1, here)).toBe('handled')
})

test('only who could answer reads', () => {
  expect((['mine', 'free', 'closed', 'left', 'handled'] as const).every(reads)).toBe(true)
  expect(reads('colleague')).toBe(false)
  expect(reads('away')).toBe(false)
})
