import type { Core } from '#src/storage/index.ts'
import { indexText } from '#src/storage/index.ts'
import type { AuthorKind, Conversation, EntryKind, Payload } from './types.ts'

/** Kinds that the visitor sees too; they count in `visitor_seq`. */
const forVisitors: ReadonlySet<EntryKind> = new Set(['message', 'accepted', 'closed', 'reopened'])

export type NewEntry = {
  kind: EntryKind
  authorKind: AuthorKind
  authorId: number | null
  key?: string
  text?: string
  payload?: Payload
}

export type Added = { id: number; seq: number; visitorSeq: number | null; at: number }

/**
 * Appends to a conversation's log, inside a transaction. `seq` runs 1..n over all entries, `visitor_seq` 1..m over
 * those that the visitor sees: a gap there would tell that notes exist. Counts the given conversation up.
 */
export function addEntry(core: Core, conversation: Conversation, entry: NewEntry): Added {
  const at = core.now()
  const seq = conversation.seq + 1
  const visitorSeq = forVisitors.has(entry.kind) ? conversation.visitorSeq + 1 : null
  const text = entry.text ?? ''
  const id = insertEntry(core, conversation.id, seq, visitorSeq, entry, at)
  core.db
    .query('update conversations set seq = ?, visitor_seq = ?, last_entry_id = ?, last_at = ? where id = ?')
    .run(seq, visitorSeq ?? conversation.visitorSeq, id, at, conversation.id)
  conversation.seq = seq
  conversation.visitorSeq = visitorSeq ?? conversation.visitorSeq
  if (text !== '') indexText(core, id, text, `s${conversation.siteId} ${entry.authorKind}`)
  core.announce({ kind: 'entry-added', conversation: conversation.id, entry: id })
  return { id, seq, visitorSeq, at }
}

function insertEntry({ db }: Core, conversation: number, seq: number, visitorSeq: number | null, entry: NewEntry, at: number): number {
  const { lastInsertRowid } = db
    .query(`
      insert into entries (conversation_id, seq, visitor_seq, kind, author_kind, author_id, client_key, body, payload, posted_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      conversation,
      seq,
      visitorSeq,
      entry.kind,
      entry.authorKind,
      entry.authorId,
      entry.key ?? null,
      entry.text ?? null,
      entry.payload ? JSON.stringify(entry.payload) : null,
      at
    )
  return Number(lastInsertRowid)
}
