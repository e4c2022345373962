import type { EntryView } from '#src/web/visitor/frames.ts'

export type Place = { c: string; seq: number }

/**
 * What this window holds of the visitor's conversations: the conversations' order, then `seq`, never time.
 * Each conversation's held entries are without a gap; an entry with a known seq replaces the older one.
 */
export type Log = {
  clear(): void
  /** Entries that follow what is held. Answers from where to ask again when something between is missing, else null. */
  after(entries: EntryView[]): Place | null
  /** Entries older than everything held. */
  before(entries: EntryView[]): void
  all(): EntryView[]
  /** The last held entry, to resume from. */
  last(): Place | null
  first(): Place | null
  hasKey(key: string): boolean
}

type Held = { c: string; entries: EntryView[] }

export function makeLog(): Log {
  let held: Held[] = []
  const keys = new Set<string>()

  function find(c: string): Held | undefined {
    return held.find((conversation) => conversation.c === c)
  }

  function note(entry: EntryView): void {
    if (entry.kind === 'message' && entry.key) keys.add(entry.key)
  }

  /** Whether it fitted. */
  function append(entry: EntryView): boolean {
    const { entries } = find(entry.c) || begin(entry)
    const last = entries[entries.length - 1]
    if (last && entry.seq > last.seq + 1) return false
    if (!last || entry.seq === last.seq + 1) entries.push(entry)
    else replace(entries, entry)
    note(entry)
    return true
  }

  function begin({ c }: EntryView): Held {
    const conversation = { c, entries: [] }
    held.push(conversation)
    return conversation
  }

  return {
    clear() {
      held = []
      keys.clear()
    },
    after(entries) {
      for (const entry of entries) {
        // A conversation that is new to us begins at its beginning, unless these are the first entries at all.
        if (held.length > 0 && !find(entry.c) && entry.seq > 1 && entries[0] === entry) return { c: entry.c, seq: 0 }
        if (!append(entry)) return lastOf(find(entry.c))
      }
      return null
    },
    before(entries) {
      for (const entry of entries.slice().reverse()) {
        const conversation = find(entry.c)
        const first = conversation?.entries[0]
        if (!conversation) held.unshift({ c: entry.c, entries: [entry] })
        else if (!first || entry.seq < first.seq) conversation.entries.unshift(entry)
        else replace(conversation.entries, entry)
        note(entry)
      }
    },
    all: () => ([] as EntryView[]).concat(...held.map(({ entries }) => entries)),
    last: () => lastOf(held[held.length - 1]),
    first: () => {
      const first = held[0]?.entries[0]
      return first ? { c: first.c, seq: first.seq } : null
    },
    hasKey: (key) => keys.has(key)
  }
}

function replace(entries: EntryView[], entry: EntryView): void {
  const place = entries.findIndex(({ seq }) => seq === entry.seq)
  if (place >= 0) entries[place] = entry
}

function lastOf(conversation: Held | undefined): Place | null {
  const last = conversation?.entries[conversation.entries.length - 1]
  return last ? { c: last.c, seq: last.seq } : null
}
