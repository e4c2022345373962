import type { FileView } from '#src/files/index.ts'

export type ConversationKind = 'chat' | 'message'
export type ConversationState = 'waiting' | 'open' | 'closed'

/** A conversation as acts need it: found through permission, inside the transaction. */
export type Conversation = {
  id: number
  publicId: Uint8Array
  siteId: number
  visitorId: number
  visitId: number | null
  kind: ConversationKind
  state: ConversationState
  assignedTo: number | null
  wantedPerson: number | null
  waitingSince: number | null
  acceptedAt: number | null
  firstReplyAt: number | null
  openedAt: number
  closedAt: number | null
  handledAt: number | null
  seq: number
  visitorSeq: number
}

/** What an entry can be; kinds are checked here and not in the table, where a new one would rebuild it. */
export type EntryKind = 'message' | 'opened' | 'accepted' | 'closed' | 'reopened' | 'returned' | 'handled' | 'unhandled'
export type AuthorKind = 'visitor' | 'agent' | 'system'

/** What an entry carries besides its text. `file`: one belongs to it, found in `files` by the entry. */
export type Payload = { file?: true; contact?: Contact; because?: string }
export type Contact = { name: string | null; email: string | null; phone: string | null }

/** An entry of the log as agents see it; `seq` is the agents' count. */
export type Entry = {
  id: number
  conversationId: number
  /** Public id of the conversation. */
  conversation: Uint8Array
  seq: number
  visitorSeq: number | null
  at: number
  kind: EntryKind
  authorKind: AuthorKind
  authorId: number | null
  authorName: string | null
  /** Public id of the author's picture, as in `/f/…`. */
  authorPicture: string | null
  text: string
  file: FileView | null
  key: string | null
  payload: Payload
}

/** What somebody wants to say. `file` is a public id that the same author uploaded and has not used yet. */
export type Saying = { key: string; text: string; file: string | null }

/** The longest message, in UTF-16 units after cleaning. */
export const longestMessage = 8_000
