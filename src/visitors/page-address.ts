import { cleanName } from '#src/platform/clean-text.ts'

/* Addresses and titles of a shop's pages, as they may be kept and shown: agents need to see the page, not what opens it. */

const longestAddress = 2_048
const longestRead = 65_536
const longestTitle = 256

/**
 * A page's address without user name, fragment and secrets (`…` in their place), at most 2 KiB of UTF-8; null when it is no web
 * address. Fragments that are routes of a single-page shop (`#/cart`, `#!/cart`) stay.
 */
export function cleanPageAddress(address: string): string | null {
  if (address.length > longestRead || !URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null
  const route = /^#[/!]/.test(url.hash) ? url.hash : ''
  return cutBytes(`${url.origin}${masked(url.pathname)}${masked(url.search)}${masked(route)}`.toWellFormed())
}

/** A page's title: one line, at most 256 units. */
export function cleanTitle(title: string): string {
  return cleanName(title.slice(0, longestTitle * 4), longestTitle)
}

/** Hides the values of secrets, wherever `name=value` stands. */
function masked(part: string): string {
  return part
    .split(/([&;#])/)
    .map((piece) => {
      const equals = piece.indexOf('=')
      const name = nameBefore(piece, equals)
      return equals > 0 && (isSecret(plain(name)) || hidesSecret(piece.slice(equals + 1))) ? `${piece.slice(0, equals)}=…` : piece
    })
    .join('')
}

/** `token` of `/path?token=`. */
function nameBefore(piece: string, equals: number): string {
  const before = piece.slice(0, Math.max(equals, 0))
  return before.slice(Math.max(before.lastIndexOf('?'), before.lastIndexOf('/'), before.lastIndexOf('!')) + 1)
}

const secretWords = new Set(
  'token key secret password passwd passwort passphrase pass pwd session sid auth oauth authorization sig sign signature email credential jwt otp pin ticket code'.split(
    ' '
  )
)
/** Written in one word they are secrets too: `accesstoken`, `phpsessid`. */
const secretInside = /token|secret|passw|session|sessid|apikey|signature|authori[sz]ation|email|credential/
/** `code` opens something, unless it is the shop's own kind of code. */
const harmlessCode =
  /^(product|item|goods|sku|color|colour|country|lang|language|currency|zip|postal|post|area|region|city|category|promo|coupon|discount|store|size)$/

/** `access_token`, `apiKey`, `user[password]`; not `keyword`, `design` or `product_code`. */
function isSecret(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  if (words.some((word) => secretInside.test(word) || (word !== 'code' && secretWords.has(word)))) return true
  return words.includes('code') && !words.some((word) => harmlessCode.test(word))
}

/** An address inside a value (`?next=https%3A%2F%2F…%3Ftoken%3D…`) may carry secrets of its own. */
function hidesSecret(value: string): boolean {
  const pieces = plain(plain(value)).split(/[?&;/#!\s]/)
  return pieces.some((piece) => piece.indexOf('=') > 0 && isSecret(piece.slice(0, piece.indexOf('='))))
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** The beginning of a character of UTF-8 without its end, as percent codes. */
const halfCharacter = /(?:%[c-f][\da-f]|%[ef][\da-f]%[89ab][\da-f]|%f[\da-f](?:%[89ab][\da-f]){2})$/i

/** Cut by bytes, neither inside a character nor inside its percent codes. */
function cutBytes(text: string): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= longestAddress) return text
  let end = longestAddress
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes
    .toString('utf8', 0, end)
    .replace(/%[\da-f]?$/i, '')
    .replace(halfCharacter, '')
}
