import { newPublicId } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { currentStep, dwell, type Guest } from './guest.ts'
import { visitEndsAfter } from './presence.ts'

/** The rows behind a guest. Memory follows after the commit: `presence.settled(guest, …)`. */
export type Settled = { visitorId: number; visitId: number }

/**
 * Makes rows of a guest, inside a transaction: the visitor, this visit and its trail. Found again by digest and by
 * the visit's beginning, so that two works of one batch make one visitor.
 */
export function settleGuest(core: Core, guest: Guest): Settled {
  const visitorId = settleVisitor(core, guest)
  const visitId = settleVisit(core, guest, visitorId)
  writeTrail(core, guest, visitId)
  return { visitorId, visitId }
}

function settleVisitor({ db, now }: Core, guest: Guest): number {
  const known = db.query<{ id: number }, [Uint8Array]>('select id from visitors where token_digest = ?').get(guest.digest)
  if (known) return known.id
  const { lastInsertRowid } = db
    .query(`
      insert into visitors (public_id, site_id, token_digest, country, region, city, first_at, seen_at, visits)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0)`)
    .run(
      newPublicId(),
      guest.siteId,
      guest.digest,
      guest.place?.country ?? null,
      guest.place?.region ?? null,
      guest.place?.city ?? null,
      guest.startedAt,
      now()
    )
  return Number(lastInsertRowid)
}

function settleVisit(core: Core, guest: Guest, visitorId: number): number {
  const { db } = core
  const known = db.query<{ id: number }, [number, number]>('select id from visits where visitor_id = ? and started_at = ?').get(visitorId, guest.startedAt)
  if (known) return known.id
  const { device, source, place } = guest
  const { lastInsertRowid } = db
    .query(`
      insert into visits (site_id, visitor_id, started_at, seen_at, address, country, region, city, language, browser, os, device, user_agent,
                          source_kind, engine, keyword, campaign, referrer, landing_page_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      guest.siteId,
      visitorId,
      guest.startedAt,
      guest.seenAt,
      guest.address,
      place?.country ?? null,
      place?.region ?? null,
      place?.city ?? null,
      guest.language,
      device.browser,
      device.os,
      device.device,
      guest.userAgent,
      source.kind,
      source.engine,
      source.keyword,
      source.campaign,
      guest.referrer,
      pageId(core, guest.siteId, guest.landing, guest.steps.find((step) => step.url === guest.landing)?.title ?? '')
    )
  db.query('update visitors set visits = visits + 1, country = ?, region = ?, city = ? where id = ?').run(
    place?.country ?? null,
    place?.region ?? null,
    place?.city ?? null,
    visitorId
  )
  return Number(lastInsertRowid)
}

/** Writes the steps that changed since they were written last, and how far the visit has come. */
export function writeTrail(core: Core, guest: Guest, visitId: number): void {
  const now = core.now()
  let lastPage: number | null = null
  for (const step of guest.steps) {
    if (!step.dirty && step !== guest.steps.at(-1)) continue
    lastPage = pageId(core, guest.siteId, step.url, step.title)
    core.db
      .query(`
        insert into page_views (visit_id, n, page_id, at, seconds) values (?, ?, ?, ?, ?)
            on conflict (visit_id, n) do update set seconds = excluded.seconds`)
      .run(visitId, step.n, lastPage, step.at, Math.round(dwell(guest, step, now) / 1000))
  }
  core.db
    .query('update visits set seen_at = ?, pages = ?, last_page_id = coalesce(?, last_page_id), ended_at = null where id = ?')
    .run(guest.seenAt, guest.pageCount, lastPage, visitId)
}

/** Says when a visit ended, with its last times. */
export function endVisit(core: Core, guest: Guest): void {
  if (guest.visitId === null) return
  writeTrail(core, guest, guest.visitId)
  core.db.query('update visits set ended_at = seen_at where id = ?').run(guest.visitId)
  core.db.query('update visitors set seen_at = max(seen_at, ?) where id = ?').run(guest.seenAt, guest.visitorId)
}

function pageId({ db }: Core, siteId: number, url: string, title: string): number {
  const known = db.query<{ id: number; title: string }, [number, string]>('select id, title from pages where site_id = ? and url = ?').get(siteId, url)
  if (!known) return Number(db.query('insert into pages (site_id, url, title) values (?, ?, ?)').run(siteId, url, title).lastInsertRowid)
  if (title !== '' && title !== known.title) db.query('update pages set title = ? where id = ?').run(title, known.id)
  return known.id
}

/** The row of the page that the guest has open now, inside a transaction. */
export function pageIdOf(core: Core, guest: Guest): number | null {
  const step = currentStep(guest)
  return step ? pageId(core, guest.siteId, step.url, step.title) : null
}

/** What a visitor told us of how to reach them. */
export function contactOf({ db }: Core, visitorId: number): { name: string | null; email: string | null; phone: string | null } {
  const row = db
    .query<{ name: string | null; email: string | null; phone: string | null }, [number]>('select name, email, phone from visitors where id = ?')
    .get(visitorId)
  return row ?? { name: null, email: null, phone: null }
}

export type KnownVisitor = { id: number; siteId: number; name: string | null; visits: number; open: OpenVisit | null }
export type OpenVisit = {
  id: number
  startedAt: number
  seenAt: number
  pages: number
  landing: string | null
  sourceKind: string
  engine: string | null
  keyword: string | null
  campaign: string | null
  referrer: string | null
}

/** The visitor behind a token, with the visit that may go on: the last one, if it was seen within half an hour. */
export function visitorByDigest({ db, now }: Core, siteId: number, digest: Uint8Array): KnownVisitor | null {
  const visitor = db
    .query<{ id: number; siteId: number; name: string | null; visits: number }, [Uint8Array, number]>(
      'select id, site_id as siteId, name, visits from visitors where token_digest = ? and site_id = ? and merged_into is null'
    )
    .get(digest, siteId)
  if (!visitor) return null
  const open = db
    .query<OpenVisit, [number, number]>(`
      select v.id, v.started_at as startedAt, v.seen_at as seenAt, v.pages, p.url as landing,
             v.source_kind as sourceKind, v.engine, v.keyword, v.campaign, v.referrer
        from visits v left join pages p on p.id = v.landing_page_id
       where v.visitor_id = ? and v.seen_at > ?
       order by v.started_at desc limit 1`)
    .get(visitor.id, now() - visitEndsAfter)
  return { ...visitor, open: open ?? null }
}

/** The digest of a visitor's token: how presence knows a guest whose rows are being made. */
export function digestOfVisitor({ db }: Core, visitorId: number): Uint8Array | null {
  return db.query<{ digest: Uint8Array }, [number]>('select token_digest as digest from visitors where id = ?').get(visitorId)?.digest ?? null
}

export type WrittenStep = { n: number; url: string; title: string; at: number; seconds: number }

/** The trail of a visit as the file has it, oldest first, at most 200 pages. */
export function writtenTrail({ db }: Core, visitId: number): WrittenStep[] {
  return db
    .query<WrittenStep, [number]>(`
      select w.n, p.url, p.title, w.at, w.seconds
        from page_views w join pages p on p.id = w.page_id
       where w.visit_id = ?
       order by w.n desc limit 200`)
    .all(visitId)
    .reverse()
}
