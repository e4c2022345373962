import type { Core } from '#src/storage/index.ts'
import { siteOrigins } from './origins.ts'
import { type FormSettings, siteSettings, type WindowSettings } from './settings.ts'
import { findSiteByKey, type Site, sites } from './site.ts'

/** A site as visitors' doors need it, at every hello. */
export type OpenSite = Site & { origins: readonly string[]; window: WindowSettings; form: FormSettings }

const kept = new WeakMap<Core, Map<string, OpenSite>>()

/** The site that a code line names, if it is open; kept in memory until the site changes. */
export function siteByKey(core: Core, key: unknown): OpenSite | null {
  if (typeof key !== 'string' || !/^s_[A-Za-z0-9]{10}$/.test(key)) return null
  const known = keptFor(core)
  const site = known.get(key) ?? openSite(core, key)
  if (site) known.set(key, site)
  return site
}

/** All open sites, as visitors' doors need them. */
export function openSites(core: Core): OpenSite[] {
  return sites(core).flatMap((site) => siteByKey(core, site.key) ?? [])
}

function openSite(core: Core, key: string): OpenSite | null {
  const site = findSiteByKey(core, key)
  return site && { ...site, origins: siteOrigins(core, site.id), window: siteSettings(core, site.id, 'window'), form: siteSettings(core, site.id, 'form') }
}

function keptFor(core: Core): Map<string, OpenSite> {
  const known = kept.get(core)
  if (known) return known
  const fresh = new Map<string, OpenSite>()
  kept.set(core, fresh)
  core.listen((happened) => {
    if (happened.kind === 'site-changed') fresh.clear()
  })
  return fresh
}
