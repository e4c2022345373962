import type { ConversationRow as Row } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { Button, ConversationRow, type Moment, QueueCard } from '#views/ui/index.ts'
import { lastDelivery, lastLine, lastWords } from './last-line.ts'
import { visitorName, visitorType } from './visitor-words.ts'

type RowProps = { row: Row; say: Say; moment: Moment; current?: boolean }

/** A waiting visitor. The one who has waited longest has the primary button. */
export function WaitingRow({ row, say, moment, current, first }: RowProps & { first: boolean }) {
  return (
    <QueueCard
      id={`c${row.id}`}
      href={`/conversations/${row.id}`}
      name={visitorName(row, say)}
      type={visitorType(row)}
      since={row.waitingSince ?? row.openedAt}
      now={moment.now}
      last={lastWords(row, say)}
      say={say}
      current={current}
      act={<AcceptForm id={row.id} say={say} first={first} />}
    />
  )
}

function AcceptForm({ id, say, first }: { id: number; say: Say; first: boolean }) {
  const address = `/conversations/${id}/acceptance`
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" size="small" kind={first ? 'primary' : 'default'} data-accept="">
        {say('desk.accept')}
      </Button>
    </form>
  )
}

/** One of my conversations. */
export function MyRow({ row, say, moment, current }: RowProps) {
  return <Said {...{ row, say, moment, current }} mine />
}

/** One that a colleague answers: the colleague's face stands for it. */
export function ColleagueRow({ row, say, moment, current }: RowProps) {
  return <Said {...{ row, say, moment, current }} mine={false} />
}

/** One that is over: with whoever answered. */
export function ClosedRow({ row, say, moment, current }: RowProps) {
  return <Said {...{ row, say, moment, current }} mine={false} />
}

function Said({ row, say, moment, current, mine }: RowProps & { mine: boolean }) {
  const colleague = mine || row.assignedTo === null ? null : { id: row.assignedTo, name: row.assigneeName ?? '' }
  return (
    <ConversationRow
      id={`c${row.id}`}
      href={`/conversations/${row.id}`}
      name={visitorName(row, say)}
      type={visitorType(row)}
      at={row.lastAt}
      moment={moment}
      say={say}
      last={lastLine(row, say)}
      current={current}
      unread={mine ? row.unread : 0}
      delivery={lastDelivery(row)}
      colleague={colleague}
    />
  )
}
