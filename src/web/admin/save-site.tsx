import { t } from 'elysia'
import type { House } from '#src/house.ts'
import type { Caller } from '#src/people/index.ts'
import { changeSettings, changeSite, formSettingsFrom, type Site, sightings, siteSettings, windowSettingsFrom } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { Said } from '#views/settings/said.tsx'
import { SiteForm } from '#views/sites/site-form.tsx'
import { SiteHead } from '#views/sites/site-pane.tsx'
import { Name } from '#views/ui/index.ts'
import type { At } from '../agent/guard.ts'
import { errorsOf } from '../agent/profile.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { refusalIn } from '../refusal-in.ts'
import { formValuesFrom, SitePage, siteFormValues } from './site-page.tsx'

const text = (most: number) => t.String({ maxLength: most })
const demand = text(20)

/** Everything that the save bar of a site's page saves. */
export const siteBody = t.Object({
  name: text(300),
  url: text(2_000),
  language: text(20),
  timeZone: text(64),
  accept: text(20),
  apps: t.Optional(t.Literal('1')),
  'welcome.zh-CN': text(2_000),
  'welcome.zh-TW': text(2_000),
  'welcome.en': text(2_000),
  'form.name': demand,
  'form.email': demand,
  'form.phone': demand
})
export type SiteBody = typeof siteBody.static

export async function saveSite(house: House, at: At, id: number, body: SiteBody): Promise<Response> {
  const { core } = house
  try {
    const site = await core.transact(() => change(core, at.caller, id, body))
    return wantsPart(at.request) ? html(<Saved house={house} at={at} site={site} />) : moved(at.request, `/admin/sites/${id}`)
  } catch (error) {
    const refusal = refusalIn(error)
    const typed = { values: formValuesFrom(body), errors: errorsOf(at, refusal) }
    return html(wantsPart(at.request) ? <SiteForm id={id} say={at.say} {...typed} /> : <SitePage house={house} at={at} id={id} {...typed} />, statusOf(refusal))
  }
}

/** All of it or nothing; a subject that did not change leaves no trace. */
function change(core: Core, by: Caller, id: number, body: SiteBody): Site {
  const { name, url, language, timeZone } = body
  const site = changeSite(core, by, id, { name, url, language, timeZone })
  const { accept, apps, welcome, form } = formValuesFrom(body)
  const window = windowSettingsFrom(siteSettings(core, id, 'window'), { accept, apps, welcome })
  if (!Bun.deepEquals(window, siteSettings(core, id, 'window'))) changeSettings(core, by, id, 'window', window)
  if (!Bun.deepEquals(formSettingsFrom(form), siteSettings(core, id, 'form'))) changeSettings(core, by, id, 'form', formSettingsFrom(form))
  return site
}

function Saved({ house: { core }, at: { say }, site }: { house: House; at: At; site: Site }) {
  return (
    <>
      <SiteForm id={site.id} values={siteFormValues(core, site)} errors={{}} say={say} />
      <hx-partial hx-target="#site-head" hx-swap="outerHTML">
        <SiteHead name={site.name} isSeen={sightings(core, site.id).length > 0} say={say} />
      </hx-partial>
      <hx-partial hx-target=".subnav [aria-current=page]" hx-swap="innerHTML">
        <Name text={site.name} />
      </hx-partial>
      <Said text={say('sites.saved', { name: site.name })} say={say} />
    </>
  )
}
