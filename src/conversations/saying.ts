import { cleanBody } from '#src/platform/clean-text.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { longestMessage, type Saying } from './types.ts'

/** Words and file as they will be stored and compared. Refuses what is empty, and what is too long instead of cutting it. */
export function cleanSaying(raw: Saying): Saying {
  const text = cleanBody(raw.text)
  if (text.length > longestMessage) throw new Refusal('invalid', 'conversations.too_long', { most: longestMessage, over: text.length - longestMessage }, 'text')
  if (text === '' && raw.file === null) throw new Refusal('invalid', 'conversations.empty', {}, 'text')
  return { key: raw.key, text, file: raw.file }
}
