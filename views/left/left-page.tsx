import type { ConversationRow } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, Shell, type ShellProps } from '#views/layout/index.ts'
import { EmptyState, type Moment, Tabs } from '#views/ui/index.ts'
import { LeftRow } from './left-row.tsx'

export type LeftView = { rows: readonly ConversationRow[]; handled: boolean; more: boolean; counts: { left: number }; moment: Moment }

type LeftPageProps = Omit<ShellProps, 'section' | 'title' | 'children'> & LeftView

/** 留言: what visitors left while nobody was there, what is not handled first. */
export function LeftPage({ rows, handled, more, counts, moment, ...shell }: LeftPageProps) {
  const { say } = shell
  return (
    <Shell {...shell} section="messages" title={say('left.title')} front="page">
      <Pane head={<LeftHead handled={handled} counts={counts} say={say} />}>
        <div id="left" hx-get={addressOf(handled)} hx-trigger="kefu:refresh from:body, kefu:stale delay:300ms" hx-swap="innerMorph">
          <LeftList {...{ rows, handled, more, moment, say }} />
        </div>
      </Pane>
    </Shell>
  )
}

function LeftHead({ handled, counts, say }: Pick<LeftView, 'handled' | 'counts'> & { say: Say }) {
  return (
    <>
      <PageHead title={say('left.title')} />
      <div class="views">
        <LeftTabs handled={handled} n={counts.left} say={say} />
      </div>
    </>
  )
}

/** Pushed anew when the number changes. */
export function LeftTabs({ handled, n, say }: { handled: boolean; n: number; say: Say }) {
  const tabs = [
    { key: 'open', label: say('left.open'), href: addressOf(false), n },
    { key: 'handled', label: say('left.handled'), href: addressOf(true) }
  ]
  return <Tabs id="left-tabs" tabs={tabs} current={handled ? 'handled' : 'open'} label={say('left.title')} />
}

export function addressOf(handled: boolean): string {
  return handled ? '/left-messages?handled=1' : '/left-messages'
}

/** The rows and what stands under them; also the whole answer when a tab asks again. */
export function LeftList({ rows, handled, more, moment, say }: Omit<LeftView, 'counts'> & { say: Say }) {
  return (
    <>
      <ul id="left-rows" data-list="">
        <LeftRows {...{ rows, handled, moment, say }} />
      </ul>
      <div id="inbox-empty" hidden={rows.length > 0}>
        <EmptyState drawing="letter" title={say(handled ? 'left.none_handled' : 'left.none')}>
          {say(handled ? 'left.none_handled_text' : 'left.none_text')}
        </EmptyState>
      </div>
      <LeftMore rows={rows} handled={handled} more={more} say={say} />
    </>
  )
}

export function LeftRows({ rows, handled, moment, say }: Pick<LeftView, 'rows' | 'handled' | 'moment'> & { say: Say }) {
  return (
    <>
      {rows.map((row) => (
        <LeftRow row={row} handled={handled} moment={moment} say={say} />
      ))}
    </>
  )
}

/** The way to older ones, from the last row that is shown. */
export function LeftMore({ rows, handled, more, say }: Pick<LeftView, 'rows' | 'handled' | 'more'> & { say: Say }) {
  const last = rows.at(-1)
  if (!more || !last) return <p id="left-more" hidden />
  const address = `${addressOf(handled)}${handled ? '&' : '?'}before=${last.lastAt}.${last.id}`
  return (
    <p class="more" id="left-more">
      <a class="link" href={address} hx-get={address} hx-target="#left-more" hx-swap="outerHTML">
        {say('desk.older')}
      </a>
    </p>
  )
}
