import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { type LinkPurpose, linkHolder, type Person, passwordByLink } from '#src/people/index.ts'
import { longestPasswordBytes } from '#src/platform/passwords.ts'
import { version } from '#src/platform/version.ts'
import { DeadLinkPage, NewPasswordForm, NewPasswordPage } from '#views/login/new-password-page.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { pageAssets } from '../assets.ts'
import { statusOf } from '../errors.tsx'
import { sayFor } from '../known-caller.ts'
import { refusalIn } from '../refusal-in.ts'
import { fromOf } from './guard.ts'
import { hashOfNew } from './new-password.ts'
import { sessionCookie } from './session-cookie.ts'

/** `username` is only there for the browser's keychain. */
const body = t.Object({ password: t.String({ maxLength: longestPasswordBytes }), username: t.Optional(t.String({ maxLength: 300 })) })
const params = t.Object({ token: t.String({ maxLength: 100 }) })

/** What an invitation, or a link for a new password, leads to. Nothing on these pages comes from elsewhere, and nothing tells where they are. */
export const linkDoors = (house: House) =>
  new Elysia()
    .get('/invitation/:token', ({ request, params }) => page(house, request, 'invitation', params.token), { params })
    .get('/reset/:token', ({ request, params }) => page(house, request, 'reset', params.token), { params })
    .post('/invitation/:token', ({ request, params, body }) => accept(house, request, 'invitation', params.token, body.password), { params, body })
    .post('/reset/:token', ({ request, params, body }) => accept(house, request, 'reset', params.token, body.password), { params, body })

function page(house: House, request: Request, purpose: LinkPurpose, token: string): Response {
  const person = linkHolder(house.core, purpose, token)
  return person ? html(form(request, purpose, token, person, null)) : dead(request)
}

async function accept(house: House, request: Request, purpose: LinkPurpose, token: string, password: string): Promise<Response> {
  const person = linkHolder(house.core, purpose, token)
  if (!person) return dead(request)
  try {
    const hash = await hashOfNew(house, password, person)
    const signedIn = await house.core.transact(() => passwordByLink(house.core, purpose, token, hash, fromOf(request)))
    return moved(request, '/', { 'set-cookie': sessionCookie(house, signedIn) })
  } catch (error) {
    const refusal = refusalIn(error)
    return html(form(request, purpose, token, person, sayFor(request)(refusal.say)), statusOf(refusal))
  }
}

function form(request: Request, purpose: LinkPurpose, token: string, { nickname, email, phone }: Person, error: string | null) {
  const props = { say: sayFor(request), purpose, action: `/${purpose}/${token}`, login: email ?? phone ?? '', error }
  if (wantsPart(request)) return <NewPasswordForm {...props} />
  return <NewPasswordPage assets={pageAssets()} version={version} nickname={nickname} {...props} />
}

function dead(request: Request): Response {
  return html(<DeadLinkPage say={sayFor(request)} assets={pageAssets()} />, 404)
}
