import type { Say } from '#src/texts/index.ts'
import type { PresentState, SortKey } from '#src/visitors/index.ts'
import { PageHead } from '#views/layout/index.ts'
import { Dot, Filter, SearchField, SelectBox, Tabs } from '#views/ui/index.ts'
import { type ListState, listAddress, orderWord, usualState } from './list-address.ts'
import { swapsPage } from './visitors-list.tsx'

export type VisitorCounts = Record<PresentState, number>

type HeadProps = { state: ListState; present: number; counts: VisitorCounts; sites: readonly { id: number; name: string }[]; say: Say }

/** Title with how many are here, the views with their numbers, and the filters. */
export function VisitorsHead({ state, present, counts, sites, say }: HeadProps) {
  return (
    <>
      <PageHead title={say('visitors.title')} beside={<PresentCount present={present} say={say} />} />
      <div class="views">
        <ShowTabs state={state} counts={counts} say={say} />
      </div>
      <Filters state={state} sites={sites} say={say} />
    </>
  )
}

const mark = '\u0001'

/** The number stands out of its sentence. */
export function PresentCount({ present, say }: { present: number; say: Say }) {
  const [before = '', after = ''] = say('visitors.present', { count: mark, n: present }).split(mark)
  return (
    <span class="visitors-now" id="visitors-present">
      <Dot tone={present > 0 ? 'live' : undefined} />
      <span>
        {before}
        <b>{new Intl.NumberFormat(say.language).format(present)}</b>
        {after}
      </span>
    </span>
  )
}

const views: readonly ListState['show'][] = ['here', 'waiting', 'talking', 'browsing', 'left']

export function ShowTabs({ state, counts, say }: Pick<HeadProps, 'state' | 'counts' | 'say'>) {
  const tabs = views.map((show) => {
    const href = listAddress({ ...state, show, rows: usualState.rows })
    return { key: show, label: say(`visitors.show.${show}`), href, n: show === 'here' ? hereOf(counts) : counts[show], ...swapsPage(href) }
  })
  return <Tabs id="visitors-views" tabs={tabs} current={state.show} label={say('visitors.views')} />
}

function hereOf({ waiting, talking, browsing }: VisitorCounts): number {
  return waiting + talking + browsing
}

const orders: readonly ListState['sort'][] = [
  { by: 'queue', down: true },
  { by: 'entered', down: true },
  { by: 'stay', down: true },
  { by: 'pages', down: true },
  { by: 'place', down: false },
  { by: 'name', down: false }
]

/** Asks as one writes, after a short pause; a plain form without the program. On phones, which have no column heads, the order is chosen here. */
function Filters({ state, sites, say }: Pick<HeadProps, 'state' | 'sites' | 'say'>) {
  const { show, site, text, sort } = state
  return (
    <form
      class="filters"
      id="visitors-filter"
      method="get"
      action="/visitors"
      aria-label={say('visitors.search')}
      hx-get="/visitors"
      hx-trigger="input delay:250ms, submit"
      hx-target="#content"
      hx-swap="outerMorph"
    >
      <SearchField id="visitors-q" name="q" label={say('visitors.search')} value={text} shortcut="/" autocomplete="off" />
      {sites.length > 1 ? (
        <Filter
          id="visitors-site"
          name="site"
          label={say('desk.all_sites')}
          value={site === null ? null : String(site)}
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      <span class="visitors-order">
        <SelectBox
          id="visitors-sort"
          name="sort"
          aria-label={say('visitors.sort')}
          value={orderWord(sort)}
          options={ordersWith(sort).map((order) => ({ value: orderWord(order), label: orderLabel(order.by, say) }))}
        />
      </span>
      {show === usualState.show ? null : <input type="hidden" name="show" value={show} />}
    </form>
  )
}

/** A column's own order is one of the choices while it is chosen. */
function ordersWith(sort: ListState['sort']): readonly ListState['sort'][] {
  return orders.some((order) => orderWord(order) === orderWord(sort)) ? orders : [...orders, sort]
}

function orderLabel(by: SortKey, say: Say): string {
  if (by === 'queue' || by === 'entered' || by === 'stay' || by === 'pages' || by === 'place' || by === 'name') return say(`visitors.sort.${by}`)
  return by === 'visits' ? say('visitors.column.pages') : say(`visitors.column.${by}`)
}
