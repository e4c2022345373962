/*
 * What a text field of the composer does by itself: grows from 2 to 8 lines, knows when Enter belongs to an input method, takes a sign at
 * the caret.
 */

const fewestLines = 2
const mostLines = 8

/** Where the browser sizes fields by their content the style sheet does it. */
const sizedByStyle = (): boolean => CSS.supports('field-sizing', 'content')

export function grow(field: HTMLTextAreaElement): void {
  if (sizedByStyle()) return
  field.rows = fewestLines
  while (field.rows < mostLines && field.scrollHeight > field.clientHeight) field.rows += 1
}

/** Enter alone sends, and so does Ctrl or Cmd with it; with Shift or Alt it is a new line. While an input method composes it chooses a word: Safari says so only by the key code, after `compositionend`. */
export function isSendKey(event: Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | 'shiftKey' | 'altKey'>): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false
  return !event.shiftKey && !event.altKey
}

export function insertAtCaret(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
