import { expect, test } from 'bun:test'
import { meansSend } from '#src/widget/chat/enter.ts'

const press = { key: 'Enter', keyCode: 13, isComposing: false, shiftKey: false, altKey: false }

test('Enter sends, Shift+Enter is a new line', () => {
  expect(meansSend(press)).toBe(true)
  expect(meansSend({ ...press, shiftKey: true })).toBe(false)
  expect(meansSend({ ...press, key: 'a', keyCode: 65 })).toBe(false)
})

test('the Enter that chooses a word in an input method never sends', () => {
  expect(meansSend({ ...press, isComposing: true })).toBe(false)
})

test('Safari, which ends the composition before it reports the Enter, does not send either', () => {
  expect(meansSend({ ...press, isComposing: false, keyCode: 229 })).toBe(false)
})
