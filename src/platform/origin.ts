import { normalizeAddress } from './address.ts'
import { isPublicSuffix, registrableDomain } from './domain.ts'

/*
 * Origins (`https://shop.example:8443`) as browsers send them, and what an administrator allows: origins, or
 * `https://*.shop.example` for everything below a domain, without the domain itself.
 */

/** Scheme (or none), star, host, port; a path behind it is dropped. */
const typedAddress = /^(?:(https?):\/\/)?(\*\.)?(\[[\da-f:.]+\]|[^\s/?#@\\*:[\]]+)(:\d{1,5})?(?:[/?#].*)?$/is

/** The one form of an http(s) origin, or null: `null`, files, paths, user names and hosts that end in a dot are refused. */
export function parseOrigin(text: string): string | null {
  const parts = text.length <= 300 ? /^(https?):\/\/[^\s/?#@\\*]+$/i.test(text) && parsed(text) : null
  return parts ? parts.origin : null
}

/** Whether an `Origin` header is on the list. The list holds what `parseOriginPattern` returned. */
export function originAllowed(origin: string, patterns: readonly string[]): boolean {
  const asked = parseOrigin(origin)
  return asked !== null && patterns.some((pattern) => pattern === asked || (pattern.includes('://*.') && below(asked, pattern)))
}

/** What an administrator typed or pasted, as an origin or a pattern: `shop.example`, `*.shop.example`, `https://shop.example/page`. */
export function parseOriginPattern(text: string): string | null {
  const typed = typedAddress.exec(text.trim().slice(0, 2_000))
  if (!typed) return null
  const [, scheme, star, name = '', port = ''] = typed
  const host = name.replace(/[.。]$/, '') + port
  const bare = parsed(`https://${host}`)
  const url = bare && parsed(`${scheme ?? (isLocal(bare.hostname) ? 'http' : 'https')}://${host}`)
  if (!url || (star && (isLocal(url.hostname) || isPublicSuffix(url.hostname)))) return null
  return star ? `${url.protocol}//*.${url.host}` : url.origin
}

/**
 * The origins that a new site is allowed from its typed address, the typed host first: a shop's own domain with and
 * without `www`, over https, and over http if that was typed. An explicit port, or a machine in the house, is taken as typed.
 */
export function originsFor(address: string): string[] {
  const typed = parseOriginPattern(address)
  if (!typed || typed.includes('*')) return typed ? [typed] : []
  const { protocol, host, port } = new URL(typed)
  if (isLocal(host)) return [typed]
  const hosts = [host, ...sisterOf(host)]
  const schemes = port !== '' ? [protocol] : protocol === 'http:' ? ['https:', 'http:'] : ['https:']
  return schemes.flatMap((scheme) => hosts.map((name) => `${scheme}//${name}`))
}

/** The narrowest domain above all origins, if one owner holds it: where a cookie may be shared. Never a public suffix. */
export function commonDomain(origins: readonly string[]): string | null {
  const hosts = origins.map((origin) => parsed(origin.replace('://*.', '://'))?.hostname ?? null)
  const [first, ...others] = hosts
  if (!first || isLocal(first)) return null
  const common = others.reduce<string | null>((domain, host) => domain && host && sharedEnding(domain, host), first)
  return common !== null && registrableDomain(common) !== null ? withoutWww(common) : null
}

/** Addresses may hold `;`, `,` and quotes in their host. No name in use does, and in the policy that names who may frame us each would end it. */
const plainHost = /^([a-z\d._-]+|\[[\da-f:.]+\])$/

function parsed(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  return plainHost.test(url.hostname) && url.hostname.split('.').every((label) => label !== '') ? url : null
}

/** `https://a.b.shop.example` is below `https://*.shop.example`; same scheme, same port. */
function below(origin: string, pattern: string): boolean {
  const [scheme = '', ending = ''] = pattern.split('*')
  return origin.startsWith(scheme) && origin.endsWith(ending) && origin.length > scheme.length + ending.length
}

/** `www.shop.example` for `shop.example` and the other way; nothing for `blog.shop.example`. */
function sisterOf(host: string): string[] {
  if (host.startsWith('www.')) return [host.slice(4)]
  return registrableDomain(host.replace(/:\d+$/, '')) === host.replace(/:\d+$/, '') ? [`www.${host}`] : []
}

/** `localhost`, names without a dot, and addresses: no domain that anybody could register. */
function isLocal(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return !name.includes('.') || name.endsWith('.localhost') || name.startsWith('[') || normalizeAddress(name) !== null
}

function sharedEnding(one: string, other: string): string | null {
  const labels = one.split('.')
  const endings = labels.map((_, at) => labels.slice(at).join('.'))
  return endings.find((ending) => other === ending || other.endsWith(`.${ending}`)) ?? null
}

/** With only `www.shop.example` allowed the cookie belongs to the shop's domain all the same. */
function withoutWww(domain: string): string {
  return domain.startsWith('www.') && registrableDomain(domain) === domain.slice(4) ? domain.slice(4) : domain
}
