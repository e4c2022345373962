import { placeName } from '#src/geo/index.ts'
import type { Language } from '#src/texts/index.ts'
import { currentStep, type Guest } from './guest.ts'

/** What the list calls things: the rooms know no sentences, so whoever shows the list says them, the same for each language. */
export type Wording = { source(source: Guest['source']): string; name(guest: Guest): string }

/** The columns that are ordered as words. */
export type WordColumn = 'name' | 'place' | 'source' | 'title'

/** What a list shows of a guest in one of the columns; the number behind an unnamed guest's place stands apart. */
export function wordsOf(guest: Guest, column: WordColumn, language: Language, wording?: Wording): string {
  if (column === 'title') return currentStep(guest)?.title ?? ''
  if (column === 'source') return sourceOf(guest, wording)
  const place = placeName(guest.place, language) ?? ''
  return column === 'name' ? (guest.name ?? place) : place
}

function sourceOf({ source }: Guest, wording?: Wording): string {
  const said = wording?.source(source) ?? source.engine ?? source.referrerHost ?? source.kind
  return source.keyword === null ? said : `${said} ${source.keyword}`
}

/** Words to look for, as `matches` compares them: full-width and capital letters are the same as others. */
export function termsOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean).slice(0, 8)
}

/** Whether all terms occur in what the list shows of a guest. The text is kept with the guest until something changes: 0.1 µs then, 4 µs at first. */
export function matches(guest: Guest, terms: readonly string[], language: Language, wording?: Wording): boolean {
  const sought = guest.sought?.language === language ? guest.sought.text : keepSought(guest, language, wording)
  for (const term of terms) if (!sought.includes(term)) return false
  return true
}

function keepSought(guest: Guest, language: Language, wording?: Wording): string {
  const text = folded(soughtIn(guest, language, wording))
  guest.sought = { language, text }
  return text
}

/** One line per column. */
function soughtIn(guest: Guest, language: Language, wording?: Wording): string {
  const { number, address, source } = guest
  const step = currentStep(guest)
  const name = wording?.name(guest) ?? guest.name ?? ''
  const place = placeName(guest.place, language) ?? ''
  const url = (step?.url ?? guest.landing).slice(0, 300)
  return [name, place, number, sourceOf(guest, wording), source.referrerHost ?? '', address, step?.title ?? '', url].join('\n')
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Where an address stands: neighbours together, version 4 by its number, version 6 behind it by its network (the first three groups). */
export function addressNumber(address: string): number {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256 + (Number(part) || 0), 0)
  const groups = address.split('::')[0]?.split(':') ?? []
  return [0, 1, 2].reduce((sum, n) => sum * 0x1_0000 + (Number.parseInt(groups[n] ?? '0', 16) || 0), 1)
}
