import type { Child, Html } from '#jsx'
import { visitorCard } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { Person } from '#src/people/index.ts'
import { DeskHead, Entries, Marks, ReplyPlace, VisitorCardPane } from '#views/desk/index.ts'
import { type EntryPage, replyOf, type Seen } from './open-conversation.ts'

/* Parts of an open conversation as fragments with a place of their own: the same for the answer to a click, to a question, and for a push. */

type Swap = 'outerHTML' | 'outerMorph' | 'innerMorph' | 'innerHTML' | 'beforeend' | 'delete' | 'by-seq' | 'by-seq page:true' | 'by-seq reset:true'

export function Partial({ to, swap, children }: { to: string; swap: Swap; children?: Child }): Html {
  return (
    <hx-partial hx-target={`#${to}`} hx-swap={swap}>
      {children}
    </hx-partial>
  )
}

/** What is said and done in it, placed by number. */
export function EntriesPart({ seen: { conversation, context }, page, swap = 'by-seq' }: { seen: Seen; page: EntryPage; swap?: Swap }) {
  return (
    <Partial to={`thread-${conversation.id}`} swap={swap}>
      <Entries entries={page.entries} before={page.before} {...context} />
    </Partial>
  )
}

export function MarksPart({ seen: { conversation, context, last } }: { seen: Seen }) {
  return (
    <Partial to={`marks-${conversation.id}`} swap="outerHTML">
      <Marks conversation={conversation.id} marks={context.marks} last={last} />
    </Partial>
  )
}

export function HeadPart({ seen: { head } }: { seen: Seen }) {
  return (
    <Partial to={`head-${head.id}`} swap="outerMorph">
      <DeskHead {...head} />
    </Partial>
  )
}

/** A composer that stays is left alone by morphing: what is being written in it is newer than anything here. */
export function ReplyPart({ house, agent, seen }: { house: House; agent: Person; seen: Seen }) {
  const { conversation, row, relation, head, context } = seen
  return (
    <Partial to={`reply-${conversation.id}`} swap="outerMorph">
      <ReplyPlace id={conversation.id} relation={relation} visitor={head.visitor} say={context.say} {...replyOf(house, agent, conversation, row)} />
    </Partial>
  )
}

export function Card({ house, agent, seen }: { house: House; agent: Person; seen: Seen }) {
  const { conversation, row, context } = seen
  const card = visitorCard(house.core, house.presence, conversation, agent)
  return <VisitorCardPane id={conversation.id} card={card} site={row.siteName} moment={context.moment} say={context.say} />
}

export function CardPart(props: { house: House; agent: Person; seen: Seen }) {
  return (
    <Partial to={`card-${props.seen.conversation.id}`} swap="outerMorph">
      <Card {...props} />
    </Partial>
  )
}
