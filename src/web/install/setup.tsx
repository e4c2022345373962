import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { setUp } from '#src/install/index.ts'
import { draftFrom, hasOwner, openSession, type Person } from '#src/people/index.ts'
import { longestPasswordBytes } from '#src/platform/passwords.ts'
import { publicUrlFrom } from '#src/platform/public-url.ts'
import { missing, Refusal } from '#src/platform/refusal.ts'
import { version } from '#src/platform/version.ts'
import { codeLine, type Site, sites } from '#src/sites/index.ts'
import { type Language, say } from '#src/texts/index.ts'
import { ErrorView } from '#views/error/error-view.tsx'
import { SetUpForm, SetUpPage, type SetUpValues } from '#views/setup/setup-page.tsx'
import { WelcomePage } from '#views/setup/welcome-page.tsx'
import { agentGuard, fromOf } from '../agent/guard.ts'
import { hashOfNew } from '../agent/new-password.ts'
import { sessionCookie } from '../agent/session-cookie.ts'
import { html, moved, wantsPart } from '../answer.ts'
import { pageAssets } from '../assets.ts'
import { statusOf } from '../errors.tsx'
import { hostOf, ownOrigin } from '../hosts.ts'
import { sayFor } from '../known-caller.ts'
import { refusalIn } from '../refusal-in.ts'
import { proposedUrl, usualZone } from './proposals.ts'

const text = (most: number) => t.String({ maxLength: most })
const body = t.Object({
  code: text(100),
  nickname: text(200),
  email: text(300),
  password: text(longestPasswordBytes),
  siteName: text(300),
  siteUrl: text(2_000),
  language: text(20),
  timeZone: text(64),
  publicUrl: text(2_000)
})
type Body = typeof body.static

/** The first page of a new appliance. It needs the code from the terminal, and once there is an owner it does not exist any more. */
export const setUpDoors = (house: House) =>
  new Elysia()
    .get('/setup', ({ request }) => {
      if (hasOwner(house.core)) throw missing()
      const code = new URL(request.url).searchParams.get('code') ?? ''
      if (!house.setupCode.matches(code)) return wrongCode(request)
      return html(page(request, code, proposals(house, request), {}))
    })
    .post('/setup', ({ request, body }) => begin(house, request, body), { body })
    .use(welcomeDoor(house))

/** Where set-up leads: the line to paste. Also later, for whoever comes back to it. */
const welcomeDoor = (house: House) =>
  new Elysia().use(agentGuard(house, 'sites')).get('/welcome', ({ agent, request, say }) => {
    const [site] = sites(house.core)
    return site ? html(welcome(house, request, agent, site, say.language, null)) : moved(request, '/admin/sites/new')
  })

async function begin(house: House, request: Request, { code, password, ...typed }: Body): Promise<Response> {
  const { core } = house
  if (hasOwner(core)) throw missing()
  if (!house.setupCode.matches(code)) return wrongCode(request)
  try {
    const from = fromOf(request)
    demandFields(house, typed)
    const passwordHash = await hashOfNew(house, password, { nickname: typed.nickname, email: typed.email, phone: null, jobNumber: typed.siteName })
    const { owner, site, signedIn } = await core.transact(() => {
      const made = setUp(core, { kind: 'person', id: null, ...from }, { ...typed, passwordHash })
      return { ...made, signedIn: openSession(core, made.owner.id, from, false) }
    })
    house.setupCode.forget()
    if (isHere(house, request)) return moved(request, '/welcome', { 'set-cookie': sessionCookie(house, signedIn) })
    return html(welcome(house, request, owner, site, owner.language, house.publicUrl()), 201)
  } catch (error) {
    const refusal = refusalIn(error)
    const errors = { [refusal.field ?? '']: sayFor(request)(refusal.say, refusal.values) }
    return html(page(request, code, typed, errors), statusOf(refusal))
  }
}

/** What is wrong with the fields is told before a tenth of a second goes into the hash. */
function demandFields({ core }: House, { nickname, email, language, publicUrl }: SetUpValues): void {
  draftFrom(core, { nickname, email, phone: '', jobNumber: '', language }, null)
  if (publicUrlFrom(publicUrl) === null) throw new Refusal('invalid', 'setup.public_url_wrong', {}, 'publicUrl')
}

function proposals(house: House, request: Request): SetUpValues {
  const { language } = sayFor(request)
  return { nickname: '', email: '', siteName: '', siteUrl: '', language, timeZone: usualZone(language), publicUrl: proposedUrl(house, request) }
}

/** Whether the address just chosen is the one this request came to. */
function isHere(house: House, request: Request): boolean {
  const publicUrl = house.publicUrl()
  return publicUrl === null || new URL(publicUrl).hostname === (hostOf(request) ?? '').replace(/:\d+$/, '')
}

function page(request: Request, code: string, values: SetUpValues, errors: Record<string, string>) {
  const props = { say: sayFor(request), code, values, errors }
  return wantsPart(request) ? <SetUpForm {...props} /> : <SetUpPage assets={pageAssets()} version={version} {...props} />
}

function welcome(house: House, request: Request, { nickname }: Person, { key }: Site, language: Language, elsewhere: string | null) {
  const code = codeLine(house.publicUrl() ?? ownOrigin(house, request), key)
  return <WelcomePage say={say(language)} assets={pageAssets()} {...{ nickname, code, elsewhere, version }} />
}

function wrongCode(request: Request): Response {
  const say = sayFor(request)
  const view = (
    <ErrorView part={false} title={say('setup.code_wrong')} text={say('setup.code_wrong_text')} number={null} say={say} assets={pageAssets()} act={null} />
  )
  return html(view, 403)
}
