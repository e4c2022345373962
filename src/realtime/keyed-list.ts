/*
 * A list on a page, kept up to date by what changed: rows have ids, the page's swap style `by-order` keeps, moves, inserts and removes
 * them by those. Pure: from what a page was given and what its view shows now to the one fragment that makes the difference.
 */

/** One row. Equal `look` means equal markup, so that markup is only made for rows that changed; a running time does not belong in it. */
export type KeyedRow = { id: string; look: string; html(): string }

/** What a view shows: its rows in order and what stands beside them (counts, an empty state), each an element with that id. */
export type ViewContent = { rows: readonly KeyedRow[]; beside?: readonly KeyedRow[] }

/** What a page was given. Never changed, so that all tabs of a view can share one. */
export type Shown = { order: string; looks: ReadonlyMap<string, number | bigint>; beside: ReadonlyMap<string, number | bigint> }

/** Where the rows are on the page: the id of the element around them, and what that element is (a `tr` cannot stand in a `div`). Null: there are none, only pieces. */
export type ListPlace = { id: string; tag: 'tbody' | 'ul' | 'ol' | 'div' } | null

export function shownOf({ rows, beside = [] }: ViewContent): Shown {
  return { order: rows.map((row) => row.id).join(' '), looks: looksOf(rows), beside: looksOf(beside) }
}

/** The fragment that turns a page holding `before` into one holding `now`; null when it holds that already. Without `before` everything is sent. */
export function difference(place: ListPlace, before: Shown | null, content: ViewContent, now: Shown = shownOf(content)): string | null {
  const rows = content.rows.filter((row) => before === null || before.looks.get(row.id) !== now.looks.get(row.id))
  const beside = (content.beside ?? []).filter((piece) => before === null || before.beside.get(piece.id) !== now.beside.get(piece.id))
  const isMoved = place !== null && (before === null || before.order !== now.order)
  if (!isMoved && rows.length === 0 && beside.length === 0) return null
  const list = place !== null && (isMoved || rows.length > 0) ? listPartial(place, now.order, rows) : ''
  return list + beside.map(piecePartial).join('')
}

function listPartial({ id, tag }: NonNullable<ListPlace>, order: string, rows: readonly KeyedRow[]): string {
  const inside = rows.map((row) => row.html()).join('')
  return `<hx-partial hx-target="#${id}" hx-swap="by-order"><${tag} data-order="${order}">${inside}</${tag}></hx-partial>`
}

function piecePartial(piece: KeyedRow): string {
  return `<hx-partial hx-target="#${piece.id}" hx-swap="outerMorph">${piece.html()}</hx-partial>`
}

const ids = /^[A-Za-z][\w-]*$/

/** Throws on ids that could not stand in an attribute or a selector as they are: ids are ours, never a stranger's. */
function looksOf(rows: readonly KeyedRow[]): Map<string, number | bigint> {
  const looks = new Map<string, number | bigint>()
  for (const { id, look } of rows) {
    if (!ids.test(id) || looks.has(id)) throw new Error(`not the id of one row: ${JSON.stringify(id)}`)
    looks.set(id, Bun.hash(look))
  }
  return looks
}
