import { type Columns, createColumns } from './columns.ts'
import { type Guest, guestNumber, isLooking, type OpenPage, type Step, stepsInMemory, type Talk } from './guest.ts'

/** Browsers report leaving unreliably, and a page change closes one socket before it opens the next. */
export const goneAfter = 60_000
/** Away longer than this, the next page begins a new visit. */
export const visitEndsAfter = 30 * 60_000

export type Arrival = Omit<
  Guest,
  'id' | 'number' | 'seenAt' | 'goneAt' | 'steps' | 'pageCount' | 'landing' | 'looked' | 'lookingSince' | 'open' | 'talk' | 'row' | 'sought'
> & {
  steps?: Step[]
  pageCount?: number
  landing: string
}

/** Who is on the sites now. In memory, one per process; the clock comes in with every call. */
export type Presence = {
  guests(): Iterable<Guest>
  /** The same people for lists of all of them. */
  columns: Columns
  count(): number
  find(id: number): Guest | null
  byDigest(digest: Uint8Array): Guest | null
  byVisitor(visitorId: number): Guest | null
  arrive(arrival: Arrival, now: number): Guest
  openPage(guest: Guest, key: string, page: { url: string; title: string; visible: boolean }, now: number): void
  join(guest: Guest, key: string | null, now: number): void
  leave(guest: Guest, key: string | null, now: number): void
  show(guest: Guest, key: string, visible: boolean, now: number): void
  settled(guest: Guest, visitorId: number, visitId: number | null): void
  talk(visitorId: number, talk: Talk | null): void
  rename(visitorId: number, name: string | null): void
  /** Forgets visits that ended; returns them so that their last times can be written. */
  sweep(now: number): Guest[]
  /** Called with every guest about whom something changed. */
  watch(watcher: (guest: Guest) => void): void
}

/** Numbers begin after `before`: pages of agents outlive the process, and must not take one visitor for another by an old number. */
export function createPresence(before = 0): Presence {
  const guests = new Map<number, Guest>()
  const digests = new Map<string, Guest>()
  const visitors = new Map<number, Guest>()
  const watchers: ((guest: Guest) => void)[] = []
  const columns = createColumns()
  /** The same addresses and titles come again and again: one string each keeps ten thousand trails small. */
  const seenTexts = new Map<string, string>()
  let last = before

  const changed = (guest: Guest) => {
    guest.sought = null
    columns.put(guest)
    for (const watcher of watchers) watcher(guest)
  }

  function shared(text: string): string {
    const known = seenTexts.get(text)
    if (known !== undefined) return known
    if (seenTexts.size > 20_000) seenTexts.clear()
    seenTexts.set(text, text)
    return text
  }

  function arrive(arrival: Arrival, now: number): Guest {
    const guest: Guest = {
      ...arrival,
      id: ++last,
      number: guestNumber(arrival.digest),
      seenAt: now,
      goneAt: now,
      steps: arrival.steps ?? [],
      pageCount: arrival.pageCount ?? arrival.steps?.length ?? 0,
      landing: shared(arrival.landing),
      looked: (arrival.steps ?? []).reduce((sum, step) => sum + step.ms, 0),
      lookingSince: null,
      open: new Map(),
      talk: null,
      row: -1,
      sought: null
    }
    columns.put(guest)
    guests.set(guest.id, guest)
    digests.set(keyOf(guest.digest), guest)
    if (guest.visitorId !== null) visitors.set(guest.visitorId, guest)
    return guest
  }

  function openPage(guest: Guest, key: string, page: { url: string; title: string; visible: boolean }, now: number): void {
    const open = guest.open.get(key)
    if (open) {
      settleTime(open, now)
      open.visibleSince = page.visible ? now : null
      if (open.step.url === page.url) {
        if (page.title !== '') open.step.title = shared(page.title)
        tally(guest, now)
        changed(guest)
        return
      }
      open.step = addStep(guest, page, now)
    } else {
      const newest = guest.steps.at(-1)
      // A reload, a resumed socket or a server's restart is the same page seen on, not a new one.
      const step = newest && newest.url === page.url && now - newest.at < visitEndsAfter ? newest : addStep(guest, page, now)
      guest.open.set(key, { step, visibleSince: page.visible ? now : null, links: 0 })
    }
    guest.seenAt = now
    tally(guest, now)
    changed(guest)
  }

  function addStep(guest: Guest, page: { url: string; title: string }, now: number): Step {
    const step: Step = { n: ++guest.pageCount, url: shared(page.url), title: shared(page.title), at: now, ms: 0, dirty: true }
    guest.steps.push(step)
    if (guest.steps.length > stepsInMemory) guest.steps.splice(0, guest.steps.length - stepsInMemory)
    return step
  }

  function forget(guest: Guest): void {
    guests.delete(guest.id)
    columns.drop(guest)
    if (digests.get(keyOf(guest.digest)) === guest) digests.delete(keyOf(guest.digest))
    if (guest.visitorId !== null && visitors.get(guest.visitorId) === guest) visitors.delete(guest.visitorId)
  }

  return {
    guests: () => guests.values(),
    columns,
    count: () => guests.size,
    find: (id) => guests.get(id) ?? null,
    byDigest: (digest) => digests.get(keyOf(digest)) ?? null,
    byVisitor: (visitorId) => visitors.get(visitorId) ?? null,
    arrive,
    openPage,
    join(guest, key, now) {
      guest.goneAt = null
      guest.seenAt = now
      const page = key === null ? undefined : guest.open.get(key)
      if (page) page.links++
      changed(guest)
    },
    leave(guest, key, now) {
      const page = key === null ? undefined : guest.open.get(key)
      if (page && key !== null && --page.links <= 0) {
        settleTime(page, now)
        guest.open.delete(key)
      }
      guest.seenAt = now
      if (guest.open.size === 0) guest.goneAt = now
      tally(guest, now)
      changed(guest)
    },
    show(guest, key, visible, now) {
      const page = guest.open.get(key)
      if (!page) return
      settleTime(page, now)
      page.visibleSince = visible ? now : null
      guest.seenAt = now
      tally(guest, now)
      changed(guest)
    },
    settled(guest, visitorId, visitId) {
      guest.visitorId = visitorId
      guest.visitId = visitId
      if (guests.has(guest.id)) visitors.set(visitorId, guest)
    },
    talk(visitorId, talk) {
      const guest = visitors.get(visitorId)
      if (!guest) return
      guest.talk = talk
      changed(guest)
    },
    rename(visitorId, name) {
      const guest = visitors.get(visitorId)
      if (!guest) return
      guest.name = name
      changed(guest)
    },
    sweep(now) {
      const ended = [...guests.values()].filter((guest) => guest.goneAt !== null && now - guest.goneAt > visitEndsAfter)
      for (const guest of ended) forget(guest)
      return ended
    },
    watch: (watcher) => void watchers.push(watcher)
  }
}

function settleTime(page: OpenPage, now: number): void {
  if (page.visibleSince === null) return
  page.step.ms += Math.max(0, now - page.visibleSince)
  page.step.dirty = true
  page.visibleSince = null
}

/** The clock of the whole visit runs while any page is in view. */
function tally(guest: Guest, now: number): void {
  if (isLooking(guest)) {
    guest.lookingSince ??= now
    return
  }
  if (guest.lookingSince === null) return
  guest.looked += Math.max(0, now - guest.lookingSince)
  guest.lookingSince = null
}

function keyOf(digest: Uint8Array): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('base64url')
}
