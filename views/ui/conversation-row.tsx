import type { Say } from '#src/texts/index.ts'
import { Avatar, type Face } from './avatar.tsx'
import { Count } from './count.tsx'
import { classes, type Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'
import { Name } from './name.tsx'
import { type Delivery, deliveryWord } from './thread/foot.tsx'
import { type Moment, Time } from './time.tsx'
import { VisitorSquare, type VisitorType } from './visitor-square.tsx'

/** The second line: what was said last, or what is being written (by the visitor, or by me and not sent). */
export type LastLine = { kind: 'said' | 'typing' | 'draft'; text: string }

export type ConversationRowProps = {
  id: string
  href: string
  name: string
  type: VisitorType
  at: number
  moment: Moment
  say: Say
  last: LastLine
  current?: boolean
  unread?: number
  /** When the last word is ours: what became of it. */
  delivery?: Delivery | null
  /** When it is a colleague's conversation: whose. */
  colleague?: Face | null
} & Hooks

/** One conversation in the list: 56 px, square, name and time over the last line and one mark. */
export function ConversationRow({ id, href, name, type, at, moment, say, last, current, unread = 0, delivery, colleague, ...rest }: ConversationRowProps) {
  return (
    <li id={id}>
      <a class={classes('conv', unread > 0 && 'conv-unread')} href={href} aria-current={current ? 'true' : null} data-row="" {...rest}>
        <VisitorSquare type={type} say={say} />
        <span class="conv-line">
          <Name text={name} kind="conv-name" />
          <Time at={at} moment={moment} say={say} />
        </span>
        <span class="conv-line">
          <Last last={last} say={say} />
          <RowMark {...{ unread, delivery, colleague, say }} />
        </span>
      </a>
    </li>
  )
}

export function Last({ last, say }: { last: LastLine; say: Say }) {
  return (
    <span class="conv-last cut">
      {last.kind === 'said' ? null : <span class={last.kind}>{say(last.kind === 'typing' ? 'ui.row.typing' : 'ui.row.draft')}</span>}
      <bdi dir="auto">{oneLine(last.text)}</bdi>
    </span>
  )
}

function RowMark({ unread = 0, delivery, colleague, say }: Pick<ConversationRowProps, 'unread' | 'delivery' | 'colleague' | 'say'>) {
  if (unread > 0) return <Count n={unread} label={say('ui.row.unread', { n: unread })} />
  if (colleague) return <Avatar person={colleague} size={20} titled />
  if (!delivery) return null
  return (
    <span class={`conv-mark delivery-${delivery}`} title={deliveryWord(delivery, say)}>
      <Icon name={delivery === 'failed' ? 'circle-alert' : delivery === 'queued' ? 'clock' : delivery === 'sent' ? 'check' : 'check-check'} size={14} />
      <span class="sr">{deliveryWord(delivery, say)}</span>
    </span>
  )
}

/** A list shows the beginning of a text on one line; the rest would only be bytes. */
export function oneLine(text: string): string {
  return text.slice(0, 200).replace(/\s+/g, ' ').trim()
}

type SectionProps = { title: string; n?: string | number; icon?: 'hand'; id?: string }

/** Over the rows of one kind: 等候接待 2, 我的对话 5 / 8. */
export function ListSection({ title, n, icon, id }: SectionProps) {
  return (
    <h2 class="conv-section" id={id}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {title}
      {n === undefined ? null : <span class="num">{n}</span>}
    </h2>
  )
}
