import { attachFile } from '#src/files/index.ts'
import { newPublicId } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { conversationById, latestChat } from './find.ts'
import { alreadySaid, type Said } from './keys.ts'
import { addEntry } from './log.ts'
import { cleanSaying } from './saying.ts'
import type { Contact, Conversation, ConversationKind, Saying } from './types.ts'

/** After closing, new words within this time go on with the same conversation. */
export const reopensWithin = 24 * 60 * 60_000

/** Who speaks, with the rows that the door settled in the same transaction. */
export type Speaker = {
  siteId: number
  visitorId: number
  visitId: number /** The row of the page that is open now; asked only when a conversation begins. */
  pageId: () => number | null
  language: string | null
}

/**
 * What a visitor says, inside a transaction: into the open conversation, into one closed less than a day ago, else
 * into a new one that waits. `reachable` tells which agents can hear it: somebody's conversation whose agent has left
 * waits again, so that others see it.
 */
export function visitorSays(core: Core, speaker: Speaker, raw: Saying, reachable: (person: number) => boolean): Said {
  const saying = cleanSaying(raw)
  const before = alreadySaid(core, { kind: 'visitor', id: speaker.visitorId }, saying)
  if (before) return before
  const conversation = chatToGoOn(core, speaker, reachable)
  return sayIn(core, conversation, speaker.visitorId, saying)
}

/** What a visitor leaves when nobody is there (留言): a conversation of its own kind, with how to reach them. */
export function leaveMessage(core: Core, speaker: Speaker, key: string, text: string, contact: Contact): Said {
  const saying = cleanSaying({ key, text, file: null })
  const before = alreadySaid(core, { kind: 'visitor', id: speaker.visitorId }, saying)
  if (before) return before
  const conversation = openConversation(core, speaker, 'message')
  core.db
    .query('update visitors set name = coalesce(?, name), email = coalesce(?, email), phone = coalesce(?, phone) where id = ?')
    .run(contact.name, contact.email, contact.phone, speaker.visitorId)
  core.announce({ kind: 'visitor-changed', visitor: speaker.visitorId })
  return sayIn(core, conversation, speaker.visitorId, saying, contact)
}

function sayIn(core: Core, conversation: Conversation, visitorId: number, saying: Saying, contact?: Contact): Said {
  const added = addEntry(core, conversation, {
    kind: 'message',
    authorKind: 'visitor',
    authorId: visitorId,
    key: saying.key,
    text: saying.text,
    payload: contact ? { contact } : saying.file !== null ? { file: true } : undefined
  })
  if (saying.file !== null) attachFile(core, saying.file, { kind: 'visitor', id: visitorId }, conversation.id, added.id)
  return { ...added, conversationId: conversation.id, publicId: conversation.publicId }
}

function chatToGoOn(core: Core, speaker: Speaker, reachable: (person: number) => boolean): Conversation {
  const latest = latestChat(core, speaker.visitorId)
  if (!latest || (latest.closedAt !== null && core.now() - latest.closedAt > reopensWithin)) return openConversation(core, speaker, 'chat')
  if (latest.state === 'closed') {
    addEntry(core, latest, { kind: 'reopened', authorKind: 'visitor', authorId: speaker.visitorId })
    return putBackToWaiting(core, latest, latest.wantedPerson ?? latest.assignedTo)
  }
  if (latest.state === 'open' && latest.assignedTo !== null && !reachable(latest.assignedTo)) {
    addEntry(core, latest, { kind: 'returned', authorKind: 'system', authorId: null, payload: { because: 'agent-left' } })
    return putBackToWaiting(core, latest, latest.assignedTo)
  }
  return latest
}

function putBackToWaiting(core: Core, conversation: Conversation, wanted: number | null): Conversation {
  core.db
    .query(`
      update conversations
         set state = 'waiting', waiting_since = ?, assigned_to = null, wanted_person_id = ?, closed_at = null, closed_by = null, closed_because = null
       where id = ?`)
    .run(core.now(), wanted, conversation.id)
  core.announce({ kind: 'conversation-changed', conversation: conversation.id })
  return { ...conversation, state: 'waiting', assignedTo: null, wantedPerson: wanted, closedAt: null, waitingSince: core.now() }
}

function openConversation(core: Core, speaker: Speaker, kind: ConversationKind): Conversation {
  const now = core.now()
  const { lastInsertRowid } = core.db
    .query(`
      insert into conversations (public_id, site_id, visitor_id, visit_id, page_id, kind, state, opened_at, opened_by_kind, waiting_since, last_at, language)
      values (?, ?, ?, ?, ?, ?, 'waiting', ?, 'visitor', ?, ?, ?)`)
    .run(newPublicId(), speaker.siteId, speaker.visitorId, speaker.visitId, speaker.pageId(), kind, now, now, now, speaker.language)
  core.db.query('update visits set conversations = conversations + 1 where id = ?').run(speaker.visitId)
  const id = Number(lastInsertRowid)
  const conversation = conversationById(core, id)
  if (!conversation) throw new Error('a conversation vanished in its own transaction')
  core.announce({ kind: 'conversation-changed', conversation: id })
  return conversation
}
