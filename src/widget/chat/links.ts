/** A stretch of a message: plain text, or a link whose text is the address itself. */
export type Part = { text: string; href: string | null }

/** Where an address ends: at spaces, quotes, backslashes, Chinese punctuation, and signs that turn or hide text. */
const address = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"'`\\，。！？；：、（）【】《》「」『』“”‘’\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gi
const longest = 2_048

/** A message's text cut into what may be clicked and what may not. Only http, https, mailto and tel; never an address with a login in it. */
export function linksIn(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (let found = address.exec(text); found; found = address.exec(text)) {
    const link = linkFrom(withoutEnd(found[0]))
    if (!link) continue
    if (found.index > from) parts.push({ text: text.slice(from, found.index), href: null })
    parts.push({ text: link.text, href: link.href })
    from = found.index + link.length
    address.lastIndex = from
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

/** A full stop or a closing bracket belongs to the sentence, unless its bracket was opened inside. */
function withoutEnd(found: string): string {
  const shorter = found.replace(/[.,;:!?]+$/, '')
  if (/\)$/.test(shorter) && !shorter.includes('(')) return withoutEnd(shorter.slice(0, -1))
  if (/\]$/.test(shorter) && !shorter.includes('[')) return withoutEnd(shorter.slice(0, -1))
  return shorter
}

function linkFrom(found: string): { text: string; href: string; length: number } | null {
  if (found.length > longest) return null
  try {
    const url = new URL(found)
    if (url.username || url.password) return null
    if (/^https?:$/.test(url.protocol)) return url.hostname ? { text: withPlainHost(found, url), href: url.href, length: found.length } : null
    return /^(mailto|tel):.+/i.test(found) ? { text: found, href: url.href, length: found.length } : null
  } catch {
    return null
  }
}

/** The host as the network knows it: letters of other alphabets that look like ours show as `xn--…`. */
function withPlainHost(found: string, url: URL): string {
  return found.replace(/^(https?:\/\/)[^/?#]*/i, `${url.protocol}//${url.host}`)
}
