import { filesOfEntries } from '#src/files/index.ts'
import { type Author, authorOf } from '#src/people/index.ts'
import type { Core } from '#src/storage/index.ts'
import { conversationById } from './find.ts'
import type { AuthorKind, Conversation, Entry, EntryKind, Payload } from './types.ts'

type Row = {
  id: number
  conversationId: number
  seq: number
  visitorSeq: number | null
  at: number
  kind: EntryKind
  authorKind: AuthorKind
  authorId: number | null
  body: string | null
  key: string | null
  payload: string | null
}

/*
 * Without joins: in this SQLite one costs ten times a look-up by key, and a message is read as often as it is pushed.
 * Names and files are looked up once per page.
 */
const select = `
  select id, conversation_id as conversationId, seq, visitor_seq as visitorSeq, posted_at as at, kind,
         author_kind as authorKind, author_id as authorId, body, client_key as key, payload
    from entries`

const before = `${select} where conversation_id = ? and seq < ? order by seq desc limit ?`
const after = `${select} where conversation_id = ? and seq > ? order by seq limit ?`
const visiblyBefore = `${select} where conversation_id = ? and visitor_seq < ? order by visitor_seq desc limit ?`
const visiblyAfter = `${select} where conversation_id = ? and visitor_seq > ? order by visitor_seq limit ?`
const byId = `${select} where id = ?`

/** The last entries, oldest first. */
export function lastEntries(core: Core, conversation: number, most = 50): Entry[] {
  return entriesBefore(core, conversation, Number.MAX_SAFE_INTEGER, most)
}

/** Entries before `seq`, oldest first. */
export function entriesBefore(core: Core, conversation: number, seq: number, most: number): Entry[] {
  return whole(core, core.db.query<Row, [number, number, number]>(before).all(conversation, seq, most).reverse())
}

export function entriesAfter(core: Core, conversation: number, seq: number, most: number): Entry[] {
  return whole(core, core.db.query<Row, [number, number, number]>(after).all(conversation, seq, most))
}

export function entryById(core: Core, id: number): Entry | null {
  const row = core.db.query<Row, [number]>(byId).get(id)
  return row ? (whole(core, [row])[0] ?? null) : null
}

/** An entry that was just added, with its conversation: read once for all who react to it. */
export type Addition = { conversation: Conversation; entry: Entry }

export function additionOf(core: Core, conversationId: number, entryId: number): Addition | null {
  const conversation = conversationById(core, conversationId)
  const row = conversation && core.db.query<Row, [number]>(byId).get(entryId)
  const entry = row && whole(core, [row], new Map([[conversation.id, conversation.publicId]]))[0]
  return conversation && entry ? { conversation, entry } : null
}

/** What the visitor of a conversation sees after `visitorSeq`, oldest first. */
export function visibleAfter(core: Core, conversation: number, visitorSeq: number, most: number): Entry[] {
  return whole(core, core.db.query<Row, [number, number, number]>(visiblyAfter).all(conversation, visitorSeq, most))
}

/** What the visitor of a conversation sees before `visitorSeq`, oldest first. */
export function visibleBefore(core: Core, conversation: number, visitorSeq: number, most: number): Entry[] {
  return whole(core, core.db.query<Row, [number, number, number]>(visiblyBefore).all(conversation, visitorSeq, most).reverse())
}

function whole(core: Core, rows: Row[], conversations = new Map<number, Uint8Array>()): Entry[] {
  const read = rows.map((row) => ({ ...row, payload: row.payload === null ? {} : (JSON.parse(row.payload) as Payload) }))
  const withFile = read.filter((row) => row.payload.file)
  const files =
    withFile.length === 0
      ? null
      : filesOfEntries(
          core,
          withFile.map((row) => row.id)
        )
  const authors = new Map<number, Author>()
  return read.map(({ body, ...row }) => {
    const author = row.authorKind === 'agent' && row.authorId !== null ? remembered(authors, row.authorId, () => authorOf(core, row.authorId ?? 0)) : null
    return {
      ...row,
      conversation: remembered(conversations, row.conversationId, () => conversationById(core, row.conversationId)?.publicId ?? new Uint8Array(16)),
      authorName: author?.name ?? null,
      authorPicture: author?.picture ?? null,
      text: body ?? '',
      file: files?.get(row.id) ?? null
    }
  })
}

function remembered<Value>(known: Map<number, Value>, id: number, find: () => Value): Value {
  const value = known.get(id)
  if (value !== undefined) return value
  const found = find()
  known.set(id, found)
  return found
}
