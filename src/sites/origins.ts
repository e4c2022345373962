import { type Actor, record } from '#src/audit/index.ts'
import { actorOf, type Caller, demand } from '#src/people/index.ts'
import { parseOriginPattern } from '#src/platform/origin.ts'
import { missing, Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { siteById } from './site.ts'

/** Which pages may open this site's window: origins, or `https://*.shop.example`. */
export function siteOrigins({ db }: Core, siteId: number): string[] {
  return db
    .query<{ origin: string }, [number]>('select origin from site_origins where site_id = ? order by added_at, length(origin), origin')
    .all(siteId)
    .map((row) => row.origin)
}

/** Adds what somebody typed or pasted; also the answer to "allow" beside a refused one. Adding twice changes nothing. */
export function allowOrigin(core: Core, by: Caller, siteId: number, typed: string): void {
  demand(by.person, 'sites')
  siteById(core, siteId)
  const origin = parseOriginPattern(typed)
  if (origin === null) throw new Refusal('invalid', 'sites.origin_wrong', {}, 'origin')
  if (!insertOrigin(core, siteId, origin, actorOf(by))) return
  record(core, actorOf(by), 'origin.added', { kind: 'site', id: siteId }, { after: { origin } })
  core.announce({ kind: 'site-changed', site: siteId })
}

/** The list may become empty: then nobody may open the window, which is what the page says. */
export function removeOrigin(core: Core, by: Caller, siteId: number, origin: string): void {
  demand(by.person, 'sites')
  const { changes } = core.db.query('delete from site_origins where site_id = ? and origin = ?').run(siteId, origin)
  if (changes === 0) throw missing()
  record(core, actorOf(by), 'origin.removed', { kind: 'site', id: siteId }, { before: { origin } })
  core.announce({ kind: 'site-changed', site: siteId })
}

/** True when it was not there. An origin that is allowed is no longer listed as refused. */
export function insertOrigin({ db, now }: Core, siteId: number, origin: string, by: Actor): boolean {
  db.query('delete from refused_origins where site_id = ? and origin = ?').run(siteId, origin)
  const { changes } = db
    .query('insert into site_origins (site_id, origin, added_at, added_by) values (?, ?, ?, ?) on conflict do nothing')
    .run(siteId, origin, now(), by.kind === 'person' ? by.id : null)
  return changes > 0
}
