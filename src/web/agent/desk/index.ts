/** The agents' desk: its pages, its acts, and what its live regions are made of. */
import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { deskActs } from './acts.tsx'
import { closedDoors } from './closed.tsx'
import { counterDoors } from './counters.tsx'
import { entryDoors } from './entries.tsx'
import { leftDoors } from './left.tsx'
import { deskPages } from './pages.tsx'

export { inboxLists } from './inbox-lists.tsx'
export { leftList } from './left-list.tsx'
export { type EntryPage, onePage, type Seen, see } from './open-conversation.ts'
export { CardPart, EntriesPart, HeadPart, MarksPart, Partial, ReplyPart } from './parts.tsx'

export const deskDoors = (house: House) =>
  new Elysia().use(deskPages(house)).use(entryDoors(house)).use(deskActs(house)).use(closedDoors(house)).use(leftDoors(house)).use(counterDoors(house))
