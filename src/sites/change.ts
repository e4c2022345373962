import { randomInt } from 'node:crypto'
import { type Actor, record } from '#src/audit/index.ts'
import { actorOf, type Caller, demand } from '#src/people/index.ts'
import { originsFor } from '#src/platform/origin.ts'
import type { Core } from '#src/storage/index.ts'
import { insertOrigin } from './origins.ts'
import { type Site, type SiteDraft, siteById, siteDraftFrom, type TypedSite } from './site.ts'

/* Everything here needs the right 'sites'. A change is heard by every open page within the second: nobody pastes the code line again. */

export function addSite(core: Core, by: Caller, typed: TypedSite): Site {
  demand(by.person, 'sites')
  return createSite(core, actorOf(by), siteDraftFrom(typed))
}

/** A site with the origins that its address asks for. */
export function createSite(core: Core, by: Actor, draft: SiteDraft): Site {
  const id = insertSite(core, draft, by)
  for (const origin of originsFor(draft.url)) insertOrigin(core, id, origin, by)
  record(core, by, 'site.added', { kind: 'site', id }, { after: draft })
  core.announce({ kind: 'site-changed', site: id })
  return siteById(core, id)
}

/** A new address brings its origins with it; the old ones stay until somebody removes them. */
export function changeSite(core: Core, by: Caller, id: number, typed: TypedSite): Site {
  demand(by.person, 'sites')
  const before = siteById(core, id)
  const draft = siteDraftFrom(typed)
  core.db.query('update sites set name = ?, url = ?, language = ?, time_zone = ? where id = ?').run(draft.name, draft.url, draft.language, draft.timeZone, id)
  if (draft.url !== before.url) for (const origin of originsFor(draft.url)) insertOrigin(core, id, origin, actorOf(by))
  const { name, url, language, timeZone } = before
  record(core, actorOf(by), 'site.changed', { kind: 'site', id }, { before: { name, url, language, timeZone }, after: draft })
  core.announce({ kind: 'site-changed', site: id })
  return siteById(core, id)
}

/** What was said there stays; the icon disappears at once. */
export function hideSite(core: Core, by: Caller, id: number): void {
  demand(by.person, 'sites')
  siteById(core, id)
  core.db.query('update sites set hidden_at = ?, hidden_by = ? where id = ? and hidden_at is null').run(core.now(), by.person.id, id)
  record(core, actorOf(by), 'site.hidden', { kind: 'site', id })
  core.announce({ kind: 'site-changed', site: id })
}

export function showSite(core: Core, by: Caller, id: number): void {
  demand(by.person, 'sites')
  siteById(core, id)
  core.db.query('update sites set hidden_at = null, hidden_by = null where id = ?').run(id)
  record(core, actorOf(by), 'site.shown', { kind: 'site', id })
  core.announce({ kind: 'site-changed', site: id })
}

function insertSite({ db, now }: Core, { name, url, language, timeZone }: SiteDraft, by: Actor): number {
  const { lastInsertRowid } = db
    .query(`
      insert into sites (key, name, url, language, time_zone, position, created_at, created_by)
      values (?, ?, ?, ?, ?, (select count(*) from sites), ?, ?)`)
    .run(newSiteKey(), name, url, language, timeZone, now(), by.kind === 'person' ? by.id : null)
  return Number(lastInsertRowid)
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Public: it stands in every page of the shop. 62^10 of them, so that nobody tries them out. */
function newSiteKey(): string {
  return `s_${Array.from({ length: 10 }, () => signs.charAt(randomInt(signs.length))).join('')}`
}
