import type { EntryView, Snapshot } from '#src/web/visitor/frames.ts'

type Place = { c: string; seq: number }

export function fromShop(entry: EntryView): boolean {
  return entry.kind === 'message' && entry.by === 'agent'
}

/** The newest entry of the conversation's agent side, or null. */
export function newestFromShop(entries: EntryView[], c: string): number {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]
    if (entry && entry.c === c && fromShop(entry)) return entry.seq
  }
  return 0
}

/** How many of the shop's messages in the newest conversation this visitor has not read. */
export function unreadIn(entries: EntryView[], snapshot: Snapshot | null, seen: number): number {
  const conversation = snapshot?.conversation
  if (!conversation) return 0
  return entries.filter((entry) => entry.c === conversation.c && fromShop(entry) && entry.seq > seen).length
}

/** Where the divider 以下是新消息 stands: before the first unread message of the shop. */
export function firstUnread(entries: EntryView[], snapshot: Snapshot | null): Place | null {
  const conversation = snapshot?.conversation
  if (!conversation) return null
  const first = entries.find((entry) => entry.c === conversation.c && fromShop(entry) && entry.seq > conversation.seen)
  // Before the very first words of a talk a divider would divide nothing.
  return first && entries[0] !== first ? { c: first.c, seq: first.seq } : null
}
