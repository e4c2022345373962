import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { appliance } from '#src/install/index.ts'
import { addSite, allowOrigin, hiddenSites, hideSite, removeOrigin, showSite, sightings, sites, type TypedSite } from '#src/sites/index.ts'
import { NewSiteForm, NewSitePane } from '#views/sites/new-site-pane.tsx'
import { SitesPane } from '#views/sites/sites-pane.tsx'
import { type At, agentGuard } from '../agent/guard.ts'
import { errorsOf } from '../agent/profile.tsx'
import { momentOf } from '../agent/shell.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { refusalIn } from '../refusal-in.ts'
import { rowId } from '../row-id.ts'
import { saveSite, siteBody } from './save-site.tsx'
import { OriginsPart, SitePage, SitesShell } from './site-page.tsx'

const newSiteBody = t.Object({
  name: t.String({ maxLength: 300 }),
  url: t.String({ maxLength: 2_000 }),
  language: t.String({ maxLength: 20 }),
  timeZone: t.String({ maxLength: 64 })
})
const originBody = t.Object({ origin: t.String({ maxLength: 2_000 }) })
const page = '/admin/sites'

/** The websites: for whoever may manage them. */
export const siteDoors = (house: House) => {
  const { core } = house
  return new Elysia({ prefix: page })
    .use(agentGuard(house, 'sites'))
    .get('/', ({ at }) => html(<SitesPage house={house} at={at} />))
    .get('/new', ({ at }) => html(<NewSitePage house={house} at={at} />))
    .post('/', ({ at, body }) => add(house, at, body), { body: newSiteBody })
    .get('/:id', ({ at, params }) => html(<SitePage house={house} at={at} id={rowId(params.id)} />))
    .post('/:id', ({ at, params, body }) => saveSite(house, at, rowId(params.id), body), { body: siteBody })
    .post('/:id/removal', async ({ caller, params, request }) => {
      await core.transact(() => hideSite(core, caller, rowId(params.id)))
      return moved(request, page)
    })
    .post('/:id/return', async ({ caller, params, request }) => {
      await core.transact(() => showSite(core, caller, rowId(params.id)))
      return moved(request, `${page}/${rowId(params.id)}`)
    })
    .post('/:id/origins', ({ at, params, body }) => changeOrigins(house, at, rowId(params.id), body.origin, allowOrigin), { body: originBody })
    .post('/:id/origins/removal', ({ at, params, body }) => changeOrigins(house, at, rowId(params.id), body.origin, removeOrigin), { body: originBody })
}

async function add(house: House, at: At, typed: TypedSite): Promise<Response> {
  const { core } = house
  try {
    const site = await core.transact(() => addSite(core, at.caller, typed))
    return moved(at.request, `${page}/${site.id}`)
  } catch (error) {
    const refusal = refusalIn(error)
    const form = { values: typed, errors: errorsOf(at, refusal) }
    return html(wantsPart(at.request) ? <NewSiteForm say={at.say} {...form} /> : <NewSitePage house={house} at={at} {...form} />, statusOf(refusal))
  }
}

async function changeOrigins(house: House, at: At, id: number, origin: string, change: typeof allowOrigin): Promise<Response> {
  const { core } = house
  try {
    await core.transact(() => change(core, at.caller, id, origin))
    return wantsPart(at.request) ? html(<OriginsPart house={house} at={at} id={id} />) : moved(at.request, `${page}/${id}#origins-section`)
  } catch (error) {
    const refusal = refusalIn(error)
    const typed = { newOrigin: origin, errors: errorsOf(at, refusal) }
    return html(
      wantsPart(at.request) ? <OriginsPart house={house} at={at} id={id} {...typed} /> : <SitePage house={house} at={at} id={id} {...typed} />,
      statusOf(refusal)
    )
  }
}

type Asking = { house: House; at: At }

export function SitesPage({ house, at, current = 'sites' }: Asking & { current?: string | null }) {
  const { core } = house
  const rows = sites(core).map(({ id, name, url, key, language }) => ({ id, name, url, key, language, isSeen: sightings(core, id).length > 0 }))
  const removed = hiddenSites(core).map(({ id, name, url, hiddenAt }) => ({ id, name, url, removedAt: hiddenAt ?? 0 }))
  return (
    <SitesShell house={house} at={at} title={at.say('sites.title')} current={current}>
      <SitesPane sites={rows} removed={removed} say={at.say} moment={momentOf(house, at.agent)} />
    </SitesShell>
  )
}

type NewSiteProps = Asking & { values?: TypedSite; errors?: Record<string, string> }

function NewSitePage({ house, at, values, errors = {} }: NewSiteProps) {
  const empty = { name: '', url: '', language: at.agent.language, timeZone: appliance(house.core)?.timeZone ?? 'UTC' }
  return (
    <SitesShell house={house} at={at} title={at.say('sites.add')} current="new-site">
      <NewSitePane values={values ?? empty} errors={errors} say={at.say} />
    </SitesShell>
  )
}
