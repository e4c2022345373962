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
/** What a door answers and what the socket pushes travel apart: the answer gets this long to arrive first, ms. */
const answerTakes = 400
/** After a view that took 1 ms the loop belongs to others for this many: all lists together never take more than a fifth of it. */
const restFactor = 4

type Known = LiveList & { changes: number; renderedAt: Map<string, number> }
/** What a tab's page holds of a list, as of how many changes; nothing is pushed before `from`. */
type Page = { view: string; shown: Shown | null; changes: number; from: number }
type View = { list: Known; key: string; tabs: { tab: Tab; page: Page }[]; due: number }

/** Renders each view once for all tabs that show it, at most twice a second, one view per turn of the loop, and never what nobody shows. */
export function createLiveLists({ tabs, push, clock, later }: LiveListsNeeds): LiveLists {
  const lists = new Map<string, Known>()
  const pages = new WeakMap<Tab, Map<string, Page>>()
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
    const views = staleViews()
    const next = views.reduce<View | undefined>((first, view) => (first && first.due <= view.due ? first : view), undefined)
    if (!next) return
    const began = clock()
    if (next.due > began) {
      plan(next.due - began)
      return
    }
    try {
      render(next)
    } finally {
      restUntil = clock() + (clock() - began) * restFactor
      plan(0)
    }
  }

  /** The views of which some page holds an older state. What is not shown any more is forgotten. */
  function staleViews(): View[] {
    const shown = new Map([...lists.values()].map((list) => [list, new Map<string, View>()]))
    for (const tab of tabs()) {
      if (tab.socket === null) continue
      for (const [region, key] of tab.views) collect(shown, tab, lists.get(region), key)
    }
    for (const [{ renderedAt }, views] of shown) for (const key of renderedAt.keys()) if (!views.has(key)) renderedAt.delete(key)
    return [...shown.values()].flatMap((views) => [...views.values()]).filter((view) => view.due < Number.POSITIVE_INFINITY)
  }

  function collect(shown: Map<Known, Map<string, View>>, tab: Tab, list: Known | undefined, key: string): void {
    const views = list && shown.get(list)
    if (!views) return
    const page = pageOf(tab, list.region, key)
    const view = views.get(key) ?? { list, key, tabs: [], due: Number.POSITIVE_INFINITY }
    views.set(key, view)
    view.tabs.push({ tab, page })
    if (page.changes < list.changes) view.due = Math.min(view.due, Math.max(page.from, (list.renderedAt.get(key) ?? Number.NEGATIVE_INFINITY) + refreshEvery))
  }

  function render({ list, key, tabs: showing }: View): void {
    const now = clock()
    const ready = showing.filter(({ page }) => page.from <= now)
    list.renderedAt.set(key, now)
    // First, so that a view that cannot be drawn is tried again after the next change and not for ever.
    for (const { tab, page } of ready) hold(tab, list.region, { ...page, changes: list.changes })
    const content = list.contentOf(key)
    const shown = shownOf(content)
    const fragments = new Map<Shown | null, string | null>()
    for (const { tab, page } of ready) {
      if (!fragments.has(page.shown)) fragments.set(page.shown, difference(list.place, page.shown, content, shown))
      const fragment = fragments.get(page.shown) ?? null
      hold(tab, list.region, { ...page, shown, changes: list.changes })
      if (fragment !== null) push(tab, fragment)
    }
  }

  function pageOf(tab: Tab, region: string, view: string): Page {
    const page = pages.get(tab)?.get(region)
    return page?.view === view ? page : { view, shown: null, changes: 0, from: Number.NEGATIVE_INFINITY }
  }

  function hold(tab: Tab, region: string, page: Page): void {
    const held = pages.get(tab) ?? new Map<string, Page>()
    pages.set(tab, held.set(region, page))
  }

  return {
    add: (list) => void lists.set(list.region, { ...list, changes: 0, renderedAt: new Map() }),
    touch(region) {
      const list = lists.get(region)
      if (!list) return
      list.changes++
      plan(gatherFor)
    },
    give(tab, region, view, content) {
      tab.views.set(region, view)
      hold(tab, region, { view, shown: shownOf(content), changes: lists.get(region)?.changes ?? 0, from: clock() + answerTakes })
    },
    take(tab, region) {
      tab.views.delete(region)
      pages.get(tab)?.delete(region)
    }
  }
}
