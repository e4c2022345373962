import { filesOfEntries } from '#src/files/index.ts'
import { publicIdText } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import type { AuthorKind, Entry, EntryKind, Payload } from './types.ts'

type Row = {
  id: number
  conversationId: number
  conversation: Uint8Array
  seq: number
  visitorSeq: number | null
  at: number
  kind: EntryKind
  authorKind: AuthorKind
  authorId: number | null
  authorName: string | null
  picture: Uint8Array | null
  body: string | null
  key: string | null
  payload: string | null
}

const select = `
  select e.id, e.conversation_id as conversationId, c.public_id as conversation, e.seq, e.visitor_seq as visitorSeq, e.posted_at as at, e.kind,
         e.author_kind as authorKind, e.author_id as authorId, p.nickname as authorName, f.public_id as picture,
         e.body, e.client_key as key, e.payload
    from entries e
    join conversations c on c.id = e.conversation_id
    left join people p on e.author_kind = 'agent' and p.id = e.author_id
    left join files f on f.id = p.picture_id`

/** The last entries, oldest first. */
export function lastEntries(core: Core, conversation: number, most = 50): Entry[] {
  return entriesBefore(core, conversation, Number.MAX_SAFE_INTEGER, most)
}

/** Entries before `seq`, oldest first. */
export function entriesBefore(core: Core, conversation: number, seq: number, most: number): Entry[] {
  const rows = core.db
    .query<Row, [number, number, number]>(`${select} where e.conversation_id = ? and e.seq < ? order by e.seq desc limit ?`)
    .all(conversation, seq, most)
  return withFiles(core, rows.reverse())
}

export function entriesAfter(core: Core, conversation: number, seq: number, most: number): Entry[] {
  return withFiles(
    core,
    core.db.query<Row, [number, number, number]>(`${select} where e.conversation_id = ? and e.seq > ? order by e.seq limit ?`).all(conversation, seq, most)
  )
}

export function entryById(core: Core, id: number): Entry | null {
  return withFiles(core, core.db.query<Row, [number]>(`${select} where e.id = ?`).all(id))[0] ?? null
}

/** What the visitor of a conversation sees after `visitorSeq`, oldest first. */
export function visibleAfter(core: Core, conversation: number, visitorSeq: number, most: number): Entry[] {
  return withFiles(
    core,
    core.db
      .query<Row, [number, number, number]>(`${select} where e.conversation_id = ? and e.visitor_seq > ? order by e.visitor_seq limit ?`)
      .all(conversation, visitorSeq, most)
  )
}

/** What the visitor of a conversation sees before `visitorSeq`, oldest first. */
export function visibleBefore(core: Core, conversation: number, visitorSeq: number, most: number): Entry[] {
  const rows = core.db
    .query<Row, [number, number, number]>(`${select} where e.conversation_id = ? and e.visitor_seq < ? order by e.visitor_seq desc limit ?`)
    .all(conversation, visitorSeq, most)
  return withFiles(core, rows.reverse())
}

function withFiles(core: Core, rows: Row[]): Entry[] {
  const files = filesOfEntries(
    core,
    rows.filter((row) => row.kind === 'message').map((row) => row.id)
  )
  return rows.map(({ picture, body, payload, ...row }) => ({
    ...row,
    authorPicture: picture ? publicIdText(picture) : null,
    text: body ?? '',
    file: files.get(row.id) ?? null,
    payload: payload === null ? {} : (JSON.parse(payload) as Payload)
  }))
}
