import { placeName } from '#src/geo/index.ts'
import type { Say } from '#src/texts/index.ts'
import type { VisitorType } from '#views/ui/index.ts'

/** What lists and threads know of a visitor. */
export type VisitorFacts = {
  visitorName: string | null
  number: string
  country: string | null
  region: string | null
  city: string | null
  returning: boolean
}

/** The name that was given, else place and number: 广东深圳 3821. */
export function visitorName(facts: Omit<VisitorFacts, 'returning'>, say: Say): string {
  if (facts.visitorName) return facts.visitorName
  const place = visitorPlace(facts, say, 'short')
  return place === null ? say('desk.visitor', { number: facts.number }) : say('desk.visitor_from', { place, number: facts.number })
}

export function visitorPlace(
  { country, region, city }: Pick<VisitorFacts, 'country' | 'region' | 'city'>,
  say: Say,
  length: 'full' | 'short' = 'full'
): string | null {
  return country === null ? null : placeName({ country, region, city }, say.language, length)
}

/** Members and intents come with customers and rules; until then it is the first visit, or not. */
export function visitorType({ returning }: Pick<VisitorFacts, 'returning'>): VisitorType {
  return returning ? 'back' : 'fresh'
}

/** A page by its title; one without a title by its address. */
export function pageWords({ title, url }: { title: string; url: string }): string {
  return title || url.replace(/^https?:\/\//, '')
}
