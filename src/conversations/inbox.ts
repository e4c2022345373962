import type { Person } from '#src/people/index.ts'
import type { Core } from '#src/storage/index.ts'
import { entriesWith } from '#src/storage/index.ts'
import { guestNumber } from '#src/visitors/index.ts'
import type { AuthorKind, Contact, ConversationKind, ConversationState, EntryKind } from './types.ts'

/** One row of an agent's list; `unread` and `draft` are that agent's own. */
export type ConversationRow = {
  id: number
  siteId: number
  siteName: string
  kind: ConversationKind
  state: ConversationState
  visitorId: number
  visitorName: string | null
  number: string
  country: string | null
  region: string | null
  city: string | null
  returning: boolean
  assignedTo: number | null
  assigneeName: string | null
  wantedPerson: number | null
  openedAt: number
  waitingSince: number | null
  lastAt: number
  lastText: string
  lastKind: EntryKind
  /** Kind of the file when the last message is one. */
  lastFile: string | null
  lastBy: AuthorKind
  lastAuthor: number | null
  lastSeq: number
  /** How far the visitor has received and read our last words. */
  visitorDelivered: boolean
  visitorRead: boolean
  /** At most 100 are counted. */
  unread: number
  draft: string | null
  handledAt: number | null
  contact: Contact | null
}

export type InboxFilter = { site: number | null; text: string }
export type Inbox = { waiting: ConversationRow[]; mine: ConversationRow[]; others: ConversationRow[] }
export type Before = { at: number; id: number }

const mostRows = 100
const pageRows = 50

/** The words shown are the last ones that were said, whatever happened since; of a message left behind its own. */
const select = `
  select c.id, c.site_id as siteId, s.name as siteName, c.kind, c.state, c.visitor_id as visitorId, v.name as visitorName,
         v.token_digest as digest, v.country, v.region, v.city, v.visits, v.email, v.phone,
         c.assigned_to as assignedTo, p.nickname as assigneeName, c.wanted_person_id as wantedPerson, c.opened_at as openedAt,
         c.waiting_since as waitingSince, c.last_at as lastAt, substr(coalesce(e.body, ''), 1, iif(c.kind = 'message', 2000, 200)) as lastText, e.kind as lastKind,
         f.kind as lastFile, e.author_kind as lastBy, e.author_id as lastAuthor, c.seq as lastSeq,
         coalesce(vm.delivered_seq, 0) >= coalesce(e.visitor_seq, c.visitor_seq) as delivered,
         coalesce(vm.read_seq, 0) >= coalesce(e.visitor_seq, c.visitor_seq) as read,
         (select count(*) from (
           select 1 from entries u
            where u.conversation_id = c.id and u.seq > coalesce(am.read_seq, 0) and u.author_kind = 'visitor' and u.kind = 'message'
            limit 100)) as unread,
         d.body as draft, c.handled_at as handledAt
    from conversations c
    join sites s on s.id = c.site_id
    join visitors v on v.id = c.visitor_id
    left join people p on p.id = c.assigned_to
    left join entries e on e.id = coalesce(
         iif(c.kind = 'message', (select m.id from entries m where m.conversation_id = c.id and m.kind = 'message' order by m.seq limit 1),
                                 (select m.id from entries m where m.conversation_id = c.id and m.kind = 'message' order by m.seq desc limit 1)),
         c.last_entry_id)
    left join files f on f.entry_id = e.id
    left join read_marks vm on vm.conversation_id = c.id and vm.party_kind = 'visitor'
    left join read_marks am on am.conversation_id = c.id and am.party_kind = 'agent' and am.party_id = ?1
    left join drafts d on d.conversation_id = c.id and d.person_id = ?1`

type Row = Omit<ConversationRow, 'number' | 'returning' | 'visitorDelivered' | 'visitorRead' | 'contact'> & {
  digest: Uint8Array
  visits: number
  email: string | null
  phone: string | null
  delivered: number
  read: number
}

/** The agent's three lists, at most a hundred rows each: who waits (longest first), mine and the colleagues' (newest first). */
export function inboxOf(core: Core, agent: Person, filter: InboxFilter): Inbox {
  const search = searchOf(core, filter)
  const list = (where: string, order: string) =>
    core.db
      .query<Row, (number | string | null)[]>(`${select} where c.kind = 'chat' and ${where} and ${matching} order by ${order} limit ${mostRows}`)
      .all(agent.id, filter.site, search.text, search.found)
      .map(rowFrom)
  return {
    waiting: list("c.state = 'waiting'", 'c.waiting_since, c.id'),
    mine: list("c.state = 'open' and c.assigned_to = ?1", 'c.last_at desc, c.id desc'),
    others: list("c.state = 'open' and c.assigned_to <> ?1", 'c.last_at desc, c.id desc')
  }
}

