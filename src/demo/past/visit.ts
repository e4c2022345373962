import { randomBytes } from 'node:crypto'
import { type Geo, place } from '#src/geo/index.ts'
import { digest, newToken } from '#src/platform/tokens.ts'
import { type Arrival, cleanPageAddress, deviceOf, endVisit, type Guest, type Presence, settleGuest, sourceOf } from '#src/visitors/index.ts'
import { comingBack, type Persona } from '../audience/persona.ts'
import type { Chance } from '../chance.ts'
import { dwell, nextPage, type ShopPage, shops } from '../shop.ts'
import { day } from './hours.ts'
import type { DemoSites } from './sites.ts'
import type { Timeline } from './timeline.ts'

/** What telling the past needs at every step. */
export type Telling = { timeline: Timeline; chance: Chance; presence: Presence; geo: Geo | null; sites: DemoSites; now: number }

/** Somebody with the token that their browser keeps. */
export type Known = { persona: Persona; token: string; visits: number }

/** A page and how long it is looked at, ms. */
export type Look = { page: ShopPage; ms: number }

/** `guest` is there from the visit's beginning on; `last` is the page that it ends with. */
export type PastVisit = { known: Known; guest(): Guest; last: ShopPage }

/** The written row comes this long after the arrival, as in life. */
const settlesAfter = 1_000

export function newcomer(persona: Persona): Known {
  return { persona, token: newToken(), visits: 0 }
}

/** From the landing page through the shop, `pages` pages. */
export function someWalk(chance: Chance, { landing, shop }: Persona, pages: number): Look[] {
  const walk = [landing]
  while (walk.length < pages) walk.push(nextPage(chance, shops[shop], walk.at(-1) ?? landing))
  return walk.map((page) => ({ page, ms: dwell(chance, page.kind) }))
}

/** Tells a visit from `at` on, page after page. What would come after now has not happened yet: that visit still goes on. */
export function tellVisit({ timeline, presence, geo, sites, now }: Telling, known: Known, at: number, walk: readonly Look[]): PastVisit {
  const { core } = timeline
  const count = ++known.visits
  let guest: Guest | null = null
  let page = ''
  const here = (): Guest => {
    if (!guest) throw new Error('a visit without its beginning')
    return guest
  }
  const leave = () => presence.leave(here(), page, core.now())
  const settle = () => {
    const { visitorId, visitId } = settleGuest(core, here())
    presence.settled(here(), visitorId, visitId)
  }

  let time = at
  let last = walk[0]?.page ?? known.persona.landing
  for (const [n, look] of walk.entries()) {
    const opens = timeline.at(time, () => {
      if (n === 0) guest = presence.arrive(arrivalOf(known, sites, geo, core.now(), count), core.now())
      else leave()
      page = randomBytes(16).toString('base64url')
      presence.openPage(here(), page, { url: look.page.url, title: look.page.title, visible: true }, core.now())
      presence.join(here(), page, core.now())
    })
    if (!opens) break
    last = look.page
    if (n === 0) timeline.at(time + settlesAfter, settle)
    time += look.ms
  }
  timeline.at(Math.min(time, now), () => {
    leave()
    if (time < now) endVisit(core, here())
    else settle()
  })
  return { known, guest: here, last }
}

/** Every third had a look some days before, and comes back by themselves. */
export function metBefore(telling: Telling, known: Known, at: number): Known {
  const { chance } = telling
  if (!chance.happens(0.34)) return known
  tellVisit(telling, known, at - chance.between(0.8, 6) * day, someWalk(chance, known.persona, chance.whole(2, 5)))
  return { ...known, persona: comingBack(chance, known.persona) }
}

/** The facts of somebody who arrives, read as the visitors' door reads them. */
function arrivalOf({ persona, token }: Known, sites: DemoSites, geo: Geo | null, startedAt: number, visits: number): Arrival {
  const { address, userAgent, referrer, locale, landing, shop } = persona
  const site = sites[shop]
  return {
    siteId: site.id,
    digest: digest(token),
    visitorId: null,
    visitId: null,
    name: null,
    visits,
    address,
    place: geo && place(geo, address),
    language: locale,
    userAgent,
    device: deviceOf(userAgent),
    source: sourceOf({ referrer: referrer || null, landing: landing.url }, [new URL(site.url).hostname]),
    referrer: referrer === '' ? null : cleanPageAddress(referrer),
    startedAt,
    landing: cleanPageAddress(landing.url) ?? site.url
  }
}
