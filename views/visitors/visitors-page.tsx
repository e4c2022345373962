import type { Say } from '#src/texts/index.ts'
import { Pane, Shell, type ShellProps } from '#views/layout/index.ts'
import { Drawer, type Moment } from '#views/ui/index.ts'
import { type ListState, listAddress } from './list-address.ts'
import { NoVisitors, type UnseenSite } from './no-visitors.tsx'
import type { ListedVisitor } from './visitor-row.tsx'
import { type VisitorCounts, VisitorsHead } from './visitors-head.tsx'
import { VisitorsMore, VisitorsTable } from './visitors-list.tsx'

export type VisitorsContent = {
  state: ListState
  visitors: readonly ListedVisitor[]
  /** Whom the filters admit, of whom `visitors` are the first. */
  total: number
  present: number
  counts: VisitorCounts
  sites: readonly { id: number; name: string }[]
  unseen: UnseenSite | null
  manages: boolean
  moment: Moment
  say: Say
}

/** Who is on the sites now. */
export function VisitorsPage({ content, ...shell }: Omit<ShellProps, 'section' | 'title' | 'children'> & { content: VisitorsContent }) {
  return (
    <Shell {...shell} section="visitors" title={shell.say('visitors.title')} front="page">
      <VisitorsPane {...content} />
      <VisitorDrawer say={shell.say} />
    </Shell>
  )
}

/** What a filter, an order or a way to more of them replaces. The rows ask for themselves after every break of the connection. */
export function VisitorsPane({ state, visitors, total, present, counts, sites, unseen, manages, moment, say }: VisitorsContent) {
  const shown = visitors.length
  return (
    <Pane look="visitors" head={<VisitorsHead {...{ state, present, counts, sites, say }} />}>
      <div id="visitors-live" hx-get={listAddress(state, '/visitors/rows')} hx-trigger="kefu:refresh from:body, kefu:stale delay:300ms" hx-swap="none">
        <VisitorsTable {...{ state, visitors, say, moment }} />
        <NoVisitors {...{ state, shown, unseen, manages, say }} />
        <VisitorsMore {...{ state, shown, total, say }} />
      </div>
    </Pane>
  )
}

/** The details of one visitor, opened over the list; closing it says so, so that nothing more is sent for it. */
function VisitorDrawer({ say }: { say: Say }) {
  return (
    <Drawer id="visitor" title={say('desk.card')} say={say} hx-delete="/visitors/card" hx-trigger="close" hx-swap="none">
      <div id="visitor-card" />
    </Drawer>
  )
}
