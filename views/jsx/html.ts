/**
 * Markup that may be sent as it is. Only the JSX runtime and `raw` make one; every other value that
 * meets markup is text and gets escaped.
 */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup
  }
}

export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[]

const dangerous = /[&<>"']/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as markup that shows it literally, safe between tags and inside quoted attributes. */
export function escapeText(text: string): string {
  return dangerous.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text
}

/** The only way round escaping. Every call site is on the reviewed list of tests/escaping.test.ts. */
export function raw(markup: string): Html {
  return new Html(markup)
}

/** Children as markup: strings escaped, lists joined, nothing for null, undefined and booleans. Throws on any other object. */
export function markupOf(child: Child): string {
  if (typeof child === 'string') return escapeText(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (child instanceof Html) return child.markup
  if (Array.isArray(child)) return child.map(markupOf).join('')
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  throw new TypeError(`A view was given ${typeof child === 'object' ? 'an object' : `a ${typeof child}`} where text or markup belongs`)
}
