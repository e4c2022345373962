import { type Place, placeName } from '#src/geo/index.ts'
import type { Language } from '#src/texts/index.ts'
import { currentStep, dwell, type Guest } from './guest.ts'
import { goneAfter } from './presence.ts'

export type PresentState = 'browsing' | 'waiting' | 'talking' | 'left'
export const presentStates: readonly PresentState[] = ['waiting', 'talking', 'browsing', 'left']

/** One row of the visitor list. */
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
  /** Time with a page in view, ms, and since when it runs on; null while nobody looks. */
  looked: number
  lookingSince: number | null
  state: PresentState
  conversationId: number | null
  agentId: number | null
  agentName: string | null
  waitingSince: number | null
  leftAt: number | null
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
    looked: guest.looked,
    lookingSince: guest.lookingSince,
    state: stateOf(guest, now),
    conversationId: guest.talk?.conversation ?? null,
    agentId: guest.talk?.agent ?? null,
    agentName: guest.talk?.agentName ?? null,
    waitingSince: guest.talk?.state === 'waiting' ? guest.talk.since : null,
    leftAt: isGone(guest, now) ? guest.goneAt : null
  }
}

export function stateOf(guest: Guest, now: number): PresentState {
  if (isGone(guest, now)) return 'left'
  if (guest.talk === null) return 'browsing'
  return guest.talk.state === 'waiting' ? 'waiting' : 'talking'
}

/** A page of a visit with the time it was in view; `now`: it is the one looked at, `running`: somebody looks at this moment. */
export type TrailStep = { url: string; title: string; at: number; seconds: number; now: boolean; running: boolean }

/** The pages of a visitor who is here, newest first. */
export function trailOf(guest: Guest, now: number): TrailStep[] {
  const current = isGone(guest, now) ? null : currentStep(guest)
  const inView = new Set([...guest.open.values()].filter((page) => page.visibleSince !== null).map((page) => page.step))
  return guest.steps
    .map((step) => ({
      url: step.url,
      title: step.title,
      at: step.at,
      seconds: Math.round(dwell(guest, step, now) / 1000),
      now: step === current,
      running: inView.has(step)
    }))
    .reverse()
}

function isGone(guest: Guest, now: number): boolean {
  return guest.goneAt !== null && now - guest.goneAt >= goneAfter
}
