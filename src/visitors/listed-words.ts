import { placeName } from '#src/geo/index.ts'
import type { Language } from '#src/texts/index.ts'
import { currentStep, type Guest } from './guest.ts'
import type { TextOrder } from './text-order.ts'

/** What the list calls things: the rooms know no sentences, so whoever shows the list says them, the same for each language. */
export type Wording = { source(source: Guest['source']): string; name(guest: Guest): string }

/** The columns that are ordered as words. */
export type WordColumn = 'name' | 'place' | 'source' | 'title'

/** What a list shows of a guest in words, for ordering and finding. Flat, because a list walks over twenty thousand of them. */
export type ListedWords = Record<WordColumn, string> & {
  language: Language
  url: string
  /** Behind the place, where there is no name; 0 where there is one. */
  number: number
  address: number | null
  /** Where the words stand in `order`, as it was numbered then; null until somebody asks. */
  order: TextOrder | null
  generation: number
  nameRank: number | null
  placeRank: number | null
  sourceRank: number | null
  titleRank: number | null
  /** All of it, folded; made when somebody looks for something. */
  sought: string | null
  /** The same in another language. */
  next: ListedWords | null
}

export function wordsOf(guest: Guest, language: Language, wording?: Wording): ListedWords {
  for (let words = guest.words; words !== null; words = words.next) if (words.language === language) return words
  guest.words = makeWords(guest, language, wording)
  return guest.words
}

/** Where a column's words stand in an order. Made once per list, so that the loop over all guests reads one field by its name. */
export function rankerOf(column: WordColumn, order: TextOrder): (words: ListedWords) => number {
  const field = `${column}Rank` as const
  return (words) => {
    if (words.order !== order || words.generation !== order.generation()) forgetRanks(words, order)
    const known = words[field]
    if (known !== null) return known
    const rank = order.rankOf(words[column])
    words[field] = rank
    return rank
  }
}

function forgetRanks(words: ListedWords, order: TextOrder): void {
  words.order = order
  words.generation = order.generation()
  words.nameRank = null
  words.placeRank = null
  words.sourceRank = null
  words.titleRank = null
}

export function addressRank(guest: Guest, words: ListedWords): number {
  words.address ??= addressNumber(guest.address)
  return words.address
}

/** Words to look for, as `matches` compares them: full-width and capital letters are the same as others. */
export function termsOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean).slice(0, 8)
}

/** Whether all terms occur in what the list shows of a guest. */
export function matches(guest: Guest, terms: readonly string[], language: Language, wording?: Wording): boolean {
  const words = wordsOf(guest, language, wording)
  words.sought ??= folded(soughtIn(guest, words, wording))
  for (const term of terms) if (!words.sought.includes(term)) return false
  return true
}

function makeWords(guest: Guest, language: Language, wording?: Wording): ListedWords {
  const step = currentStep(guest)
  const place = placeName(guest.place, language) ?? ''
  const { source } = guest
  const said = wording?.source(source) ?? source.engine ?? source.referrerHost ?? source.kind
  return {
    language,
    name: guest.name ?? place,
    place,
    source: source.keyword === null ? said : `${said} ${source.keyword}`,
    title: step?.title ?? '',
    url: step?.url ?? guest.landing,
    number: guest.name === null ? Number(guest.number) : 0,
    address: null,
    order: null,
    generation: 0,
    nameRank: null,
    placeRank: null,
    sourceRank: null,
    titleRank: null,
    sought: null,
    next: guest.words
  }
}

/** One line per column. */
function soughtIn(guest: Guest, { place, source, title, url }: ListedWords, wording?: Wording): string {
  const name = wording?.name(guest) ?? guest.name
  return [name, place, guest.number, source, guest.source.referrerHost, guest.address, title, url.slice(0, 300)].join('\n')
}

/** Where an address stands: neighbours together, version 4 by its number, version 6 behind it by its network (the first three groups). */
function addressNumber(address: string): number {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256 + (Number(part) || 0), 0)
  const groups = address.split('::')[0]?.split(':') ?? []
  return [0, 1, 2].reduce((sum, n) => sum * 0x1_0000 + (Number.parseInt(groups[n] ?? '0', 16) || 0), 1)
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
