import type { House } from '#src/house.ts'
import { version } from '#src/platform/version.ts'
import { LoginPage } from '#views/login/login-page.tsx'
import { html, isHtmx } from './answer.ts'
import { pageAssets } from './assets.ts'
import { hostOf, isLocalHost, isSecure } from './hosts.ts'
import { sayFor } from './known-caller.ts'
import { localPath } from './local-path.ts'

/** 401, with the way back in: the login page in place of the page, or for htmx the order to go there. */
export function signedOutAnswer(house: House, request: Request): Response {
  if (isHtmx(request)) return new Response(null, { status: 401, headers: { 'hx-redirect': `/login?next=${encodeURIComponent(pageOf(request))}` } })
  const { pathname, search } = new URL(request.url)
  return html(loginPage(house, request, { next: request.method === 'GET' ? localPath(pathname + search) : '/' }), 401)
}

type Typed = { next: string; name?: string; remembered?: boolean; error?: string | null }

export function loginPage(house: House, request: Request, { next, name = '', remembered = false, error = null }: Typed) {
  return <LoginPage say={sayFor(request)} assets={pageAssets()} isPlain={isPlain(house, request)} {...{ version, next, name, remembered, error }} />
}

/** Whether the network between may read along. */
export function isPlain(house: House, request: Request): boolean {
  return !isSecure(house) && !isLocalHost(hostOf(request) ?? '')
}

function pageOf(request: Request): string {
  const current = request.headers.get('hx-current-url') ?? ''
  if (!URL.canParse(current)) return '/'
  const { pathname, search } = new URL(current)
  return localPath(pathname + search)
}
