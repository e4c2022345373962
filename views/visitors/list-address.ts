import type { PresentState, SortKey } from '#src/visitors/index.ts'

/** What the list shows: the whole of it stands in the page's address. */
export type ListState = {
  show: 'here' | PresentState
  site: number | null
  text: string
  sort: { by: SortKey; down: boolean }
  /** How many rows. */
  rows: number
}

export const pageSize = 50
export const usualState: ListState = { show: 'here', site: null, text: '', sort: { by: 'queue', down: true }, rows: pageSize }

/** The address of a state, with what is not as usual: `/visitors?show=waiting&sort=-pages`. */
export function listAddress(state: ListState, path = '/visitors'): string {
  const { show, site, text, sort, rows } = state
  const said = new URLSearchParams()
  if (show !== usualState.show) said.set('show', show)
  if (site !== null) said.set('site', String(site))
  if (text !== '') said.set('q', text)
  if (!isUsualOrder(sort)) said.set('sort', orderWord(sort))
  if (rows !== pageSize) said.set('rows', String(rows))
  return said.size === 0 ? path : `${path}?${said}`
}

/** `-pages`: most pages first. */
export function orderWord({ by, down }: ListState['sort']): string {
  return down ? `-${by}` : by
}

export function isUsualOrder({ by, down }: ListState['sort']): boolean {
  return by === usualState.sort.by && down === usualState.sort.down
}

/** What a click on a column's head leads to: first the useful way round (words upwards, numbers and times downwards), then the other. */
export function sortedBy(state: ListState, by: SortKey): ListState {
  const first = !upwardsFirst.has(by)
  return { ...state, sort: { by, down: state.sort.by === by ? !state.sort.down : first } }
}

const upwardsFirst = new Set<SortKey>(['name', 'place', 'address', 'source', 'page', 'state'])
