import type { Language } from '#src/texts/index.ts'
import { type Guest, stay } from './guest.ts'
import { addressRank, matches, rankerOf, termsOf, type Wording, wordsOf } from './listed-words.ts'
import type { Presence } from './presence.ts'
import { type Present, type PresentState, presentOf, stateOf } from './present.ts'
import { type TextOrder, textOrder } from './text-order.ts'

/** `queue` is who waits, the longest first, then the others, newest first. */
export type SortKey = 'queue' | 'entered' | 'name' | 'place' | 'address' | 'source' | 'page' | 'pages' | 'stay' | 'state' | 'visits'
export const sortKeys: readonly SortKey[] = ['queue', 'entered', 'name', 'place', 'address', 'source', 'page', 'pages', 'stay', 'state', 'visits']

export type VisitorsView = {
  site: number | null
  /** Empty: all but the left. */
  states: readonly PresentState[]
  /** Words that must all occur in what the list shows. */
  text: string
  sort: { by: SortKey; down: boolean }
  limit: number
  offset: number
  language: Language
  /** What the reader sees; without it, sources go by their codes. */
  wording?: Wording
}

export type VisitorsPage = {
  rows: Present[]
  total: number
  /** All who are here, on every site. */
  present: number
  /** Per state, of those whom site and text admit. */
  counts: Record<PresentState, number>
}

/** The page of the list that a view shows: filtered, and selected rather than sorted whole. 2–5 ms for 20,000 visitors. */
export function presentVisitors(presence: Presence, view: VisitorsView, now: number): VisitorsPage {
  const texts = textOrder(view.language)
  const numbered = texts.generation()
  const page = readPage(presence, view, orderOf(view, texts, now), now)
  // New texts can make all be numbered anew in the middle; the second time none is new.
  return texts.generation() === numbered ? page : presentVisitors(presence, view, now)
}

function readPage(presence: Presence, view: VisitorsView, order: Order, now: number): VisitorsPage {
  const terms = termsOf(view.text)
  const wanted = new Set(view.states.length === 0 ? herenow : view.states)
  const counts: Record<PresentState, number> = { browsing: 0, waiting: 0, talking: 0, left: 0 }
  const chosen = createSelection(order, view.sort.down, view.offset + view.limit)
  let present = 0
  for (const guest of presence.guests()) {
    if (guest.steps.length === 0) continue
    const state = stateOf(guest, now)
    if (state !== 'left') present++
    if (view.site !== null && guest.siteId !== view.site) continue
    if (terms.length > 0 && !matches(guest, terms, view.language, view.wording)) continue
    counts[state]++
    if (wanted.has(state)) chosen.offer(guest)
  }
  const rows = chosen.kept().slice(view.offset)
  const total = [...wanted].reduce((sum, state) => sum + counts[state], 0)
  return { rows: rows.map((guest) => presentOf(guest, view.language, now)), total, present, counts }
}

const herenow: readonly PresentState[] = ['waiting', 'talking', 'browsing']

/** Where a guest stands in an order, and where among those who stand at the same place. */
type Order = { rankOf(guest: Guest): number; within?(guest: Guest): number }

function orderOf({ sort: { by }, language, wording }: VisitorsView, texts: TextOrder, now: number): Order {
  if (by === 'queue') return { rankOf: (guest) => queueRank(guest, now) }
  if (by === 'entered') return { rankOf: (guest) => guest.startedAt }
  if (by === 'stay') return { rankOf: (guest) => stay(guest, now) }
  if (by === 'pages') return { rankOf: (guest) => guest.pageCount }
  if (by === 'visits') return { rankOf: (guest) => guest.visits }
  if (by === 'state') return { rankOf: (guest) => stateRank[stateOf(guest, now)] }
  const words = (guest: Guest) => wordsOf(guest, language, wording)
  if (by === 'address') return { rankOf: (guest) => addressRank(guest, words(guest)) }
  const rank = rankerOf(by === 'page' ? 'title' : by, texts)
  const rankOf = (guest: Guest) => rank(words(guest))
  return by === 'name' ? { rankOf, within: (guest) => words(guest).number } : { rankOf }
}

const stateRank: Record<PresentState, number> = { waiting: 0, talking: 1, browsing: 2, left: 3 }

/** Descending: who has waited longest has the greatest number; then times, far below. */
function queueRank(guest: Guest, now: number): number {
  return guest.talk !== null && stateOf(guest, now) === 'waiting' ? 1e15 - guest.talk.since : guest.startedAt
}

type Hit = { guest: Guest; rank: number }

/** Keeps the first `most` of all that are offered, in order; equal ones newest first. */
function createSelection({ rankOf, within }: Order, down: boolean, most: number) {
  const sign = down ? -1 : 1
  const kept: Hit[] = []

  function isBefore(guest: Guest, rank: number, other: Hit): boolean {
    const order = rank - other.rank || (within ? within(guest) - within(other.guest) : 0)
    return order === 0 ? guest.id > other.guest.id : sign * order < 0
  }

  function placeOf(guest: Guest, rank: number): number {
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = kept[middle]
      if (there !== undefined && isBefore(guest, rank, there)) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    offer(guest: Guest): void {
      const rank = rankOf(guest)
      const last = kept[most - 1]
      if (last !== undefined && !isBefore(guest, rank, last)) return
      kept.splice(placeOf(guest, rank), 0, { guest, rank })
      if (kept.length > most) kept.pop()
    },
    kept: (): Guest[] => kept.map((hit) => hit.guest)
  }
}
