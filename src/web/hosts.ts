import type { House } from '#src/house.ts'
import { hasOwner } from '#src/people/index.ts'
import { normalizeAddress } from '#src/platform/address.ts'

/* Under which names we answer. Everything else is a mistake, or somebody's page that made its own name lead here (DNS rebinding). */

/** What browsers send, and nothing with a path, a user name or markup in it. */
const wellFormed = /^(\[[\da-f:.]{2,45}\]|[a-z\d]([a-z\d._-]{0,251}[a-z\d])?)(:\d{1,5})?$/

/** Name and port that the request was sent to, or null for what no browser sends. */
export function hostOf(request: Request): string | null {
  const host = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase()
  return wellFormed.test(host) ? host : null
}

/** Whether this name is ours. Until set-up any name is; without a public address only addresses and localhost, which nobody can point elsewhere. */
export function isOurHost(house: House, host: string): boolean {
  const name = nameOf(host)
  const publicUrl = house.publicUrl()
  if (publicUrl !== null) return name === new URL(publicUrl).hostname || house.config.extraHosts.includes(name)
  return !hasOwner(house.core) || isLocalName(name) || normalizeAddress(bare(name)) !== null || house.config.extraHosts.includes(name)
}

/** Scheme, name and port of this request as the browser sees them: the one Origin that is not foreign. */
export function ownOrigin(house: House, request: Request): string {
  return `${isSecure(house) ? 'https' : 'http'}://${hostOf(request) ?? 'invalid'}`
}

/** Whether browsers reach us over TLS, ours or a proxy's. */
export function isSecure({ config, publicUrl }: House): boolean {
  return (publicUrl() ?? (config.tls ? 'https:' : 'http:')).startsWith('https:')
}

/** Where plain http is nobody else's business. */
export function isLocalHost(host: string): boolean {
  const name = nameOf(host)
  return isLocalName(name) || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}

const nameOf = (host: string) => host.replace(/:\d+$/, '')
const bare = (name: string) => name.replace(/^\[(.*)\]$/, '$1')
const isLocalName = (name: string) => name === 'localhost' || name.endsWith('.localhost')
