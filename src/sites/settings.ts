import { record } from '#src/audit/index.ts'
import { actorOf, type Caller, demand, oneOf } from '#src/people/index.ts'
import { cleanBody, cut } from '#src/platform/clean-text.ts'
import type { Core } from '#src/storage/index.ts'
import { type Language, languages } from '#src/texts/index.ts'
import { siteById } from './site.ts'

/*
 * What an owner chooses per site, by subject. Each subject has a type and its usual values here; a row holds only what was
 * chosen, so a later program's new choice has its usual value everywhere at once.
 */

export const accepting = ['first-reply', 'click'] as const
export const contactFields = ['name', 'email', 'phone'] as const
export const demands = ['off', 'optional', 'required'] as const
export type Demand = (typeof demands)[number]

/** The chat window. One welcome per language; where one is missing the site's language speaks. */
export type WindowSettings = {
  /** Whether the first reply accepts a waiting conversation, or a click does. */
  accept: (typeof accepting)[number]
  welcome: Partial<Record<Language, string>>
  /** `#rrggbb`: the shop's own colour. */
  colour: string
  /** Whether apps that send no Origin may connect. */
  apps: boolean
}

/** The form for leaving a message while nobody is there. */
export type FormSettings = Record<(typeof contactFields)[number], Demand>

export type SiteSettings = { window: WindowSettings; form: FormSettings }
export type SettingsSubject = keyof SiteSettings

const usual: SiteSettings = {
  window: { accept: 'first-reply', welcome: {}, colour: '#0f6a57', apps: false },
  form: { name: 'optional', email: 'optional', phone: 'optional' }
}
const longestWelcome = 500

export function siteSettings<Subject extends SettingsSubject>({ db }: Core, siteId: number, subject: Subject): SiteSettings[Subject] {
  const body = db.query<{ body: string }, [number, string]>('select body from site_settings where site_id = ? and subject = ?').get(siteId, subject)?.body
  return body === undefined ? usual[subject] : { ...usual[subject], ...JSON.parse(body) }
}

export function changeSettings<Subject extends SettingsSubject>(core: Core, by: Caller, siteId: number, subject: Subject, chosen: SiteSettings[Subject]): void {
  demand(by.person, 'sites')
  siteById(core, siteId)
  const before = siteSettings(core, siteId, subject)
  core.db
    .query(`
      insert into site_settings (site_id, subject, body, changed_at, changed_by) values ($siteId, $subject, $body, $at, $by)
      on conflict (site_id, subject) do update set body = $body, changed_at = $at, changed_by = $by`)
    .run({ siteId, subject, body: JSON.stringify(chosen), at: core.now(), by: by.person.id })
  record(core, actorOf(by), 'site.settings_changed', { kind: 'site', id: siteId }, { before: { [subject]: before }, after: { [subject]: chosen } })
  core.announce({ kind: 'site-changed', site: siteId })
}

/** What the form sent, as settings; what it cannot send stays as it is. */
export function windowSettingsFrom(before: WindowSettings, typed: { accept: string; apps: boolean; welcome: Record<Language, string> }): WindowSettings {
  const welcomes = languages.map((language) => [language, cut(cleanBody(typed.welcome[language]), longestWelcome)] as const)
  return {
    ...before,
    accept: oneOf(accepting, typed.accept) ?? before.accept,
    apps: typed.apps,
    welcome: Object.fromEntries(welcomes.filter(([, text]) => text !== ''))
  }
}

export function formSettingsFrom(typed: Record<keyof FormSettings, string>): FormSettings {
  return { name: demandFrom(typed.name), email: demandFrom(typed.email), phone: demandFrom(typed.phone) }
}

const demandFrom = (typed: string): Demand => oneOf(demands, typed) ?? 'optional'
