import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Last } from './conversation-row.tsx'
import type { Hooks } from './hooks.ts'
import { Name } from './name.tsx'
import { VisitorSquare, type VisitorType } from './visitor-square.tsx'
import { Wait } from './wait.tsx'

type QueueCardProps = {
  id: string
  href: string
  name: string
  type: VisitorType
  since: number
  now: number
  lateAfter?: number | null
  last: string
  say: Say
  current?: boolean
  /** 接待: primary for the longest waiting, plain for the others. */
  act: Child
} & Hooks

/** A conversation that waits for somebody: amber, the waiting time first in its second line. The whole card opens it, the button accepts it. */
export function QueueCard({ id, href, name, type, since, now, lateAfter, last, say, current, act, ...rest }: QueueCardProps) {
  return (
    <li class="queue" id={id}>
      <VisitorSquare type={type} say={say} />
      <a class="queue-link" href={href} aria-current={current ? 'true' : null} data-row="" {...rest}>
        <Name text={name} kind="conv-name" />
      </a>
      <span class="queue-act">{act}</span>
      <span class="conv-line">
        <Wait since={since} now={now} lateAfter={lateAfter} say={say} />
        <Last last={{ kind: 'said', text: last }} say={say} />
      </span>
    </li>
  )
}
