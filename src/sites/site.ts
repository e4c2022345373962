import { cleanName, isBlank } from '#src/platform/clean-text.ts'
import { parseOriginPattern } from '#src/platform/origin.ts'
import { missing, Refusal } from '#src/platform/refusal.ts'
import { timeZoneName } from '#src/platform/time-zone.ts'
import type { Core } from '#src/storage/index.ts'
import { isLanguage, type Language } from '#src/texts/index.ts'

/** A website that visitors come from. Hidden ones keep their records and open no window. */
export type Site = {
  id: number
  key: string
  name: string
  url: string
  language: Language
  timeZone: string
  position: number
  createdAt: number
  hiddenAt: number | null
}
type SiteRow = Omit<Site, 'language'> & { language: string }

/** What somebody typed into the form about a site. */
export type TypedSite = { name: string; url: string; language: string; timeZone: string }
export type SiteDraft = { name: string; url: string; language: Language; timeZone: string }

const longestName = 60

/** For use inside the house, where the number is known to be right. Throws `missing` otherwise. */
export function siteById({ db }: Core, id: number): Site {
  const row = db.query<SiteRow, [number]>('select * from site_list where id = ?').get(id)
  if (!row) throw missing()
  return siteFrom(row)
}

export function sites({ db }: Core): Site[] {
  return db.query<SiteRow, []>('select * from site_list where hiddenAt is null order by position, id').all().map(siteFrom)
}

export function hiddenSites({ db }: Core): Site[] {
  return db.query<SiteRow, []>('select * from site_list where hiddenAt is not null order by hiddenAt desc').all().map(siteFrom)
}

export function findSiteByKey({ db }: Core, key: string): Site | null {
  const row = db.query<SiteRow, [string]>('select * from site_list where key = ? and hiddenAt is null').get(key)
  return row ? siteFrom(row) : null
}

/** Refuses with the field that is wrong. */
export function siteDraftFrom(typed: TypedSite): SiteDraft {
  const name = cleanName(typed.name, longestName)
  if (isBlank(name)) throw new Refusal('invalid', 'sites.name_needed', {}, 'name')
  if (!isLanguage(typed.language)) throw new Refusal('malformed', 'refusal.bad_request', {}, 'language')
  const timeZone = timeZoneName(typed.timeZone)
  if (timeZone === null) throw new Refusal('invalid', 'people.time_zone_wrong', {}, 'timeZone')
  return { name, url: siteUrlFrom(typed.url), language: typed.language, timeZone }
}

/** The shop's own origin, with the scheme that was typed; without one it is https. */
function siteUrlFrom(typed: string): string {
  const origin = parseOriginPattern(typed)
  if (origin === null || origin.includes('*') || isSingleWord(typed.trim())) throw new Refusal('invalid', 'sites.url_wrong', {}, 'url')
  return origin
}

/** "tea" is a name and no address; who means a machine of their own network writes http:// before it. */
function isSingleWord(typed: string): boolean {
  return /^[^\s/:.[\]]+$/.test(typed) && typed.toLowerCase() !== 'localhost'
}

function siteFrom(row: SiteRow): Site {
  return { ...row, language: isLanguage(row.language) ? row.language : 'zh-CN' }
}
