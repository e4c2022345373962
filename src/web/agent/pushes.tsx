import type { Addition } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { Guest } from '#src/visitors/index.ts'
import { OwnStatus } from '#views/layout/index.ts'
import { createCounterPushes } from './desk/counters.tsx'
import { inboxLists, leftList, Partial } from './desk/index.ts'
import { createRings } from './desk/rings.ts'
import { createThreadPushes } from './desk/thread-pushes.tsx'
import { createViewers } from './desk/viewers.ts'
import { meOf } from './shell.tsx'

/** What agents' open pages hear of what happened; each is called by a reaction, after the commit. */
export type Pushes = {
  entryAdded(addition: Addition): void
  conversationChanged(conversation: number): void
  readMarked(conversation: number, party: 'visitor' | 'agent'): void
  draftSaved(): void
  visitorChanged(): void
  visitorTyping(conversation: number, text: string): void
  guestChanged(guest: Guest): void
  /** Chose another status, another name, or another language. */
  personChanged(person: number): void
  /** Came or went. */
  personPresent(): void
}

export function createPushes(house: House): Pushes {
  const later = guardedTimer(house)
  const viewers = createViewers(house)
  const threads = createThreadPushes(house, viewers, later)
  const counters = createCounterPushes(house, viewers, later)
  const rings = createRings(house)
  const inbox = inboxLists(house)
  const left = leftList(house)

  const touch = () => {
    inbox.touch()
    left.touch()
    counters.touch()
  }

  return {
    entryAdded(addition) {
      threads.entryAdded(addition)
      rings.entryAdded(addition)
      touch()
    },
    conversationChanged(conversation) {
      threads.changed(conversation)
      touch()
    },
    readMarked(conversation, party) {
      if (party === 'visitor') threads.marked(conversation)
      touch()
    },
    draftSaved: inbox.touch,
    visitorChanged() {
      threads.visitorChanged()
      touch()
    },
    visitorTyping: threads.typing,
    guestChanged: threads.guestChanged,
    personChanged(person) {
      viewers.forget(person)
      pushStatus(person)
      threads.everyHead()
      inbox.touch()
    },
    personPresent: threads.everyHead
  }

  /** One's own face in all one's tabs. */
  function pushStatus(person: number): void {
    const tabs = house.hub.tabsOf(person)
    if (tabs.length === 0) return
    const { agent, say } = viewers.of(person)
    const me = meOf(house, agent)
    const parts = (
      <>
        <Partial to="me" swap="outerMorph">
          <OwnStatus me={me} say={say} />
        </Partial>
        <Partial to="me-small" swap="outerMorph">
          <OwnStatus me={me} say={say} id="me-small" />
        </Partial>
      </>
    )
    for (const tab of tabs) house.hub.push(tab, parts.markup)
  }
}

/** A throw in a timer would end the process. */
function guardedTimer({ core }: House): (ms: number, work: () => void) => void {
  return (ms, work) =>
    void setTimeout(() => {
      try {
        work()
      } catch (error) {
        core.log.fault('pushes', error)
      }
    }, ms)
}
