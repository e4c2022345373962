import type { Person } from '#src/people/index.ts'
import { missing } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import type { Conversation } from './types.ts'

const columns = `
  id, public_id as publicId, site_id as siteId, visitor_id as visitorId, visit_id as visitId, kind, state,
  assigned_to as assignedTo, wanted_person_id as wantedPerson, waiting_since as waitingSince, accepted_at as acceptedAt,
  first_reply_at as firstReplyAt, opened_at as openedAt, closed_at as closedAt, handled_at as handledAt, seq, visitor_seq as visitorSeq`

const one = `select ${columns} from conversations where id = ?`
/** One at most: `visitorSays` and `reopenConversation` see to it. */
const openChat = `select ${columns} from conversations where visitor_id = ? and kind = 'chat' and state <> 'closed' limit 1`
const lastChat = `select ${columns} from conversations where visitor_id = ? and kind = 'chat' order by id desc limit 1`

/**
 * The conversation, if this agent may see it; otherwise a refusal equal to that for one that does not exist. Every
 * agent sees all sites until groups come; the person is asked for now so that no door has to change then.
 */
export function conversationFor(core: Core, _agent: Person, id: number): Conversation {
  const found = Number.isSafeInteger(id) && id > 0 ? conversationById(core, id) : null
  if (!found) throw missing()
  return found
}

export function conversationById({ db }: Core, id: number): Conversation | null {
  return db.query<Conversation, [number]>(one).get(id)
}

/** The visitor's own conversation, by what strangers may see of it. */
export function conversationOfVisitor({ db }: Core, visitorId: number, publicId: Uint8Array): Conversation | null {
  return db.query<Conversation, [Uint8Array, number]>(`select ${columns} from conversations where public_id = ? and visitor_id = ?`).get(publicId, visitorId)
}

/** The chat that is still open, else the one that was closed last. In two steps: a sort costs twenty times the look-up. */
export function latestChat({ db }: Core, visitorId: number): Conversation | null {
  const open = db.query<Conversation, [number]>(openChat).get(visitorId)
  return open ?? db.query<Conversation, [number]>(lastChat).get(visitorId)
}

/** The newest conversation of any kind: what the chat window's head speaks of. */
export function newestConversation({ db }: Core, visitorId: number): Conversation | null {
  return db
    .query<Conversation, [number]>(
      `select ${columns} from conversations where visitor_id = ? order by (kind = 'chat' and state <> 'closed') desc, id desc limit 1`
    )
    .get(visitorId)
}
