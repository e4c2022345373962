import type { EntryView } from '#src/web/visitor/frames.ts'
import type { Parcel } from './outbox.ts'

/** Messages of one person within this time stand together. */
const together = 3 * 60_000

export type Message = Extract<EntryView, { kind: 'message' }>
export type Mark = 'waiting' | 'failed' | 'sent' | 'delivered' | 'read'

export type Item =
  | { is: 'day'; key: string; at: number }
  | { is: 'fresh'; key: string }
  | { is: 'line'; key: string; entry: Exclude<EntryView, Message> }
  | { is: 'theirs'; key: string; entry: Message; name: string | null; tail: boolean }
  | { is: 'mine'; key: string; entry: Message; mark: Mark | null; tail: boolean }
  | { is: 'parcel'; key: string; parcel: Parcel; mark: Mark; tail: boolean }

export type Marks = {
  /** The newest conversation and how far agents have received and read it. */
  c: string
  delivered: number
  read: number
}

/** `freshFrom`: the divider 以下是新消息 stands before this entry. `dayNumber`: equal for two moments of one day. */
export type View = { marks: Marks | null; freshFrom: { c: string; seq: number } | null; dayNumber(at: number): string }

/** What the thread shows, from top to bottom: a pure picture of the log, what is on its way, and how far others have got. */
export function arrange(entries: EntryView[], parcels: Parcel[], view: View): Item[] {
  const items: Item[] = []
  let day = ''
  for (const entry of entries) {
    if (view.dayNumber(entry.at) !== day) items.push({ is: 'day', key: `day ${entry.c} ${entry.seq}`, at: entry.at })
    day = view.dayNumber(entry.at)
    if (view.freshFrom && view.freshFrom.c === entry.c && view.freshFrom.seq === entry.seq) items.push({ is: 'fresh', key: 'fresh' })
    items.push(itemOf(entry, view.marks))
  }
  for (const parcel of parcels) items.push({ is: 'parcel', key: `m ${parcel.frame.key}`, parcel, mark: markOfParcel(parcel), tail: true })
  return withNames(withTails(withLastMarks(items)))
}

function itemOf(entry: EntryView, marks: Marks | null): Item {
  const key = `${entry.c} ${entry.seq}`
  if (entry.kind !== 'message') return { is: 'line', key, entry }
  if (entry.by === 'agent') return { is: 'theirs', key, entry, name: null, tail: true }
  return { is: 'mine', key: entry.key ? `m ${entry.key}` : key, entry, mark: markOf(entry, marks), tail: true }
}

/** Earlier conversations are over: how far they were read tells nothing any more. */
function markOf({ c, seq }: EntryView, marks: Marks | null): Mark | null {
  if (!marks || marks.c !== c) return null
  if (seq <= marks.read) return 'read'
  return seq <= marks.delivered ? 'delivered' : 'sent'
}

function markOfParcel({ state }: Parcel): Mark {
  if (state === 'failed') return 'failed'
  return state === 'taken' ? 'sent' : 'waiting'
}

/** 已读 says something about everything above it, so it stands under the last read message only; ✓✓ and ✓ likewise. */
function withLastMarks(items: Item[]): Item[] {
  const said = new Set<Mark>()
  for (const item of items.slice().reverse()) {
    if (item.is !== 'mine' || !item.mark) continue
    if (said.has(item.mark)) item.mark = null
    else said.add(item.mark)
  }
  return items
}

/** Only the last message of a group has a tail and a time, and whatever shows a mark. */
function withTails(items: Item[]): Item[] {
  items.forEach((item, i) => {
    const next = items[i + 1]
    if (!isMessage(item) || !next || !isMessage(next)) return
    const isMarked = item.is !== 'theirs' && item.mark !== null && item.mark !== 'waiting'
    item.tail = isMarked || voiceOf(item) !== voiceOf(next) || atOf(next) - atOf(item) > together
  })
  return items
}

/** An agent is named where somebody else spoke before; not right after the line that says who came. */
function withNames(items: Item[]): Item[] {
  let speaker = ''
  for (const item of items) {
    if (item.is === 'line' && item.entry.kind === 'accepted') speaker = item.entry.agent.name
    if (item.is !== 'theirs') continue
    const name = item.entry.agent ? item.entry.agent.name : ''
    if (name !== speaker) item.name = name || null
    speaker = name
  }
  return items
}

type MessageItem = Extract<Item, { is: 'theirs' | 'mine' | 'parcel' }>

function isMessage(item: Item): item is MessageItem {
  return item.is === 'theirs' || item.is === 'mine' || item.is === 'parcel'
}

function voiceOf(item: MessageItem): string {
  return item.is === 'theirs' ? `agent ${item.entry.agent ? item.entry.agent.name : ''}` : 'visitor'
}

function atOf(item: MessageItem): number {
  return item.is === 'parcel' ? item.parcel.at : item.entry.at
}
