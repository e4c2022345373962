import { type Place, placeName } from '#src/geo/index.ts'
import type { Language } from '#src/texts/index.ts'
import { currentStep, dwell, type Guest } from './guest.ts'
import { goneAfter, type Presence } from './presence.ts'

export type PresentState = 'browsing' | 'waiting' | 'talking' | 'left'
export type SortKey = 'entered' | 'name' | 'place' | 'source' | 'page' | 'pages' | 'stay' | 'state' | 'visits'
export const sortKeys: readonly SortKey[] = ['entered', 'name', 'place', 'source', 'page', 'pages', 'stay', 'state', 'visits']
export const presentStates: readonly PresentState[] = ['browsing', 'waiting', 'talking', 'left']

export type VisitorsView = {
  site: number | null
  /** Empty: all but the left. */
  states: readonly PresentState[]
  text: string
  sort: { by: SortKey; down: boolean }
  limit: number
  offset: number
  language: Language
}

/** One row of the visitor list; `guest` is read only. */
export type Present = {
  id: number
  visitorId: number | null
  siteId: number
  name: string | null
  number: string
  place: Place | null
  placeText: string | null
  address: string
  source: Guest['source']
  device: Guest['device']
  language: string | null
  returning: boolean
  visits: number
  startedAt: number
  pages: number
  url: string
  title: string
  landing: string
  state: PresentState
  conversationId: number | null
  agentId: number | null
  agentName: string | null
  waitingSince: number | null
  leftAt: number | null
}

export type VisitorsPage = { rows: Present[]; total: number; present: number }

/** The page of the list that a view shows: filtered, and selected rather than sorted whole. */
export function presentVisitors(presence: Presence, view: VisitorsView, now: number): VisitorsPage {
  const text = view.text.trim().toLowerCase()
  const states = new Set(view.states)
  const hits: { guest: Guest; key: string | number }[] = []
  let present = 0
  for (const guest of presence.guests()) {
    if (guest.steps.length === 0) continue
    const state = stateOf(guest, now)
    if (state !== 'left') present++
    if (view.site !== null && guest.siteId !== view.site) continue
    if (states.size === 0 ? state === 'left' : !states.has(state)) continue
    if (text !== '' && !matches(guest, text, view.language)) continue
    hits.push({ guest, key: sortValue(guest, view.sort.by, view.language, now) })
  }
  const rows = selectPage(hits, view.sort.down, view.offset, view.limit)
  return { rows: rows.map(({ guest }) => presentOf(guest, view.language, now)), total: hits.length, present }
}

export function presentOf(guest: Guest, language: Language, now: number): Present {
  const step = currentStep(guest)
  return {
    id: guest.id,
    visitorId: guest.visitorId,
    siteId: guest.siteId,
    name: guest.name,
    number: guest.number,
    place: guest.place,
    placeText: placeName(guest.place, language),
    address: guest.address,
    source: guest.source,
    device: guest.device,
    language: guest.language,
    returning: guest.visits > 1,
    visits: guest.visits,
    startedAt: guest.startedAt,
    pages: guest.pageCount,
    url: step?.url ?? guest.landing,
    title: step?.title ?? '',
    landing: guest.landing,
    state: stateOf(guest, now),
    conversationId: guest.talk?.conversation ?? null,
    agentId: guest.talk?.agent ?? null,
    agentName: guest.talk?.agentName ?? null,
    waitingSince: guest.talk?.state === 'waiting' ? guest.talk.since : null,
    leftAt: isGone(guest, now) ? guest.goneAt : null
  }
}

/** Visible time of a page and whether it is seen now: the trail of a visitor who is here, newest first. */
export type TrailStep = { url: string; title: string; at: number; seconds: number; now: boolean }

export function trailOf(guest: Guest, now: number): TrailStep[] {
  const current = isGone(guest, now) ? null : currentStep(guest)
  return guest.steps
    .map((step) => ({ url: step.url, title: step.title, at: step.at, seconds: Math.round(dwell(guest, step, now) / 1000), now: step === current }))
    .reverse()
}

export function stateOf(guest: Guest, now: number): PresentState {
  if (isGone(guest, now)) return 'left'
  if (guest.talk === null) return 'browsing'
  return guest.talk.state === 'waiting' ? 'waiting' : 'talking'
}

function isGone(guest: Guest, now: number): boolean {
  return guest.goneAt !== null && now - guest.goneAt >= goneAfter
}

function matches(guest: Guest, text: string, language: Language): boolean {
  const step = currentStep(guest)
  return [
    guest.name,
    guest.number,
    placeName(guest.place, language),
    guest.source.keyword,
    guest.source.engine,
    guest.source.referrerHost,
    guest.address,
    step?.title,
    step?.url
  ].some((value) => value?.toLowerCase().includes(text))
}

const stateOrder: Record<PresentState, number> = { waiting: 0, talking: 1, browsing: 2, left: 3 }

function sortValue(guest: Guest, by: SortKey, language: Language, now: number): string | number {
  if (by === 'entered') return guest.startedAt
  if (by === 'stay') return now - guest.startedAt
  if (by === 'pages') return guest.pageCount
  if (by === 'visits') return guest.visits
  if (by === 'state') return stateOrder[stateOf(guest, now)]
  if (by === 'page') return currentStep(guest)?.title ?? ''
  const place = placeName(guest.place, language) ?? ''
  if (by === 'place') return place
  if (by === 'source') return `${guest.source.kind} ${guest.source.engine ?? guest.source.referrerHost ?? ''} ${guest.source.keyword ?? ''}`
  return guest.name ?? `${place} ${guest.number}`
}

type Hit = { guest: Guest; key: string | number }
const collator = new Intl.Collator('zh-CN', { numeric: true })

/**
 * Rows offset … offset+limit in order, without sorting all of them: first the smallest that could be on the page by a
 * cheap comparison when keys are numbers; names are few enough to sort only when somebody asks for it.
 */
function selectPage(hits: Hit[], down: boolean, offset: number, limit: number): Hit[] {
  const sign = down ? -1 : 1
  const compare = (a: Hit, b: Hit) => {
    const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key))
    return order !== 0 ? sign * order : b.guest.id - a.guest.id
  }
  const most = offset + limit
  if (hits.length <= most * 2) return hits.sort(compare).slice(offset, most)
  const kept: Hit[] = []
  for (const hit of hits) {
    const last = kept[most - 1]
    if (last !== undefined && compare(hit, last) >= 0) continue
    insert(kept, hit, compare)
    if (kept.length > most) kept.pop()
  }
  return kept.slice(offset)
}

function insert(sorted: Hit[], hit: Hit, compare: (a: Hit, b: Hit) => number): void {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]
    if (there !== undefined && compare(there, hit) <= 0) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, hit)
}
