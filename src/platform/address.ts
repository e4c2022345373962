/*
 * Addresses of the internet as text, always in one form: 1.2.3.4, or RFC 5952 for IPv6. An IPv4 address inside IPv6
 * (`::ffff:1.2.3.4`, as dual-stack sockets report it) is the IPv4 address everywhere: bans, limits, places, proxies.
 */

/** A range; `text` is its canonical form, `groups` its first address, `bits` how many of the 128 are fixed. */
export type Cidr = { text: string; family: 4 | 6; groups: readonly number[]; bits: number }

/** Proxies in a row that are believed; more is a header somebody made up. */
const mostHops = 32

/** The one form of an address, or null: names, ports, zone ids and octal-looking parts are not addresses. */
export function normalizeAddress(text: string): string | null {
  const groups = groupsOf(text.trim())
  return groups && addressText(groups)
}

/** What limits count by: one IPv4 address, or the /64 that one IPv6 customer is given at least. */
export function limitKey(address: string): string {
  const groups = groupsOf(address)
  if (!groups) return address.slice(0, 64)
  return isMapped(groups) ? addressText(groups) : `${addressText([...groups.slice(0, 4), 0, 0, 0, 0])}/64`
}

/** `10.0.0.0/8`, `2001:db8::/32` or a single address. Bits behind the prefix are cleared. */
export function parseCidr(text: string): Cidr | null {
  const [address = '', prefix, ...rest] = text.trim().split('/')
  const groups = groupsOf(address)
  if (!groups || rest.length > 0 || (prefix !== undefined && !/^(0|[1-9]\d{0,2})$/.test(prefix))) return null
  const dotted = !address.includes(':')
  const bits = (dotted ? 96 : 0) + Number(prefix ?? (dotted ? 32 : 128))
  if (bits > 128) return null
  const family = isMapped(groups) && bits >= 96 ? 4 : 6
  const first = groups.map((group, at) => group & mask(bits - at * 16))
  return { text: `${addressText(first)}/${family === 4 ? bits - 96 : bits}`, family, groups: first, bits }
}

/** Whether an address lies in a range of its own family: `::/0` is not about IPv4. */
export function within(cidr: Cidr, address: string): boolean {
  const groups = groupsOf(address)
  return groups !== null && holds(cidr, groups)
}

/**
 * Who is really asking. Only a trusted peer's `X-Forwarded-For` is read, from the right (each proxy adds what it saw):
 * the first entry that is no proxy of ours. A damaged entry, or too many, means that the peer is all we know.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trusted: readonly Cidr[]): string {
  const socket = normalizeAddress(peer) ?? peer
  if (!forwardedFor || !isTrusted(socket, trusted)) return socket
  let client = socket
  let end = forwardedFor.length
  for (let hop = 0; hop < mostHops && end >= 0; hop++) {
    const comma = end === 0 ? -1 : forwardedFor.lastIndexOf(',', end - 1)
    const entry = forwardedEntry(forwardedFor.slice(comma + 1, end))
    if (!entry) return socket
    if (!isTrusted(entry, trusted)) return entry
    client = entry
    end = comma
  }
  return end < 0 ? client : socket
}

/** Whether an address can belong to anybody on the internet: not private, loopback, link-local, reserved or multicast. */
export function isGlobal(address: string): boolean {
  const groups = groupsOf(address)
  if (!groups || !(isMapped(groups) || holds(globalUnicast, groups))) return false
  return !notGlobal.some((range) => holds(range, groups))
}

/** Some proxies write `1.2.3.4:5678` or `[2001:db8::1]:443`. */
function forwardedEntry(entry: string): string | null {
  const text = entry.trim()
  if (text.length > 64) return null
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)
  return normalizeAddress(bracketed?.[1] ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1'))
}

function isTrusted(address: string, trusted: readonly Cidr[]): boolean {
  return trusted.some((cidr) => within(cidr, address))
}

function holds(cidr: Cidr, groups: readonly number[]): boolean {
  if ((isMapped(groups) ? 4 : 6) !== cidr.family) return false
  return groups.every((group, at) => (group & mask(cidr.bits - at * 16)) === cidr.groups[at])
}

/** The eight groups of an address, for those who reckon with it; IPv4 as `::ffff:a.b.c.d`. Null when it is none. */
export function groupsOf(text: string): number[] | null {
  if (text.length > 45) return null
  const dotted = /^(.*:)?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.exec(text)
  if (!dotted) return text.includes(':') ? groupsOfV6(text) : null
  const octets = dotted[2]?.split('.') ?? []
  if (octets.some((octet) => Number(octet) > 255 || (octet.length > 1 && octet.startsWith('0')))) return null
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number)
  if (dotted[1] === undefined) return [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d]
  return groupsOfV6(`${dotted[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`)
}

function groupsOfV6(text: string): number[] | null {
  const halves = text.split('::')
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null
  const parts = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) ? parts.map((part) => Number.parseInt(part, 16)) : null
}

/** Whether the groups are those of an IPv4 address. */
export function isMapped(groups: readonly number[]): boolean {
  return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0)
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zeros as `::`. */
function addressText(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6)
  if (isMapped(groups)) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const text = groups.map((group) => group.toString(16)).join(':')
  const longest = text.match(/\b0(:0)+\b/g)?.reduce((best, run) => (run.length > best.length ? run : best))
  return longest === undefined ? text : text.replace(new RegExp(`(^|:)${longest}(:|$)`), '::')
}

/** The fixed bits of one group of sixteen when `bits` of them count from its beginning. */
function mask(bits: number): number {
  if (bits >= 16) return 0xffff
  return bits <= 0 ? 0 : (0xffff << (16 - bits)) & 0xffff
}

const range = (text: string): Cidr => {
  const cidr = parseCidr(text)
  if (!cidr) throw new Error(`not a range: ${text}`)
  return cidr
}
const globalUnicast = range('2000::/3')
/** IANA's special-purpose registries (RFC 6890 and later), as of 2025. 6to4 and Teredo lead back to addresses inside them. */
const notGlobal = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
].map(range)