/** Closed conversations, newest first, fifty a page; `before` is the last row of the page above. */
export function closedConversations(core: Core, agent: Person, filter: InboxFilter, before: Before | null): ConversationRow[] {
  return pageOf(core, agent, filter, before, "c.kind = 'chat' and c.state = 'closed'")
}

/** Left messages (留言), newest first, fifty a page. Says twice what they are not: the partial index is only found by its own words. */
export function leftMessages(core: Core, agent: Person, filter: InboxFilter & { handled: boolean }, before: Before | null): ConversationRow[] {
  return pageOf(core, agent, filter, before, `c.kind = 'message' and c.kind <> 'chat' and c.handled_at is ${filter.handled ? 'not null' : 'null'}`)
}

/** One row as this agent's list shows it, or null when there is none. */
export function rowOf(core: Core, agent: Person, id: number): ConversationRow | null {
  const row = core.db.query<Row, [number, number]>(`${select} where c.id = ?2`).get(agent.id, id)
  return row ? rowFrom(row) : null
}

/** Earlier conversations of a visitor, newest first, without the given one. */
export function otherConversations(core: Core, agent: Person, visitorId: number, except: number): ConversationRow[] {
  return core.db
    .query<Row, [number, number, number]>(`${select} where c.visitor_id = ?2 and c.id <> ?3 order by c.id desc limit 20`)
    .all(agent.id, visitorId, except)
    .map(rowFrom)
}

export type Counters = { waiting: number; unread: number; left: number }

/** What the badges say to this agent. `unread` counts messages in the agent's own open conversations. */
export function countersFor({ db }: Core, agent: Person): Counters {
  const counted = db
    .query<Counters, [number]>(`
      select (select count(*) from conversations where state = 'waiting' and kind = 'chat') as waiting,
             (select count(*) from conversations where kind <> 'chat' and handled_at is null) as left,
             (select count(*)
                from conversations c
                join entries u on u.conversation_id = c.id
                left join read_marks m on m.conversation_id = c.id and m.party_kind = 'agent' and m.party_id = ?1
               where c.assigned_to = ?1 and c.state = 'open' and u.seq > coalesce(m.read_seq, 0)
                 and u.author_kind = 'visitor' and u.kind = 'message') as unread`)
    .get(agent.id)
  return counted ?? { waiting: 0, unread: 0, left: 0 }
}

const matching = `
  (?2 is null or c.site_id = ?2)
  and (?3 is null or v.name like ?3 escape '\\' or v.email like ?3 escape '\\' or v.phone like ?3 escape '\\' or v.city like ?3 escape '\\'
       or c.id in (select value from json_each(?4)))`

function pageOf(core: Core, agent: Person, filter: InboxFilter, before: Before | null, where: string): ConversationRow[] {
  const search = searchOf(core, filter)
  return core.db
    .query<Row, (number | string | null)[]>(`
      ${select}
       where ${where} and ${matching} and (c.last_at, c.id) < (?5, ?6)
       order by c.last_at desc, c.id desc limit ${pageRows}`)
    .all(agent.id, filter.site, search.text, search.found, before?.at ?? Number.MAX_SAFE_INTEGER, before?.id ?? Number.MAX_SAFE_INTEGER)
    .map(rowFrom)
}

/** What was typed, as a `like` pattern for names, and the conversations in which it was said. */
function searchOf(core: Core, filter: InboxFilter): { text: string | null; found: string } {
  const typed = filter.text.trim().slice(0, 200)
  if (typed === '') return { text: null, found: '[]' }
  const entries = entriesWith(core, typed, 500)
  const found = core.db
    .query<{ id: number }, [string]>('select distinct conversation_id as id from entries where id in (select value from json_each(?))')
    .all(JSON.stringify(entries))
    .map((row) => row.id)
  return { text: `%${typed.replace(/[\\%_]/g, '\\$&')}%`, found: JSON.stringify(found) }
}

function rowFrom({ digest, visits, email, phone, delivered, read, ...row }: Row): ConversationRow {
  const ours = row.lastBy === 'agent'
  return {
    ...row,
    number: guestNumber(digest),
    returning: visits > 1,
    visitorDelivered: ours && delivered === 1,
    visitorRead: ours && read === 1,
    contact: row.kind === 'message' ? { name: row.visitorName, email, phone } : null
  }
}
