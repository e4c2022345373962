import type { Place } from '#src/geo/index.ts'
import type { Language } from '#src/texts/index.ts'
import type { Device } from './device.ts'
import type { Source } from './source.ts'

/** One page of a visit. `ms` counts only time in which a tab that shows it was visible. */
export type Step = { n: number; url: string; title: string; at: number; ms: number /** Not yet in page_views as it stands. */; dirty: boolean }

/** A loaded document of the visitor's, by the random key that its loader and its chat window share. */
export type OpenPage = { step: Step; visibleSince: number | null; links: number }

/**
 * Somebody who is on a site, in memory: it becomes rows in a batch within a second, or in the transaction of
 * whatever needs it. Crawlers never become one.
 */
export type Guest = {
  /** Number in this process; what agents' pages name a row by. */
  id: number
  siteId: number
  /** SHA-256 of the visitor's token. */
  digest: Uint8Array
  visitorId: number | null
  visitId: number | null
  /** Short and stable: "广东深圳 3821". */
  number: string
  name: string | null
  visits: number
  address: string
  place: Place | null
  language: string | null
  userAgent: string
  device: Device
  source: Source
  referrer: string | null
  startedAt: number
  seenAt: number
  /** When the last link went; null while somebody is there. */
  goneAt: number | null
  steps: Step[]
  /** All pages of the visit, of which `steps` holds the newest. */
  pageCount: number
  landing: string
  /** Time with a page of ours in view, ms, up to `lookingSince`: hidden tabs do not count, two windows beside each other count once. */
  looked: number
  lookingSince: number | null
  open: Map<string, OpenPage>
  talk: Talk | null
  /** Where it stands in the columns; -1 before it does. */
  row: number
  /** What somebody who looks for it could type; made when somebody does, dropped when something changes. */
  sought: { language: Language; text: string } | null
}

/** The open conversation of a guest, as lists show it. */
export type Talk = { conversation: number; state: 'waiting' | 'open'; agent: number | null; agentName: string | null; since: number }

/** Older steps than these are only in the file. */
export const stepsInMemory = 50

/** The number behind an anonymous visitor's place: four digits from the token's digest, so that it never changes. */
export function guestNumber(digest: Uint8Array): string {
  return String(1000 + ((((digest[0] ?? 0) << 8) | (digest[1] ?? 0)) % 9000))
}

/** The page that is seen now: the newest visible one, else the newest. */
export function currentStep(guest: Guest): Step | null {
  let seen: Step | null = null
  for (const page of guest.open.values()) {
    if (page.visibleSince !== null && (seen === null || page.step.at >= seen.at)) seen = page.step
  }
  return seen ?? guest.steps.at(-1) ?? null
}

/** Time on a page so far, with what is running now. */
export function dwell(guest: Guest, step: Step, now: number): number {
  let since: number | null = null
  for (const page of guest.open.values()) {
    if (page.step === step && page.visibleSince !== null) since = Math.min(since ?? now, page.visibleSince)
  }
  return step.ms + (since === null ? 0 : Math.max(0, now - since))
}

/** Time on the site so far, with what is running now. */
export function stay({ looked, lookingSince }: Guest, now: number): number {
  return looked + (lookingSince === null ? 0 : Math.max(0, now - lookingSince))
}

export function isLooking(guest: Guest): boolean {
  for (const page of guest.open.values()) if (page.visibleSince !== null) return true
  return false
}
