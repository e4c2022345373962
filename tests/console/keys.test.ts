import { expect, test } from 'bun:test'
import { isSendKey } from '#src/console/composing.ts'
import { actOf } from '#src/console/keys.ts'

const plain = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false }
const enter = { key: 'Enter', isComposing: false, keyCode: 13, shiftKey: false, altKey: false }

test('letters act outside of fields only', () => {
  expect(actOf({ ...plain, key: 'j' }, false)).toBe('next')
  expect(actOf({ ...plain, key: 'k' }, false)).toBe('previous')
  expect(actOf({ ...plain, key: '/' }, false)).toBe('search')
  expect(actOf({ ...plain, key: 'j' }, true)).toBeNull()
  expect(actOf({ ...plain, key: '/' }, true)).toBeNull()
})

test('with Alt they act everywhere, by the place of the key: on a Mac Alt+W is ∑', () => {
  expect(actOf({ ...plain, key: '∑', code: 'KeyW', altKey: true }, true)).toBe('close')
  expect(actOf({ ...plain, key: 'ArrowDown', code: 'ArrowDown', altKey: true }, true)).toBe('next')
})

test('what belongs to the browser or to an input method is left alone', () => {
  expect(actOf({ ...plain, key: 'j', ctrlKey: true }, false)).toBeNull()
  expect(actOf({ ...plain, key: 'k', metaKey: true }, false)).toBeNull()
  expect(actOf({ ...plain, key: 'j', isComposing: true }, false)).toBeNull()
})

test('Enter sends, with Ctrl too; with Shift it is a new line; while composing it chooses a word', () => {
  expect(isSendKey(enter)).toBe(true)
  expect(isSendKey({ ...enter, shiftKey: true })).toBe(false)
  expect(isSendKey({ ...enter, altKey: true })).toBe(false)
  expect(isSendKey({ ...enter, isComposing: true })).toBe(false)
  expect(isSendKey({ ...enter, keyCode: 229 })).toBe(false)
  expect(isSendKey({ ...enter, key: 'a' })).toBe(false)
})
