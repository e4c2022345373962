import { record, system } from '#src/audit/index.ts'
import { cut } from '#src/platform/clean-text.ts'
import type { Core } from '#src/storage/index.ts'

/** Where and when the code line was seen at work. */
export type Sighting = { origin: string; url: string; firstAt: number; lastAt: number }
/** Who asked for the window without being on the list. */
export type RefusedOrigin = { origin: string; count: number; firstAt: number; lastAt: number }

/** A site that strangers put on their own pages must not fill the file. */
const mostRefused = 50
const mostSightings = 200
const longestUrl = 2_000

/** Inside a transaction. The caller gathers these and writes at most once a minute per origin. */
export function noteSighting({ db, now }: Core, siteId: number, origin: string, url: string): void {
  if (isFull({ db }, siteId, origin)) return
  db.query(`
    insert into site_sightings (site_id, origin, url, first_at, last_at) values ($siteId, $origin, $url, $now, $now)
    on conflict (site_id, origin) do update set url = $url, last_at = $now`).run({ siteId, origin, url: cut(url, longestUrl), now: now() })
}

/** Below `*.shop.example` anybody can make up names. */
function isFull({ db }: Pick<Core, 'db'>, siteId: number, origin: string): boolean {
  const known = db
    .query<{ n: number; has: number }, [string, number]>('select count(*) as n, coalesce(sum(origin = ?), 0) as has from site_sightings where site_id = ?')
    .get(origin, siteId)
  return known?.has === 0 && known.n >= mostSightings
}

/** Inside a transaction; `times` since the last note. Only an origin's first refusal is a row of the audit log. */
export function noteRefusedOrigin(core: Core, siteId: number, origin: string, times = 1): void {
  const known = core.db
    .query<{ n: number; has: number }, [string, number]>('select count(*) as n, coalesce(sum(origin = ?), 0) as has from refused_origins where site_id = ?')
    .get(origin, siteId)
  if (known?.has === 0 && known.n >= mostRefused) return
  core.db
    .query(`
      insert into refused_origins (site_id, origin, count, first_at, last_at) values ($siteId, $origin, $times, $now, $now)
      on conflict (site_id, origin) do update set count = count + $times, last_at = $now`)
    .run({ siteId, origin, times, now: core.now() })
  if (known?.has === 0) record(core, system, 'origin.refused', { kind: 'site', id: siteId }, { detail: { origin } })
}

/** The newest first. */
export function sightings({ db }: Core, siteId: number): Sighting[] {
  return db
    .query<Sighting, [number]>(
      'select origin, url, first_at as firstAt, last_at as lastAt from site_sightings where site_id = ? order by last_at desc limit 20'
    )
    .all(siteId)
}

export function refusedOrigins({ db }: Core, siteId: number): RefusedOrigin[] {
  return db
    .query<RefusedOrigin, [number]>(
      'select origin, count, first_at as firstAt, last_at as lastAt from refused_origins where site_id = ? order by last_at desc limit 20'
    )
    .all(siteId)
}
