import type { Entry } from '#src/conversations/index.ts'
import { DateDivider, dayDistance, UnreadDivider } from '#views/ui/index.ts'
import { type EntryContext, EntryItem, type VisitorMarks } from './entry.tsx'

type EntriesProps = EntryContext & {
  entries: readonly Entry[]
  /** The entry before the first of these, which decides whether the first goes on with it. */
  before: Entry | null
  /** The first entry that this reader has not read; a line stands above it. */
  unreadFrom?: number | null
}

/** Entries in their order, with a line where a new day begins: the whole page of a log, or what a push adds. Lines stand between numbers. */
export function Entries({ entries, before, unreadFrom = null, ...context }: EntriesProps) {
  return (
    <>
      {entries.map((entry, index) => {
        const previous = entries[index - 1] ?? before
        return (
          <>
            {isNewDay(entry, previous, context.moment.zone) ? (
              <DateDivider id={`d${entry.id}`} seq={entry.seq - 0.6} at={entry.at} moment={context.moment} say={context.say} />
            ) : null}
            {entry.seq === unreadFrom ? <UnreadDivider seq={entry.seq - 0.3} say={context.say} /> : null}
            <EntryItem entry={entry} previous={previous} {...context} />
          </>
        )
      })}
    </>
  )
}

function isNewDay(entry: Entry, previous: Entry | null, zone: string): boolean {
  return previous === null ? entry.seq === 1 : dayDistance(previous.at, entry.at, zone) !== 'today'
}

/** What the script reads to set the marks under our messages, and to know where the log ends. */
export function Marks({ conversation, marks: { delivered, read }, last }: { conversation: number; marks: VisitorMarks; last: number }) {
  return <i id={`marks-${conversation}`} hidden data-delivered={delivered} data-read={read} data-last={last} />
}
