import type { Core } from '#src/storage/index.ts'
import { visibleAfter, visibleBefore } from './entries.ts'
import { conversationOfVisitor } from './find.ts'
import type { Entry } from './types.ts'

export type HistoryPage = { entries: Entry[]; more: boolean }

/** The last entries over all of a visitor's conversations, oldest first; `more` when there are older ones. */
export function lastForVisitor(core: Core, visitorId: number, most: number): HistoryPage {
  const entries: Entry[] = []
  const conversations = core.db.query<{ id: number }, [number]>('select id from conversations where visitor_id = ? order by id desc').all(visitorId)
  for (const [n, { id }] of conversations.entries()) {
    const some = visibleBefore(core, id, Number.MAX_SAFE_INTEGER, most + 1 - entries.length)
    entries.unshift(...some)
    if (entries.length > most) return { entries: entries.slice(entries.length - most), more: true }
    if (n === conversations.length - 1) break
  }
  return { entries, more: false }
}

/**
 * What was added after the entry that the client holds, over all conversations, in the order of adding: by number,
 * never by time. Null when the client names something that is not this visitor's.
 */
export function addedAfter(core: Core, visitorId: number, publicId: Uint8Array, visitorSeq: number, most: number): HistoryPage | null {
  const conversation = conversationOfVisitor(core, visitorId, publicId)
  if (!conversation) return null
  const held = core.db
    .query<{ id: number }, [number, number]>('select id from entries where conversation_id = ? and visitor_seq <= ? order by visitor_seq desc limit 1')
    .get(conversation.id, visitorSeq)
  const after = held?.id ?? 0
  const grown = core.db
    .query<{ id: number }, [number, number]>('select id from conversations where visitor_id = ? and last_entry_id > ? order by id')
    .all(visitorId, after)
  const entries = grown
    .flatMap(({ id }) => visibleAfter(core, id, id === conversation.id ? visitorSeq : lastSeqUpTo(core, id, after), most + 1))
    .sort((a, b) => a.id - b.id)
  return { entries: entries.slice(0, most), more: entries.length > most }
}

/** What came before an entry: first in its own conversation, then in the one before it. */
export function olderForVisitor(core: Core, visitorId: number, publicId: Uint8Array, visitorSeq: number, most: number): HistoryPage | null {
  const conversation = conversationOfVisitor(core, visitorId, publicId)
  if (!conversation) return null
  const entries = visibleBefore(core, conversation.id, visitorSeq, most + 1)
  const earlier = core.db
    .query<{ id: number }, [number, number]>('select id from conversations where visitor_id = ? and id < ? order by id desc')
    .all(visitorId, conversation.id)
  for (const { id } of earlier) {
    if (entries.length > most) break
    entries.unshift(...visibleBefore(core, id, Number.MAX_SAFE_INTEGER, most + 1 - entries.length))
  }
  return { entries: entries.slice(Math.max(0, entries.length - most)), more: entries.length > most }
}

/** The last visitor_seq of a conversation among entries up to number `id`; seeks from the end, where the new ones are. */
function lastSeqUpTo({ db }: Core, conversation: number, id: number): number {
  const row = db
    .query<{ visitorSeq: number }, [number, number]>(
      'select visitor_seq as visitorSeq from entries where conversation_id = ? and visitor_seq is not null and id <= ? order by visitor_seq desc limit 1'
    )
    .get(conversation, id)
  return row?.visitorSeq ?? 0
}
