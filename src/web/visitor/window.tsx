import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { originAllowed, parseOrigin } from '#src/platform/origin.ts'
import { missing, Refusal } from '#src/platform/refusal.ts'
import { newPublicId, publicIdText } from '#src/platform/tokens.ts'
import { type OpenSite, siteByKey } from '#src/sites/index.ts'
import { isLanguage, type Language, nearestLanguage, say, textsUnder } from '#src/texts/index.ts'
import { ChatPage, type ChatPageProps } from '#views/chat/index.ts'
import { html } from '../answer.ts'
import { assetAddress } from '../assets.ts'
import { contentPolicy } from '../headers.ts'
import { ownOrigin } from '../hosts.ts'
import { arriveByForm } from './arrival.ts'
import { callerOf } from './caller.ts'
import { addressKey, visitorDoors } from './doors.ts'
import { write } from './speaking.ts'
import { siteView } from './views.ts'

const typed = t.Object({
  key: t.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  text: t.String({ maxLength: 60_000 }),
  name: t.Optional(t.String({ maxLength: 1_000 })),
  email: t.Optional(t.String({ maxLength: 1_000 })),
  phone: t.Optional(t.String({ maxLength: 1_000 }))
})
type Typed = typeof typed.static

/** The chat window's page, framed by the site's own pages or opened alone; without scripts a form for leaving a message. */
export function windowDoors(house: House) {
  return new Elysia()
    .get('/c/:key', ({ request, params }) => page(house, request, openSite(house, params.key), {}))
    .post('/c/:key', ({ request, params, body }) => leave(house, request, openSite(house, params.key), body), { body: typed })
}

function openSite(house: House, key: string): OpenSite {
  const site = siteByKey(house.core, key)
  if (!site) throw missing()
  return site
}

type Plain = Partial<ChatPageProps['plain']>

function page(house: House, request: Request, site: OpenSite, plain: Plain, status = 200): Response {
  const { searchParams, pathname, search } = new URL(request.url)
  const language = languageOf(searchParams.get('l'), site)
  const asked = searchParams.get('o')
  const origin = asked === null ? null : framingOrigin(house, request, site, asked)
  if (asked !== null && origin === null) throw missing()
  const data = {
    base: baseOf(house, request),
    key: site.key,
    site: siteView(site, language),
    language,
    origin,
    form: site.form,
    texts: textsUnder(language, 'chat.'),
    more: assetAddress('chat-more.js')
  }
  const assets = { css: assetAddress('chat.css'), js: [assetAddress('chat.js')], icon: assetAddress('mark.svg') }
  const form = { action: `${pathname}${search}`, messageKey: publicIdText(newPublicId()), ...plain }
  return html(<ChatPage say={say(language)} assets={assets} data={data} plain={form} />, status, { 'content-security-policy': policy(house, request, site) })
}

/** Only the site's own pages, and ours, may frame the window. */
function policy(house: House, request: Request, site: OpenSite): string {
  return contentPolicy(house, request, ["'self'", ...site.origins].join(' '))
}

/** The origin that the loader says it lives on, if the site knows it; messages of any other are not heard. */
function framingOrigin(house: House, request: Request, site: OpenSite, asked: string): string | null {
  const origin = parseOrigin(asked)
  if (origin === null) return null
  return origin === ownOrigin(house, request) || originAllowed(origin, site.origins) ? origin : null
}

/** Our address as this browser sees it: its own host, and the path that the public address may have. */
function baseOf(house: House, request: Request): string {
  const path = house.publicUrl() === null ? '' : new URL(house.publicUrl() ?? '').pathname.replace(/\/$/, '')
  return `${ownOrigin(house, request)}${path}`
}

function languageOf(asked: string | null, site: OpenSite): Language {
  if (!asked) return site.language
  return isLanguage(asked) ? asked : nearestLanguage(asked)
}

/** What a browser without scripts sends. One key, one message: sending the page again leaves nothing twice. */
async function leave(house: House, request: Request, site: OpenSite, body: Typed): Promise<Response> {
  const doors = visitorDoors(house)
  const caller = callerOf(house, request)
  const language = languageOf(new URL(request.url).searchParams.get('l'), site)
  const hello = { t: 'hello', v: 1, site: site.key, as: 'window', url: site.url, title: site.name } as const
  try {
    const guest = arriveByForm(doors, caller, site, hello, `plain form ${body.key}`)
    if (typeof guest === 'number') throw tooMany(guest)
    const wait = doors.limits.forms.take(addressKey(caller))
    if (wait > 0) throw tooMany(wait)
    await write(doors, { guest, site, language }, { t: 'leave', ...body }).catch((error) => {
      doors.limits.forms.giveBack(addressKey(caller))
      throw error
    })
    return page(house, request, site, { isDone: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fault = say(language)(error.say, error.values)
    const status = error.kind === 'busy' ? 429 : error.kind === 'conflict' ? 409 : 422
    return page(house, request, site, { messageKey: body.key, typed: body, faults: { [error.field ?? 'text']: fault } }, status)
  }
}

const tooMany = (wait: number): Refusal => new Refusal('busy', 'conversations.too_fast', { seconds: Math.ceil(wait / 1_000) })
