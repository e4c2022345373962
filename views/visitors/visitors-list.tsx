import type { Say } from '#src/texts/index.ts'
import type { SortKey } from '#src/visitors/index.ts'
import { Head, LinkButton, type Moment, type Sorted, Table } from '#views/ui/index.ts'
import { type ListState, listAddress, pageSize, sortedBy } from './list-address.ts'
import { type ListedVisitor, VisitorRow } from './visitor-row.tsx'

type ListProps = { state: ListState; visitors: readonly ListedVisitor[]; say: Say; moment: Moment }

type Column = { key: SortKey; width: number | null; end?: boolean }

const columns: readonly Column[] = [
  { key: 'name', width: 204 },
  { key: 'place', width: 116 },
  { key: 'address', width: 120 },
  { key: 'source', width: 196 },
  { key: 'page', width: null },
  { key: 'pages', width: 64, end: true },
  { key: 'entered', width: 84, end: true },
  { key: 'stay', width: 76, end: true },
  { key: 'state', width: 96 }
]
const actsWidth = 88

export const rowsId = 'visitors-rows'

export function VisitorsTable({ state, visitors, say, moment }: ListProps) {
  const heads = columns.map((column) => <ColumnHead {...{ column, state, say }} />)
  return (
    <Table
      id="visitors"
      label={say('visitors.list')}
      widths={[...columns.map((column) => column.width), actsWidth]}
      head={[...heads, <Head hidden>{say('visitors.column.acts')}</Head>]}
    >
      {visitors.map((visitor) => (
        <VisitorRow {...{ visitor, say, moment }} />
      ))}
    </Table>
  )
}

function ColumnHead({ column: { key, end }, state, say }: { column: Column; state: ListState; say: Say }) {
  const href = listAddress(sortedBy(state, key))
  return (
    <Head end={end} sorted={sortedAs(state, key)} href={href} {...swapsPage(href)}>
      {say(`visitors.column.${key as Exclude<SortKey, 'queue' | 'visits'>}`)}
    </Head>
  )
}

/** The queue is the newest first but for those who wait. */
function sortedAs({ sort }: ListState, key: SortKey): Sorted {
  const by = sort.by === 'queue' ? 'entered' : sort.by
  if (by !== key) return 'none'
  return sort.down ? 'descending' : 'ascending'
}

/** A link to another state of the list: it changes the page's content and its address, and is a link without the program. */
export function swapsPage(href: string) {
  return { 'hx-get': href, 'hx-target': '#content', 'hx-swap': 'outerMorph' } as const
}

/** Under the rows: how many there are, and the way to more of them. */
export function VisitorsMore({ state, shown, total, say }: { state: ListState; shown: number; total: number; say: Say }) {
  const left = total - shown
  if (left <= 0) return <p class="more" id="visitors-more" hidden />
  const href = listAddress({ ...state, rows: state.rows + pageSize })
  return (
    <p class="more" id="visitors-more">
      <span class="hint">{say('visitors.shown', { shown, total })}</span>
      <LinkButton size="small" href={href} {...swapsPage(href)}>
        {say('visitors.more', { n: Math.min(pageSize, left) })}
      </LinkButton>
    </p>
  )
}
