import { originAllowed, parseOrigin } from '#src/platform/origin.ts'
import { type OpenSite, openSites } from '#src/sites/index.ts'
import type { Caller, VisitorDoors } from './doors.ts'

/** Whether a page of this origin may speak for the site. Our own counts for every site: the chat window lives there. */
export function mayOpen(doors: VisitorDoors, caller: Caller, site: OpenSite): boolean {
  if (isOpenTo(caller, site)) return true
  noteRefused(doors, caller, [site])
  return false
}

/**
 * Whether any site could let this origin in: others get no socket at all (403 before the upgrade). Which site they wanted is
 * not known by then, so it stands on the page of each, to be allowed where it belongs.
 */
export function isWelcome(doors: VisitorDoors, caller: Caller): boolean {
  const sites = openSites(doors.house.core)
  if (caller.own || sites.some((site) => isOpenTo(caller, site))) return true
  noteRefused(doors, caller, sites)
  return false
}

/** The same without a note, for links that are open already. */
export function isOpenTo(caller: Caller, site: OpenSite): boolean {
  return caller.own || isAllowed(caller.origin, site)
}

function noteRefused({ notes }: VisitorDoors, { origin }: Caller, sites: readonly OpenSite[]): void {
  const known = origin === null ? null : parseOrigin(origin)
  if (known !== null) for (const site of sites) notes.refused(site.id, known)
}

function isAllowed(origin: string | null, site: OpenSite): boolean {
  if (origin === null) return site.window.apps
  const parsed = parseOrigin(origin)
  return parsed !== null && originAllowed(parsed, site.origins)
}
