import {
  type Conversation,
  type ConversationRow,
  conversationFor,
  draftOf,
  type Entry,
  entriesAfter,
  entriesBefore,
  entryById,
  lastEntries,
  marksOf,
  readBy,
  rowOf
} from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { Person } from '#src/people/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { siteSettings } from '#src/sites/index.ts'
import type { Say } from '#src/texts/index.ts'
import { currentStep, stateOf } from '#src/visitors/index.ts'
import {
  type DeskHeadProps,
  type EntryContext,
  type Relation,
  reads,
  relationOf,
  type ThreadPaneProps,
  visitorName,
  visitorPlace,
  visitorType
} from '#views/desk/index.ts'
import type { Moment } from '#views/ui/index.ts'
import { visitorDoors } from '../../visitor/doors.ts'

/** A conversation as one agent sees it at this moment: what its head, its entries and its place to answer are made of. */
export type Seen = { conversation: Conversation; row: ConversationRow; relation: Relation; head: DeskHeadProps; context: EntryContext; last: number }

type Viewer = { agent: Person; say: Say; moment: Moment }

export function see(house: House, { agent, say, moment }: Viewer, id: number): Seen {
  const { core } = house
  const conversation = conversationFor(core, agent, id)
  const row = rowOf(core, agent, id)
  if (!row) throw missing()
  const relation = relationOf(conversation, agent.id, visitorDoors(house).team.reachable)
  const visitor = { name: visitorName(row, say), type: visitorType(row) }
  return {
    conversation,
    row,
    relation,
    head: { id, relation, visitor: visitor.name, place: visitorPlace(row, say), site: row.siteName, say, ...whereabouts(house, conversation.visitorId) },
    context: { say, moment, me: agent.id, visitor, marks: marksOf(core, id).visitor },
    last: conversation.seq
  }
}

function whereabouts({ presence, core }: House, visitorId: number): Pick<DeskHeadProps, 'present' | 'page'> {
  const guest = presence.byVisitor(visitorId)
  if (!guest || stateOf(guest, core.now()) === 'left') return { present: false, page: null }
  return { present: true, page: currentStep(guest) }
}

const pageSize = 50
/** Whoever has not looked for long gets all that is unread, up to this. */
const mostUnread = 200

/** Everything of the thread's pane. */
export function threadOf(house: House, agent: Person, seen: Seen): ThreadPaneProps {
  const { core } = house
  const { conversation, row, relation, head, context, last } = seen
  const readUpTo = readBy(core, conversation.id, agent.id)
  const wanted = Math.min(mostUnread, Math.max(pageSize, last - readUpTo + 10))
  const { entries, before } = split(lastEntries(core, conversation.id, wanted + 1), wanted)
  return {
    head,
    context,
    entries,
    before,
    last,
    readUpTo,
    unreadFrom: reads(relation) && readUpTo > 0 ? firstUnread(entries, readUpTo) : null,
    relation,
    ...replyOf(house, agent, conversation, row)
  }
}

export function replyOf(
  { core }: House,
  agent: Person,
  conversation: Conversation,
  row: ConversationRow
): Pick<ThreadPaneProps, 'acceptBy' | 'assignee' | 'draft'> {
  const { accept } = siteSettings(core, conversation.siteId, 'window')
  return { acceptBy: accept, assignee: row.assigneeName, draft: draftOf(core, conversation, agent) }
}

/** A page of entries, with the one before it: whether the first goes on with it is seen only so. */
export type EntryPage = { entries: Entry[]; before: Entry | null }

export function newestPage({ core }: House, conversation: number): EntryPage {
  return split(lastEntries(core, conversation, pageSize + 1), pageSize)
}

export function pageBefore({ core }: House, conversation: number, seq: number): EntryPage {
  return split(entriesBefore(core, conversation, seq, pageSize + 1), pageSize)
}

/** At most `most`; a page that has been away for longer than that had better begin anew. */
export function pageAfter({ core }: House, conversation: number, seq: number, most: number): EntryPage & { isAll: boolean } {
  const entries = entriesAfter(core, conversation, seq, most + 1)
  const before = entriesBefore(core, conversation, entries[0]?.seq ?? seq + 1, 1)[0] ?? null
  return { entries: entries.slice(0, most), before, isAll: entries.length <= most }
}

/** One entry alone, with its neighbour. */
export function onePage(house: House, id: number): EntryPage {
  const entry = entryById(house.core, id)
  return entry ? pageOf(house, entry) : { entries: [], before: null }
}

/** An entry alone, with the one before it: whether it goes on with the same speaker. */
export function pageOf({ core }: House, entry: Entry): EntryPage {
  return { entries: [entry], before: entriesBefore(core, entry.conversationId, entry.seq, 1)[0] ?? null }
}

function split(entries: Entry[], most: number): EntryPage {
  return entries.length > most ? { entries: entries.slice(1), before: entries[0] ?? null } : { entries, before: null }
}

function firstUnread(entries: readonly Entry[], readUpTo: number): number | null {
  return entries.find(({ seq, kind, authorKind }) => seq > readUpTo && kind === 'message' && authorKind === 'visitor')?.seq ?? null
}
