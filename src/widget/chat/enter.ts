type Key = { key: string; keyCode: number; isComposing: boolean; shiftKey: boolean; ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean }

/**
 * Whether this key press means "send". An Enter that chooses a word in an input method never does: most browsers say
 * so by `isComposing`; Safari ends the composition first and then reports the same Enter with key code 229.
 */
export function meansSend(press: Key): boolean {
  if (press.key !== 'Enter' || press.isComposing || press.keyCode === 229) return false
  return !press.shiftKey && !press.altKey
}
