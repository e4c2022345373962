import type { Html } from '#jsx'
import { type Addition, conversationById, type Entry, marksOf, rowOf } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { Guest } from '#src/visitors/index.ts'
import { Entries, Marks, visitorName, visitorType } from '#views/desk/index.ts'
import { TypingPreview } from '#views/ui/index.ts'
import { pageOf, type Seen, see } from './open-conversation.ts'
import { CardPart, HeadPart, Partial, ReplyPart } from './parts.tsx'
import type { Viewer, Viewers } from './viewers.ts'

/** What open threads hear. Nothing is made for a conversation that nobody shows. */
export type ThreadPushes = {
  entryAdded(addition: Addition): void
  /** State, assignee, or what is known of the visitor. */
  changed(conversation: number): void
  marked(conversation: number): void
  typing(conversation: number, text: string): void
  guestChanged(guest: Guest): void
  visitorChanged(): void
  /** Somebody came or went: whose conversation may be taken over is another question now. */
  everyHead(): void
}

/** A visitor's card is drawn anew at most this often, ms. */
const cardEvery = 1_000

export function createThreadPushes(house: House, viewers: Viewers, later: (ms: number, work: () => void) => void): ThreadPushes {
  const { hub, core } = house
  const visitors = new Map<number, { id: number; names: Map<string, Seen['context']['visitor']> }>()
  const planned = new Set<number>()

  /** One fragment per person who has it open; equal ones are made once when `key` says so. */
  function push(conversation: number, make: (viewer: Viewer) => Html, key: (viewer: Viewer) => string = ({ agent }) => String(agent.id)): void {
    const made = new Map<string, string>()
    for (const [person, tabs] of viewers.byPerson(hub.tabsShowing(conversation))) {
      const viewer = viewers.of(person)
      const same = key(viewer)
      const markup = made.get(same) ?? make(viewer).markup
      made.set(same, markup)
      for (const tab of tabs) hub.push(tab, markup)
    }
  }

  const isShown = (conversation: number) => hub.tabsShowing(conversation).length > 0

  function visitorOf(conversation: number, { agent, say }: Viewer): Seen['context']['visitor'] {
    const known = visitors.get(conversation) ?? { id: conversationById(core, conversation)?.visitorId ?? 0, names: new Map() }
    if (visitors.size > 1_000) visitors.clear()
    visitors.set(conversation, known)
    const named = known.names.get(say.language)
    if (named) return named
    const row = rowOf(core, agent, conversation)
    const visitor = row ? { name: visitorName(row, say), type: visitorType(row) } : { name: '', type: 'fresh' as const }
    known.names.set(say.language, visitor)
    return visitor
  }

  function entryAdded({ conversation: { id: conversation }, entry }: Addition): void {
    if (!isShown(conversation)) return
    const page = pageOf(house, entry)
    const marks = marksOf(core, conversation).visitor
    push(
      conversation,
      (viewer) => {
        const context = { ...viewer, me: viewer.agent.id, visitor: visitorOf(conversation, viewer), marks }
        return (
          <>
            <Partial to={`marks-${conversation}`} swap="outerHTML">
              <Marks conversation={conversation} marks={marks} last={entry.seq} />
            </Partial>
            <Partial to={`thread-${conversation}`} swap="by-seq">
              <Entries entries={page.entries} before={page.before} {...context} />
            </Partial>
            {entry.authorKind === 'visitor' ? <Typing conversation={conversation} text="" viewer={viewer} /> : null}
          </>
        )
      },
      (viewer) => viewpoint(entry, viewer)
    )
  }

  function Typing({ conversation, text, viewer }: { conversation: number; text: string; viewer: Viewer }) {
    return (
      <Partial to={`typing-${conversation}`} swap="outerHTML">
        <TypingPreview id={`typing-${conversation}`} type={visitorOf(conversation, viewer).type} text={text} say={viewer.say} />
      </Partial>
    )
  }

  function changed(conversation: number): void {
    if (!isShown(conversation)) return
    push(conversation, (viewer) => {
      const seen = see(house, viewer, conversation)
      return (
        <>
          <HeadPart seen={seen} />
          <ReplyPart house={house} agent={viewer.agent} seen={seen} />
        </>
      )
    })
  }

  function drawCard(conversation: number): void {
    planned.delete(conversation)
    push(conversation, (viewer) => {
      const seen = see(house, viewer, conversation)
      return (
        <>
          <HeadPart seen={seen} />
          <CardPart house={house} agent={viewer.agent} seen={seen} />
        </>
      )
    })
  }

  function planCard(conversation: number): void {
    if (planned.has(conversation)) return
    planned.add(conversation)
    later(cardEvery, () => drawCard(conversation))
  }

  function shownThreads(): Set<number> {
    const threads = new Set<number>()
    for (const { thread, socket } of hub.tabs()) if (thread !== null && socket !== null) threads.add(thread)
    return threads
  }

  return {
    entryAdded,
    changed,
    marked(conversation) {
      if (!isShown(conversation)) return
      const { visitor } = marksOf(core, conversation)
      const last = conversationById(core, conversation)?.seq ?? 0
      const part = (
        <Partial to={`marks-${conversation}`} swap="outerHTML">
          <Marks conversation={conversation} marks={visitor} last={last} />
        </Partial>
      )
      push(
        conversation,
        () => part,
        () => ''
      )
    },
    typing(conversation, text) {
      push(
        conversation,
        (viewer) => <Typing conversation={conversation} text={text} viewer={viewer} />,
        ({ say }) => say.language
      )
    },
    guestChanged({ visitorId }) {
      if (visitorId === null) return
      for (const thread of shownThreads()) {
        const known = visitors.get(thread)?.id ?? conversationById(core, thread)?.visitorId
        if (known === visitorId) planCard(thread)
      }
    },
    visitorChanged() {
      visitors.clear()
      for (const thread of shownThreads()) planCard(thread)
    },
    everyHead() {
      for (const thread of shownThreads()) changed(thread)
    }
  }
}

/** Whose words they are, in which language and zone: everything by which an entry looks different to two people. */
function viewpoint({ authorKind, authorId }: Entry, { agent, say, moment }: Viewer): string {
  return `${say.language} ${moment.zone} ${authorKind === 'agent' && authorId === agent.id}`
}
