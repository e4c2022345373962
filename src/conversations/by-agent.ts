import { attachFile } from '#src/files/index.ts'
import { type Person, personById } from '#src/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WindowSettings } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { alreadySaid, type Said } from './keys.ts'
import { addEntry } from './log.ts'
import { cleanSaying } from './saying.ts'
import type { Conversation, Saying } from './types.ts'

/**
 * Takes a waiting conversation, inside a transaction. Two at once: the second is told who was first (409). One whose
 * agent cannot be reached any more may be taken over; `reachable` tells.
 */
export function acceptConversation(core: Core, conversation: Conversation, agent: Person, reachable: (person: number) => boolean): void {
  if (conversation.assignedTo === agent.id && conversation.state === 'open') return
  if (conversation.state === 'closed') throw new Refusal('conflict', 'conversations.closed_already')
  if (conversation.assignedTo !== null && reachable(conversation.assignedTo)) throw taken(core, conversation.assignedTo)
  const now = core.now()
  core.db
    .query(`
      update conversations
         set state = 'open', assigned_to = ?, assigned_at = ?, accepted_at = coalesce(accepted_at, ?), waiting_since = null, wanted_person_id = null
       where id = ?`)
    .run(agent.id, now, now, conversation.id)
  core.db
    .query(`
      insert into participants (conversation_id, person_id, part, joined_at) values (?, ?, 'agent', ?)
          on conflict (conversation_id, person_id) do update set left_at = null`)
    .run(conversation.id, agent.id, now)
  core.db.query('update visitors set last_agent_id = ? where id = ?').run(agent.id, conversation.visitorId)
  conversation.state = 'open'
  conversation.assignedTo = agent.id
  addEntry(core, conversation, { kind: 'accepted', authorKind: 'agent', authorId: agent.id })
  core.announce({ kind: 'conversation-changed', conversation: conversation.id })
}

/** How a site lets waiting conversations be taken: by the first reply, or only by a click on accept. */
export type AcceptBy = WindowSettings['accept']

/**
 * What an agent answers, inside a transaction; the first reply accepts. The same key twice is the same entry. A
 * message left behind (留言) is answered without accepting it.
 */
export function replyTo(
  core: Core,
  conversation: Conversation,
  agent: Person,
  raw: Saying,
  how: { acceptBy: AcceptBy; reachable: (person: number) => boolean }
): Said {
  const saying = cleanSaying(raw)
  const before = alreadySaid(core, { kind: 'agent', id: agent.id }, saying)
  if (before) return before
  if (conversation.kind === 'chat') joinToReply(core, conversation, agent, how)
  const added = addEntry(core, conversation, {
    kind: 'message',
    authorKind: 'agent',
    authorId: agent.id,
    key: saying.key,
    text: saying.text,
    payload: saying.file === null ? undefined : { file: true }
  })
  if (saying.file !== null) attachFile(core, saying.file, { kind: 'agent', id: agent.id }, conversation.id, added.id)
  if (conversation.firstReplyAt === null) core.db.query('update conversations set first_reply_at = ? where id = ?').run(core.now(), conversation.id)
  markReadBy(core, conversation, agent, added.seq)
  dropDraft(core, conversation, agent)
  return { ...added, conversationId: conversation.id, publicId: conversation.publicId }
}

function joinToReply(core: Core, conversation: Conversation, agent: Person, how: { acceptBy: AcceptBy; reachable: (person: number) => boolean }): void {
  if (conversation.state === 'closed') reopenConversation(core, conversation, agent)
  if (conversation.state === 'waiting' && how.acceptBy === 'click') throw new Refusal('conflict', 'conversations.accept_first')
  acceptConversation(core, conversation, agent, how.reachable)
}

export function closeConversation(core: Core, conversation: Conversation, agent: Person): void {
  if (conversation.state === 'closed') return
  core.db
    .query("update conversations set state = 'closed', closed_at = ?, closed_by = ?, closed_because = 'agent', waiting_since = null where id = ?")
    .run(core.now(), agent.id, conversation.id)
  conversation.state = 'closed'
  conversation.closedAt = core.now()
  addEntry(core, conversation, { kind: 'closed', authorKind: 'agent', authorId: agent.id })
  core.announce({ kind: 'conversation-changed', conversation: conversation.id })
}

