import type { House } from '#src/house.ts'
import { hostOf, isLocalHost, isSecure } from './hosts.ts'

/* The headers of every answer (HOSTILE "Headers"). A door may say something of its own beforehand; what it left out is filled in here. */

/** How long the body of an answer to HEAD would be; never leaves the house. */
export const trueLength = 'x-true-length'

/** What an address is for decides what its answers may do. */
export type Kind = 'page' | 'asset' | 'window' | 'visitor' | 'loader' | 'file'

export function kindOf(path: string): Kind {
  if (path.startsWith('/a/')) return 'asset'
  if (path.startsWith('/c/')) return 'window'
  if (path.startsWith('/v/')) return 'visitor'
  if (path.startsWith('/f/')) return 'file'
  return /^\/w(-[\w.]+)?\.js$/.test(path) ? 'loader' : 'page'
}

/** The policy of every page. `frameAncestors` is `'none'` but for the chat window, which its site's own pages may frame. */
export function contentPolicy(house: House, request: Request, frameAncestors = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketOrigin(house, request)}`.trimEnd(),
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
    "object-src 'none'"
  ].join('; ')
}

/** Fills in what the door left out, on every answer, whoever made it. */
export function withHeaders(house: House, request: Request, response: Response): Response {
  const path = new URL(request.url).pathname
  const kind = kindOf(path)
  const ours = { ...forAll(house), ...forKind(house, request, kind), ...(hasSecret(path) && { 'referrer-policy': 'no-referrer' }) }
  for (const [name, value] of Object.entries(ours)) if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}

function forAll(house: House): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(house.publicUrl()?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
  }
}

function forKind(house: House, request: Request, kind: Kind): Record<string, string> {
  const crossOrigin = { 'cross-origin-resource-policy': 'cross-origin' }
  if (kind === 'file') return { 'content-security-policy': "default-src 'none'; sandbox", 'referrer-policy': 'no-referrer' }
  const page = {
    'content-security-policy': contentPolicy(house, request),
    'referrer-policy': kind === 'window' ? 'no-referrer' : 'same-origin',
    'permissions-policy': 'microphone=(self), camera=(self), display-capture=(self), geolocation=(), payment=(), usb=()'
  }
  if (kind === 'window' || kind === 'loader') return { ...page, ...crossOrigin }
  return isSecure(house) || isLocalHost(hostOf(request) ?? '') ? { ...page, 'cross-origin-opener-policy': 'same-origin' } : page
}

/** Older Safari does not count our own socket as 'self'. */
function socketOrigin(house: House, request: Request): string {
  const host = hostOf(request)
  return host === null ? '' : `${isSecure(house) ? 'wss' : 'ws'}://${host}`
}

/** Pages that tell nobody where they are. Their forms come with `Origin: null` where the browser sends no `Sec-Fetch-Site`. */
export function isSilent(path: string): boolean {
  return kindOf(path) === 'window' || hasSecret(path)
}

/** Addresses that let somebody in: they must not travel on in a Referer. */
function hasSecret(path: string): boolean {
  return /^\/(setup|invitation|reset)(\/|$)/.test(path)
}
