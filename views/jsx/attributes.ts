import { escapeText, Html } from './html.ts'

const names = /^[a-zA-Z_][a-zA-Z0-9_.:-]*$/
const refused = /^(on|hx-on|data-hx-|style$|srcdoc$|xmlns|hx-vals$|hx-vars|innerhtml)/i
const addresses = /^(href|src|action|formaction|poster|data|cite|background|xlink:href|hx-(get|post|put|patch|delete|push-url|replace-url|ws:connect))$/i
const schemes = /^(https?|mailto|tel|wss?):/i

/**
 * One attribute as markup, with its leading space; nothing for null, undefined and false.
 * Throws on names that could run code (`on…`, `hx-on…`, `style`, `srcdoc`): a view never needs them.
 * An address whose scheme is not http, https, mailto, tel or ws is left out: it may come from a stranger.
 */
export function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (!names.test(name) || refused.test(name)) throw new TypeError(`A view may not write the attribute ${JSON.stringify(name)}`)
  if (value === true) return ` ${name}`
  if (value instanceof Html) throw new TypeError(`Markup cannot stand in the attribute ${name}`)
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint')
    throw new TypeError(`The attribute ${name} was given ${typeof value}`)
  const text = String(value)
  if (addresses.test(name) && !isSafeAddress(text)) return ''
  return ` ${name}="${escapeText(text)}"`
}

/** Whether an address is relative or has a scheme that only opens pages, mail or calls. Browsers ignore tabs, line ends and leading control characters in it, so these go first. */
export function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what browsers skip
  const seen = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
  return schemes.test(seen) || !/^[^/?#]*:/.test(seen)
}
