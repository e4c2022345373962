import type { Child } from '#jsx'
import type { AcceptBy, Entry } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { EmptyState, NewMessagesPill, TypingPreview } from '#views/ui/index.ts'
import { DeskHead, type DeskHeadProps } from './desk-head.tsx'
import type { EntryContext } from './entry.tsx'
import { Entries, Marks } from './log.tsx'
import { type Relation, reads } from './relation.ts'
import { ReplyPlace } from './reply-place.tsx'

export type ThreadPaneProps = {
  head: DeskHeadProps
  context: EntryContext
  entries: readonly Entry[]
  before: Entry | null
  /** The highest seq of the conversation, and how far this reader had come. */
  last: number
  readUpTo: number
  unreadFrom: number | null
  relation: Relation
  acceptBy: AcceptBy
  assignee: string | null
  draft: string
  fields?: Child
}

/** An open conversation: head, log, what is being typed, what is on its way, and the place to answer. */
export function ThreadPane({ head, context, entries, before, last, readUpTo, unreadFrom, relation, acceptBy, assignee, draft, fields }: ThreadPaneProps) {
  const { id, visitor } = head
  const { say } = context
  const first = entries[0]?.seq ?? 1
  return (
    <>
      <DeskHead {...head} />
      <div class="scroll thread" data-thread="">
        <div
          class="messages"
          id={`thread-${id}`}
          role="log"
          aria-live="polite"
          aria-label={say('desk.log_of', { name: visitor })}
          tabindex="0"
          data-log={id}
          data-read={readUpTo}
          data-reads={reads(relation) ? '' : null}
          data-earlier={first > 1 ? '' : null}
        >
          <Entries entries={entries} before={before} unreadFrom={unreadFrom} {...context} />
        </div>
        <div class="messages pending" data-pending={id} aria-live="off" />
        <TypingPreview id={`typing-${id}`} type={context.visitor.type} text="" say={say} />
      </div>
      <Marks conversation={id} marks={context.marks} last={last} />
      <NewMessagesPill say={say} n={0} />
      <ReplyPlace {...{ id, relation, acceptBy, visitor, assignee, draft, say, fields }} />
    </>
  )
}

/** No conversation is open. */
export function NoThread({ say }: { say: Say }) {
  return (
    <EmptyState drawing="bench" title={say('desk.choose')}>
      {say('desk.choose_text')}
    </EmptyState>
  )
}
