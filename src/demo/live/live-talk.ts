import type { Language } from '#src/texts/index.ts'
import { filled, type Line, type Talk } from '../talks/index.ts'

/** A talk that is going on: how far it has come, and who said the last words. */
export type LiveTalk = {
  talk: Talk
  order: string
  language: Language
  /** The line that comes next, by the screenplay. */
  next: number
  /** It has waited for people long enough: a colleague may take it. */
  isUrgent: boolean
  /** A colleague has had time to read what the visitor said last. */
  isDue: boolean
  isOver: boolean
}

export function beginTalk(talk: Talk, language: Language, order: string, next = 0): LiveTalk {
  return { talk, order, language, next, isUrgent: false, isDue: next > 0, isOver: false }
}

export function nextLine({ talk, next, order }: LiveTalk): Line | null {
  const line = talk.lines[next]
  return line ? { ...line, text: filled(line.text, order) } : null
}

/** Whether these are the words that the screenplay has for the shop. */
export function isExpected(talk: LiveTalk, text: string): boolean {
  const line = nextLine(talk)
  return line !== null && line.by === 'agent' && line.text === text
}

/** On to the visitor's next words, past what the shop would have said. */
export function skipToVisitor(talk: LiveTalk): void {
  while (talk.talk.lines[talk.next]?.by === 'agent') talk.next++
}
