import type { ConversationRow } from '#src/conversations/index.ts'
import type { Say, TextKey } from '#src/texts/index.ts'
import type { Delivery, LastLine } from '#views/ui/index.ts'

/** The second line of a row: my own unsent words before all, else what was said or happened last. */
export function lastLine(row: ConversationRow, say: Say): LastLine {
  if (row.draft) return { kind: 'draft', text: row.draft }
  return { kind: 'said', text: lastWords(row, say) }
}

export function lastWords({ lastKind, lastText, lastFile }: Pick<ConversationRow, 'lastKind' | 'lastText' | 'lastFile'>, say: Say): string {
  if (lastKind !== 'message') return say(happened[lastKind] ?? 'desk.last.opened')
  if (lastFile === null) return lastText
  const word = say(files[lastFile] ?? 'desk.last.document')
  return lastText === '' ? word : `${word} ${lastText}`
}

/** What became of our last words; null when the last words are not ours. */
export function lastDelivery({ lastBy, lastKind, visitorRead, visitorDelivered }: ConversationRow): Delivery | null {
  if (lastBy !== 'agent' || lastKind !== 'message') return null
  if (visitorRead) return 'read'
  return visitorDelivered ? 'delivered' : 'sent'
}

const happened: Partial<Record<ConversationRow['lastKind'], TextKey>> = {
  opened: 'desk.last.opened',
  accepted: 'desk.last.accepted',
  closed: 'desk.last.closed',
  reopened: 'desk.last.reopened',
  returned: 'desk.last.returned',
  handled: 'desk.last.handled',
  unhandled: 'desk.last.unhandled'
}

const files: Record<string, TextKey> = {
  image: 'desk.last.image',
  audio: 'desk.last.audio',
  video: 'desk.last.video',
  document: 'desk.last.document'
}
