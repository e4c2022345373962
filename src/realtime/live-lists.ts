import type { Tab } from './hub.ts'
import { difference, type ListPlace, type Shown, shownOf, type ViewContent } from './keyed-list.ts'

/** A kind of live list. `view` is the key under which tabs show it: everything its content depends on (filters, order, language, zone, rights). */
export type LiveList = { region: string; place: ListPlace; contentOf(view: string): ViewContent }

/** The lists on agents' pages that change by themselves. */
export type LiveLists = {
  add(list: LiveList): void
  /** Something that the views of this list show may have changed. */
  touch(region: string): void
  /** The door's half: this is what the tab's page holds from now on. */
  give(tab: Tab, region: string, view: string, content: ViewContent): void
  /** The page has no place for it any more. */
  take(tab: Tab, region: string): void
}

export type LiveListsNeeds = {
  tabs(): Iterable<Tab>
  push(tab: Tab, html: string): void
  /** Milliseconds with fractions, never set back: it measures what a list costs. */
  clock(): number
  later(ms: number, work: () => void): void
}

/** A view is rendered at most this often, ms. */
export const refreshEvery = 500
/** Changes that come together are shown together, ms. */
const gatherFor = 40
/** After a view that took 1 ms the loop belongs to others for this many: all lists together never take more than a fifth of it. */
const restFactor = 4

/** A list with what was rendered of it last, by view. */
type Known = LiveList & { changes: number; rendered: Map<string, { changes: number; at: number }> }
type View = { list: Known; key: string; tabs: Tab[] }

/** Renders each view once for all tabs that show it, at most twice a second, one view per turn of the loop, and never what nobody shows. */
export function createLiveLists({ tabs, push, clock, later }: LiveListsNeeds): LiveLists {
  const lists = new Map<string, Known>()
  const pages = new WeakMap<Tab, Map<string, { view: string; shown: Shown }>>()
  let plannedAt = Number.POSITIVE_INFINITY
  let restUntil = Number.NEGATIVE_INFINITY

  function plan(ms: number): void {
    const at = Math.max(clock() + ms, restUntil)
    if (plannedAt <= at) return
    plannedAt = at
    later(at - clock(), () => {
      if (plannedAt === at) turn()
    })
  }

  function turn(): void {
    plannedAt = Number.POSITIVE_INFINITY
    const stale = staleViews()
    const next = longestAgo(stale)
    if (!next) return
    const began = clock()
    const wait = lastRenderedAt(next) + refreshEvery - began
    if (wait > 0) {
      plan(wait)
      return
    }
    try {
      render(next)
    } finally {
      restUntil = clock() + (clock() - began) * restFactor
      if (stale.length > 1) plan(0)
    }
  }

  /** What is shown and out of date. What is not shown any more is forgotten. */
  function staleViews(): View[] {
    const shown = new Map([...lists.values()].map((list) => [list, new Map<string, View>()]))
    for (const tab of tabs()) {
      if (tab.socket === null) continue
      for (const [region, key] of tab.views) collect(shown, tab, lists.get(region), key)
    }
    for (const [{ rendered }, views] of shown) for (const key of rendered.keys()) if (!views.has(key)) rendered.delete(key)
    return [...shown.values()].flatMap((views) => [...views.values()]).filter(isStale)
  }

  function collect(shown: Map<Known, Map<string, View>>, tab: Tab, list: Known | undefined, key: string): void {
    const views = list && shown.get(list)
    if (!views) return
    const view = views.get(key)
    if (view) view.tabs.push(tab)
    else views.set(key, { list, key, tabs: [tab] })
  }

  function render({ list, key, tabs: showing }: View): void {
    list.rendered.set(key, { changes: list.changes, at: clock() })
    const content = list.contentOf(key)
    const shown = shownOf(content)
    const fragments = new Map<Shown | null, string | null>()
    for (const tab of showing) {
      const before = heldBy(tab, list.region, key)
      if (!fragments.has(before)) fragments.set(before, difference(list.place, before, content, shown))
      const fragment = fragments.get(before) ?? null
      hold(tab, list.region, key, shown)
      if (fragment !== null) push(tab, fragment)
    }
  }

  function heldBy(tab: Tab, region: string, view: string): Shown | null {
    const page = pages.get(tab)?.get(region)
    return page?.view === view ? page.shown : null
  }

  function hold(tab: Tab, region: string, view: string, shown: Shown): void {
    const held = pages.get(tab) ?? new Map()
    pages.set(tab, held.set(region, { view, shown }))
  }

  return {
    add: (list) => void lists.set(list.region, { ...list, changes: 0, rendered: new Map() }),
    touch(region) {
      const list = lists.get(region)
      if (!list) return
      list.changes++
      plan(gatherFor)
    },
    give(tab, region, view, content) {
      tab.views.set(region, view)
      hold(tab, region, view, shownOf(content))
    },
    take(tab, region) {
      tab.views.delete(region)
      pages.get(tab)?.delete(region)
    }
  }
}

function isStale({ list: { changes, rendered }, key }: View): boolean {
  return (rendered.get(key)?.changes ?? 0) < changes
}

function lastRenderedAt({ list, key }: View): number {
  return list.rendered.get(key)?.at ?? Number.NEGATIVE_INFINITY
}

function longestAgo(views: readonly View[]): View | undefined {
  return views.reduce<View | undefined>((oldest, view) => (oldest && lastRenderedAt(oldest) <= lastRenderedAt(view) ? oldest : view), undefined)
}
