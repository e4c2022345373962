import type { Child } from '#jsx'
import type { House } from '#src/house.ts'
import { codeLine, refusedOrigins, type Site, sightings, siteById, siteOrigins, siteSettings } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { SettingsShell } from '#views/layout/index.ts'
import type { Seen } from '#views/sites/code-seen.tsx'
import { Origins } from '#views/sites/origins.tsx'
import type { SiteFormValues } from '#views/sites/site-form.tsx'
import { SitePane } from '#views/sites/site-pane.tsx'
import type { At } from '../agent/guard.ts'
import { consoleOf, momentOf, settingsNav } from '../agent/shell.tsx'
import { ownOrigin } from '../hosts.ts'
import type { SiteBody } from './save-site.tsx'

/** A shop's page is opened every day; longer ago than this the line may be gone. */
const recent = 7 * 24 * 3_600_000

type Asking = { house: House; at: At; id: number }
type Typed = { values?: SiteFormValues; errors?: Record<string, string>; newOrigin?: string }

export function SitePage({ house, at, id, values, errors = {}, newOrigin = '' }: Asking & Typed) {
  const { core } = house
  const site = siteById(core, id)
  return (
    <SitesShell house={house} at={at} title={site.name} current={`site-${id}`}>
      <SitePane
        id={id}
        name={site.name}
        code={codeLine(house.publicUrl() ?? ownOrigin(house, at.request), site.key)}
        seen={seenOf(core, id)}
        values={values ?? siteFormValues(core, site)}
        errors={errors}
        {...originsOf(core, site)}
        newOrigin={newOrigin}
        say={at.say}
        moment={momentOf(house, at.agent)}
      />
    </SitesShell>
  )
}

/** The list of allowed pages alone, for a change of it. */
export function OriginsPart({ house, at, id, errors = {}, newOrigin = '' }: Asking & Omit<Typed, 'values'>) {
  const site = siteById(house.core, id)
  return (
    <Origins
      address={`/admin/sites/${id}`}
      {...originsOf(house.core, site)}
      newOrigin={newOrigin}
      error={errors.origin ?? null}
      say={at.say}
      moment={momentOf(house, at.agent)}
    />
  )
}

export function SitesShell({ house, at, title, current, children }: { house: House; at: At; title: string; current: string | null; children?: Child }) {
  return (
    <SettingsShell {...consoleOf(house, at)} title={title} nav={settingsNav(house, at.agent, current)}>
      {children}
    </SettingsShell>
  )
}

/** What the form shows before anything was typed. */
export function siteFormValues(core: Core, { id, name, url, language, timeZone }: Site): SiteFormValues {
  const { accept, apps, welcome } = siteSettings(core, id, 'window')
  const texts = { 'zh-CN': welcome['zh-CN'] ?? '', 'zh-TW': welcome['zh-TW'] ?? '', en: welcome.en ?? '' }
  return { name, url, language, timeZone, accept, apps, welcome: texts, form: siteSettings(core, id, 'form') }
}

/** The flat fields of the form, as the form's own shape. */
export function formValuesFrom(body: SiteBody): SiteFormValues {
  const { name, url, language, timeZone, accept } = body
  const welcome = { 'zh-CN': body['welcome.zh-CN'], 'zh-TW': body['welcome.zh-TW'], en: body['welcome.en'] }
  return {
    name,
    url,
    language,
    timeZone,
    accept,
    apps: body.apps === '1',
    welcome,
    form: { name: body['form.name'], email: body['form.email'], phone: body['form.phone'] }
  }
}

function originsOf(core: Core, { id, url }: Site) {
  return { origins: siteOrigins(core, id), mainUrl: url, refused: refusedOrigins(core, id) }
}

function seenOf(core: Core, id: number): Seen | null {
  const [last] = sightings(core, id)
  return last ? { url: last.url, at: last.lastAt, isRecent: core.now() - last.lastAt < recent } : null
}
