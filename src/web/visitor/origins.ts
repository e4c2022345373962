import { originAllowed, parseOrigin } from '#src/platform/origin.ts'
import { type OpenSite, openSites } from '#src/sites/index.ts'
import type { Caller, VisitorDoors } from './doors.ts'

/** Whether a page of this origin may speak for the site. Our own counts for every site: the chat window lives there. */
export function mayOpen(doors: VisitorDoors, caller: Caller, site: OpenSite): boolean {
  if (caller.own || isAllowed(caller.origin, site)) return true
  if (caller.origin !== null) doors.notes.refused(site.id, parseOrigin(caller.origin) ?? 'null')
  return false
}

/** Whether any site could let this origin in: others get no socket at all (403 before the upgrade). */
export function isWelcome({ house }: VisitorDoors, caller: Caller): boolean {
  return caller.own || openSites(house.core).some((site) => isAllowed(caller.origin, site))
}

function isAllowed(origin: string | null, site: OpenSite): boolean {
  if (origin === null) return site.window.apps
  const parsed = parseOrigin(origin)
  return parsed !== null && originAllowed(parsed, site.origins)
}
