import type { House } from '#src/house.ts'
import { personById } from '#src/people/index.ts'
import type { KeyedRow, ListPlace, Tab, ViewContent } from '#src/realtime/index.ts'
import { goneAfter } from '#src/visitors/index.ts'
import {
  type GuestCard,
  NoVisitors,
  PresentCount,
  rowsId,
  ShowTabs,
  VisitorDetail,
  VisitorRow,
  type VisitorsContent,
  VisitorsMore
} from '#views/visitors/index.ts'
import { liveLists } from '../live-lists.ts'
import { guestContent, visitorsContent } from './content.ts'
import { type CardView, cardKey, cardViewFrom, keyOf, type VisitorsListView, viewFrom } from './view.ts'

/** The visitor list and the open cards of visitors, as agents' pages hold them. */
export type VisitorLists = {
  give(tab: Tab, view: VisitorsListView, content: VisitorsContent): void
  giveCard(tab: Tab, view: CardView, content: GuestCard): void
  takeCard(tab: Tab): void
  /** Something about a visitor changed. */
  touch(): void
  /** Once a second: people leave without a sound, and bars grow. */
  tick(): void
}

export const listPlace: ListPlace = { id: rowsId, tag: 'tbody' }
const listRegion = 'visitors'
const cardRegion = 'visitor-card'

const kept = new WeakMap<House, VisitorLists>()

export function visitorLists(house: House): VisitorLists {
  const known = kept.get(house)
  if (known) return known
  const made = createVisitorLists(house)
  kept.set(house, made)
  return made
}

function createVisitorLists(house: House): VisitorLists {
  const { core, presence, hub } = house
  const lists = liveLists(house)
  lists.add({ region: listRegion, place: listPlace, contentOf: (key) => keyedContent(visitorsContent(house, viewFrom(key))) })
  lists.add({ region: cardRegion, place: null, contentOf: (key) => cardContent(house, cardViewFrom(key)) })
  let last = { at: core.now(), count: presence.count() }

  return {
    give: (tab, view, content) => lists.give(tab, listRegion, keyOf(view), keyedContent(content)),
    giveCard: (tab, view, content) => lists.give(tab, cardRegion, cardKey(view), { rows: [], beside: [keyedCard(content)] }),
    takeCard: (tab) => lists.take(tab, cardRegion),
    touch() {
      lists.touch(listRegion)
      lists.touch(cardRegion)
    },
    tick() {
      const now = core.now()
      const shown = new Set([...hub.tabs()].flatMap((tab) => [...tab.views.keys()]))
      if (shown.has(listRegion) && (presence.count() !== last.count || someoneLeft(last.at, now))) lists.touch(listRegion)
      if (shown.has(cardRegion)) lists.touch(cardRegion)
      last = { at: now, count: presence.count() }
    }
  }

  /** Whether somebody's grace ended in between: nothing happens then but time. */
  function someoneLeft(since: number, now: number): boolean {
    for (const { goneAt } of presence.guests()) if (goneAt !== null && goneAt + goneAfter > since && goneAt + goneAfter <= now) return true
    return false
  }
}

/** The list as rows and pieces that change each by itself. */
export function keyedContent({ state, visitors, total, present, counts, unseen, manages, moment, say }: VisitorsContent): ViewContent {
  const shown = visitors.length
  const piece = (id: string, facts: unknown, html: () => { markup: string }): KeyedRow => ({ id, look: JSON.stringify(facts), html: () => html().markup })
  return {
    rows: visitors.map((visitor) => piece(`v${visitor.id}`, visitor, () => <VisitorRow {...{ visitor, say, moment }} />)),
    beside: [
      piece('visitors-present', present, () => <PresentCount {...{ present, say }} />),
      piece('visitors-views', counts, () => <ShowTabs {...{ state, counts, say }} />),
      piece('visitors-none', shown > 0 ? null : [unseen, manages], () => <NoVisitors {...{ state, shown, unseen, manages, say }} />),
      piece('visitors-more', [shown, total], () => <VisitorsMore {...{ state, shown, total, say }} />)
    ]
  }
}

function cardContent(house: House, view: CardView): ViewContent {
  const guest = house.presence.find(view.guest)
  if (!guest) return { rows: [] }
  return { rows: [], beside: [keyedCard(guestContent(house, guest, personById(house.core, view.person), view))] }
}

function keyedCard(content: GuestCard): KeyedRow {
  return { id: 'visitor-detail', look: lookOf(content), html: () => (<VisitorDetail {...content} />).markup }
}

/** A running time counts on by itself in the page; its share of the longest is looked at in twentieths. */
function lookOf({ card: { trail, page, ...card }, talk, site }: GuestCard): string {
  const longest = Math.max(1, ...trail.map((step) => step.seconds))
  const steps = trail.map(({ seconds, ...step }) => [step, step.running ? null : seconds, Math.round((seconds / longest) * 20)])
  return JSON.stringify([card, page?.url, steps, talk, site])
}
