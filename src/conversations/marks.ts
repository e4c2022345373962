import type { Core } from '#src/storage/index.ts'
import type { Conversation } from './types.ts'

/** How far each side has come. The visitor's numbers are visitor_seq, the agents' are given in both counts. */
export type Marks = {
  visitor: { delivered: number; read: number }
  /** The furthest of all agents' marks: `seq`, and as visitor_seq for the visitor. */
  agents: { seq: number; visitorSeq: number }
}

export function marksOf({ db }: Core, conversation: number): Marks {
  const visitor = db
    .query<{ delivered: number; read: number }, [number]>(
      "select delivered_seq as delivered, read_seq as read from read_marks where conversation_id = ? and party_kind = 'visitor'"
    )
    .get(conversation)
  const seq =
    db
      .query<{ seq: number | null }, [number]>("select max(read_seq) as seq from read_marks where conversation_id = ? and party_kind = 'agent'")
      .get(conversation)?.seq ?? 0
  const visible = db
    .query<{ visitorSeq: number }, [number, number]>(
      'select visitor_seq as visitorSeq from entries where conversation_id = ? and seq <= ? and visitor_seq is not null order by seq desc limit 1'
    )
    .get(conversation, seq)
  return { visitor: visitor ?? { delivered: 0, read: 0 }, agents: { seq, visitorSeq: visible?.visitorSeq ?? 0 } }
}

/** How far one agent has read, by `seq`; 0 before the first look. */
export function readBy({ db }: Core, conversation: number, agent: number): number {
  const mark = db
    .query<{ seq: number }, [number, number]>("select read_seq as seq from read_marks where conversation_id = ? and party_kind = 'agent' and party_id = ?")
    .get(conversation, agent)
  return mark?.seq ?? 0
}

/** The visitor has got, or read, everything up to `visitorSeq`. Marks only grow. */
export function markByVisitor(core: Core, conversation: Conversation, what: 'delivered' | 'read', visitorSeq: number): void {
  const upTo = Math.min(visitorSeq, conversation.visitorSeq)
  const read = what === 'read' ? upTo : 0
  const { changes } = core.db
    .query(`
      insert into read_marks (conversation_id, party_kind, party_id, delivered_seq, read_seq, at) values (?1, 'visitor', ?2, ?3, ?4, ?5)
          on conflict (conversation_id, party_kind, party_id)
          do update set delivered_seq = max(delivered_seq, ?3), read_seq = max(read_seq, ?4), at = ?5 where delivered_seq < ?3 or read_seq < ?4`)
    .run(conversation.id, conversation.visitorId, upTo, read, core.now())
  if (changes > 0) core.announce({ kind: 'read-marked', conversation: conversation.id, party: 'visitor', person: null })
}

/** Agents' words that a visitor has not read, over all conversations. */
export function unreadByVisitor({ db }: Core, visitorId: number): number {
  return (
    db
      .query<{ n: number }, [number]>(`
        select count(*) as n
          from conversations c
          join entries e on e.conversation_id = c.id
          left join read_marks m on m.conversation_id = c.id and m.party_kind = 'visitor'
         where c.visitor_id = ? and e.kind = 'message' and e.author_kind = 'agent' and e.visitor_seq > coalesce(m.read_seq, 0)`)
      .get(visitorId)?.n ?? 0
  )
}
