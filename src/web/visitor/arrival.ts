import { latestChat } from '#src/conversations/index.ts'
import { place } from '#src/geo/index.ts'
import { digest, newToken } from '#src/platform/tokens.ts'
import type { OpenSite } from '#src/sites/index.ts'
import {
  cleanPageAddress,
  cleanTitle,
  deviceOf,
  type Guest,
  type OpenVisit,
  type Source,
  sourceOf,
  visitorByDigest,
  writtenTrail
} from '#src/visitors/index.ts'
import { addressKey, type Caller, type VisitorDoors } from './doors.ts'
import type { FromVisitor } from './frames.ts'
import { talkOf } from './talk.ts'

export type Hello = Extract<FromVisitor, { t: 'hello' }>
export type Arrived = { guest: Guest /** When it was made now: the only time that it is known in clear. */; token?: string }

/**
 * The guest behind a hello: somebody who is here, a visitor who comes back, or somebody new. Null when a framed window
 * names an unknown token (only the loader gets new ones), a number of ms when too many new visitors come from the address.
 */
export function arrive(doors: VisitorDoors, caller: Caller, site: OpenSite, hello: Hello): Arrived | null | number {
  const { core, presence } = doors.house
  if (hello.token !== undefined) {
    const known = digest(hello.token)
    const here = presence.byDigest(known)
    if (here && here.siteId === site.id) return { guest: here }
    const visitor = here ? null : visitorByDigest(core, site.id, known)
    if (visitor) return { guest: comeBack(doors, caller, site, hello, known, visitor) }
  }
  if (hello.framed) return null
  const wait = doors.limits.newcomers.take(addressKey(caller))
  if (wait > 0) return wait
  const token = newToken()
  return { guest: newGuest(doors, caller, site, hello, digest(token)), token }
}

/** The guest behind a form without scripts: one per form, so that sending it twice is one visitor. A number of ms when too many come. */
export function arriveByForm(doors: VisitorDoors, caller: Caller, site: OpenSite, hello: Hello, secret: string): Guest | number {
  const { core, presence } = doors.house
  const known = digest(secret)
  const here = presence.byDigest(known)
  if (here) return here
  const visitor = visitorByDigest(core, site.id, known)
  if (visitor) return comeBack(doors, caller, site, hello, known, visitor)
  return doors.limits.newcomers.take(addressKey(caller)) || newGuest(doors, caller, site, hello, known)
}

type Known = NonNullable<ReturnType<typeof visitorByDigest>>

function comeBack(doors: VisitorDoors, caller: Caller, site: OpenSite, hello: Hello, known: Uint8Array, visitor: Known): Guest {
  const { core, presence } = doors.house
  const { open } = visitor
  const facts = factsOf(doors, caller, site, hello)
  const steps = open ? writtenTrail(core, open.id).map(({ seconds, ...step }) => ({ ...step, ms: seconds * 1_000, dirty: false })) : []
  const guest = presence.arrive(
    {
      ...facts,
      digest: known,
      visitorId: visitor.id,
      visitId: open?.id ?? null,
      name: visitor.name,
      visits: visitor.visits + (open ? 0 : 1),
      startedAt: open?.startedAt ?? core.now(),
      source: open ? sourceAsWritten(open) : facts.source,
      landing: open?.landing ?? facts.landing,
      steps,
      pageCount: open?.pages ?? 0
    },
    core.now()
  )
  presence.talk(visitor.id, talkOf(doors.team, latestChat(core, visitor.id)))
  return guest
}

function newGuest(doors: VisitorDoors, caller: Caller, site: OpenSite, hello: Hello, known: Uint8Array): Guest {
  const { core, presence } = doors.house
  const facts = factsOf(doors, caller, site, hello)
  return presence.arrive({ ...facts, digest: known, visitorId: null, visitId: null, name: null, visits: 1, startedAt: core.now() }, core.now())
}

function factsOf({ house }: VisitorDoors, caller: Caller, site: OpenSite, hello: Hello) {
  const landing = pageOf(hello, site).url
  const referrer = hello.referrer ? cleanPageAddress(hello.referrer) : null
  return {
    siteId: site.id,
    address: caller.address,
    place: house.geo ? place(house.geo, caller.address) : null,
    language: caller.language,
    userAgent: caller.userAgent.slice(0, 500),
    device: deviceOf(caller.userAgent),
    source: sourceOf({ referrer: hello.referrer?.slice(0, 2_048) ?? null, landing: hello.url?.slice(0, 2_048) ?? landing }, hostsOf(site)),
    referrer,
    landing
  }
}

/** The page as it may be kept: without secrets, cut. A window at top level has the site's own address. */
export function pageOf({ url, title }: { url?: string; title?: string }, site: OpenSite): { url: string; title: string } {
  return { url: (url && cleanPageAddress(url)) || site.url, title: cleanTitle(title ?? '') }
}

function hostsOf(site: OpenSite): string[] {
  return [site.url, ...site.origins].map((origin) =>
    origin
      .replace(/^https?:\/\//, '')
      .replace(/^\*\./, '')
      .replace(/[:/].*$/, '')
  )
}

/** A visit that goes on keeps the source it began with. */
function sourceAsWritten(open: OpenVisit): Source {
  return {
    ...sourceOf({ referrer: open.referrer, landing: open.landing ?? '' }, []),
    kind: open.sourceKind as Source['kind'],
    engine: open.engine,
    keyword: open.keyword,
    campaign: open.campaign
  }
}