/** Goes on with a closed conversation, as the agent's own. One still open elsewhere with this visitor goes first (409). */
export function reopenConversation(core: Core, conversation: Conversation, agent: Person): void {
  if (conversation.state !== 'closed') return
  const other = core.db
    .query<{ id: number }, [number, number]>("select id from conversations where visitor_id = ? and kind = 'chat' and state <> 'closed' and id <> ?")
    .get(conversation.visitorId, conversation.id)
  if (other) throw new Refusal('conflict', 'conversations.another_open')
  core.db
    .query(`
      update conversations
         set state = 'open', assigned_to = ?, assigned_at = ?, accepted_at = coalesce(accepted_at, ?), closed_at = null, closed_by = null, closed_because = null
       where id = ?`)
    .run(agent.id, core.now(), core.now(), conversation.id)
  conversation.state = 'open'
  conversation.assignedTo = agent.id
  conversation.closedAt = null
  addEntry(core, conversation, { kind: 'reopened', authorKind: 'agent', authorId: agent.id })
  core.announce({ kind: 'conversation-changed', conversation: conversation.id })
}

/** A left message is done with; undone by `handled: false`. */
export function handleMessage(core: Core, conversation: Conversation, agent: Person, handled: boolean): void {
  if (conversation.kind !== 'message' || (conversation.handledAt !== null) === handled) return
  core.db
    .query('update conversations set handled_at = ?, handled_by = ? where id = ?')
    .run(handled ? core.now() : null, handled ? agent.id : null, conversation.id)
  addEntry(core, conversation, { kind: handled ? 'handled' : 'unhandled', authorKind: 'agent', authorId: agent.id })
  core.announce({ kind: 'conversation-changed', conversation: conversation.id })
}

/** The agent has seen everything up to `seq`. Marks only grow. */
export function markReadBy(core: Core, conversation: Conversation, agent: Person, seq: number): void {
  const upTo = Math.min(seq, conversation.seq)
  const { changes } = core.db
    .query(`
      insert into read_marks (conversation_id, party_kind, party_id, delivered_seq, read_seq, at) values (?1, 'agent', ?2, ?3, ?3, ?4)
          on conflict (conversation_id, party_kind, party_id)
          do update set delivered_seq = max(delivered_seq, ?3), read_seq = ?3, at = ?4 where read_seq < ?3`)
    .run(conversation.id, agent.id, upTo, core.now())
  if (changes > 0) core.announce({ kind: 'read-marked', conversation: conversation.id, party: 'agent', person: agent.id })
}

export function saveDraft(core: Core, conversation: Conversation, agent: Person, text: string): void {
  const body = text.slice(0, 8_000)
  if (body.trim() === '') dropDraft(core, conversation, agent)
  else
    core.db
      .query(`
        insert into drafts (person_id, conversation_id, body, saved_at) values (?, ?, ?, ?)
            on conflict (person_id, conversation_id) do update set body = excluded.body, saved_at = excluded.saved_at`)
      .run(agent.id, conversation.id, body, core.now())
  core.announce({ kind: 'draft-saved', conversation: conversation.id, person: agent.id })
}

export function draftOf({ db }: Core, conversation: Conversation, agent: Person): string {
  return (
    db.query<{ body: string }, [number, number]>('select body from drafts where person_id = ? and conversation_id = ?').get(agent.id, conversation.id)?.body ??
    ''
  )
}

function dropDraft({ db }: Core, conversation: Conversation, agent: Person): void {
  db.query('delete from drafts where person_id = ? and conversation_id = ?').run(agent.id, conversation.id)
}

function taken(core: Core, by: number): Refusal {
  return new Refusal('conflict', 'conversations.taken', { name: personById(core, by).nickname })
}
