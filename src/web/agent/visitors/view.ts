import type { House } from '#src/house.ts'
import { can } from '#src/people/index.ts'
import { isLanguage, type Language } from '#src/texts/index.ts'
import { presentStates, type SortKey, sortKeys } from '#src/visitors/index.ts'
import { type ListState, pageSize, usualState } from '#views/visitors/index.ts'
import type { At } from '../guard.ts'
import { momentOf } from '../shell.tsx'

/** Everything that a visitor list depends on. Tabs with equal views share one rendering. */
export type VisitorsListView = { state: ListState; language: Language; zone: string; manages: boolean }

export function viewFor(house: House, { agent, say }: At, state: ListState): VisitorsListView {
  return { state, language: say.language, zone: momentOf(house, agent).zone, manages: can(agent, 'sites') }
}

export function keyOf(view: VisitorsListView): string {
  return JSON.stringify(view)
}

/** Keys are only made by `keyOf`. */
export function viewFrom(key: string): VisitorsListView {
  return JSON.parse(key) as VisitorsListView
}

const longestText = 100
/** More rows than this are a page that nobody reads. */
const mostRows = 500

/** The state in an address. What cannot be is as usual: an old bookmark still opens the list. */
export function stateFrom(said: URLSearchParams): ListState {
  const show = said.get('show')
  const site = Number(said.get('site') ?? '')
  const rows = Number(said.get('rows') ?? '')
  return {
    show: presentStates.find((state) => state === show) ?? usualState.show,
    site: Number.isSafeInteger(site) && site > 0 ? site : null,
    text: (said.get('q') ?? '').trim().slice(0, longestText),
    sort: sortFrom(said.get('sort') ?? ''),
    rows: rows > pageSize && rows % pageSize === 0 ? Math.min(rows, mostRows) : pageSize
  }
}

function sortFrom(word: string): ListState['sort'] {
  const down = word.startsWith('-')
  const by: SortKey | undefined = sortKeys.find((key) => key === (down ? word.slice(1) : word))
  return by ? { by, down } : usualState.sort
}

/** One visitor's card, as somebody reads it. */
export type CardView = { guest: number; person: number; language: Language; zone: string }

export function cardViewFor(house: House, { agent, say }: At, guest: number): CardView {
  return { guest, person: agent.id, language: say.language, zone: momentOf(house, agent).zone }
}

export function cardKey({ guest, person, language, zone }: CardView): string {
  return JSON.stringify([guest, person, language, zone])
}

export function cardViewFrom(key: string): CardView {
  const [guest, person, language, zone] = JSON.parse(key) as [number, number, unknown, string]
  return { guest, person, language: isLanguage(language) ? language : 'zh-CN', zone }
}
