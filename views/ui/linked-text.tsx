import type { Child } from '#jsx'
import { isSafeAddress } from '#jsx'

/*
 * What somebody wrote, as markup: addresses become links, line ends stay (the bubble is `pre-wrap`). Only http, https, mailto
 * and tel are ever links. The words of a link are its address, the host as the network sees it (punycode), so that a look-alike cannot hide.
 */

const longest = 2_000
const candidate = /\bhttps?:\/\/[^\s<>"'`「」『』（）【】《》，。！？；：、“”‘’\p{C}]+|\b(?:mailto:|tel:)[^\s<>"'，。！？；、\p{C}]+/giu
const trailing = /[.,;:!?…)\]}]+$/u

/** The whole of a message's text. Always inside `<bdi dir="auto">`, where htmx looks at nothing. */
export function LinkedText({ text }: { text: string }) {
  return (
    <bdi dir="auto" hx-ignore="">
      {linkedText(text)}
    </bdi>
  )
}

export function linkedText(text: string): Child[] {
  const pieces: Child[] = []
  let done = 0
  for (const match of text.matchAll(candidate)) {
    const found = withoutTail(match[0])
    const address = safeAddress(found)
    if (!address) continue
    pieces.push(text.slice(done, match.index), <OutLink {...address} />)
    done = match.index + found.length
  }
  pieces.push(text.slice(done))
  return pieces.filter((piece) => piece !== '')
}

function OutLink({ href, words }: { href: string; words: string }) {
  return (
    <a class="link" href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {words}
    </a>
  )
}

/** A full stop or bracket after an address belongs to the sentence, unless the bracket was opened inside it. */
function withoutTail(found: string): string {
  const bare = found.replace(trailing, '')
  const rest = found.slice(bare.length)
  return rest.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare
}

function safeAddress(found: string): { href: string; words: string } | null {
  if (found.length > longest || !isSafeAddress(found)) return null
  if (/^(mailto|tel):/i.test(found)) return /^(mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d\s().-]{2,30})$/i.test(found) ? { href: found, words: found } : null
  const url = URL.parse(found)
  // A name or password before the host is only ever there to deceive ("https://bank.com@evil").
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null
  const path = found.replace(/^https?:\/\/[^/?#]*/i, '')
  return { href: url.href, words: `${url.protocol}//${url.host}${path}` }
}
