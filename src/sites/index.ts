/** The websites that visitors come from: who may open their window, what was chosen for them, whether the code line is at work. */
export { type OpenSite, openSites, siteByKey } from './by-key.ts'
export { addSite, changeSite, createSite, hideSite, showSite } from './change.ts'
export { codeLine } from './code-line.ts'
export { allowOrigin, removeOrigin, siteOrigins } from './origins.ts'
export {
  accepting,
  changeSettings,
  contactFields,
  type Demand,
  demands,
  type FormSettings,
  formSettingsFrom,
  type SettingsSubject,
  type SiteSettings,
  siteSettings,
  type WindowSettings,
  windowSettingsFrom
} from './settings.ts'
export { noteRefusedOrigin, noteSighting, type RefusedOrigin, refusedOrigins, type Sighting, sightings } from './sightings.ts'
export { hiddenSites, type Site, type SiteDraft, siteById, siteDraftFrom, sites, type TypedSite } from './site.ts'
