import type { ConversationRow } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { ListBody, ListTop } from '#views/layout/index.ts'
import { EmptyState, IconButton, ListSection, type Moment, SearchField } from '#views/ui/index.ts'
import { ClosedRow } from './inbox-row.tsx'

type ClosedProps = { rows: readonly ConversationRow[]; more: boolean; text: string; open: number | null; moment: Moment; say: Say }

/** The list column with what is over, newest first. */
export function Closed(props: ClosedProps) {
  const { text, say } = props
  return (
    <>
      <ListTop>
        <IconButton icon="chevron-left" label={say('desk.back_to_list')} href="/conversations" />
        <search class="inbox-search">
          <form
            class="inbox-filter"
            id="closed-filter"
            action="/closed"
            hx-get="/closed"
            hx-target="#closed"
            hx-swap="innerMorph"
            hx-trigger="input changed delay:300ms, submit"
            hx-sync="this:replace"
          >
            <SearchField id="closed-search" label={say('desk.search_closed')} value={text} shortcut="/" autocomplete="off" />
          </form>
        </search>
      </ListTop>
      <ListBody>
        <div id="closed" hx-get="/closed" hx-include="#closed-filter" hx-trigger="kefu:refresh from:body" hx-swap="innerMorph">
          <ClosedList {...props} />
        </div>
      </ListBody>
    </>
  )
}

/** The rows and what stands under them; also the answer to a search. */
export function ClosedList({ rows, more, text, open, moment, say }: ClosedProps) {
  return (
    <>
      <ListSection title={say('desk.closed_ones')} />
      <ul id="closed-rows" data-list="">
        <ClosedRows {...{ rows, open, moment, say }} />
      </ul>
      <div id="inbox-empty" hidden={rows.length > 0}>
        <EmptyState drawing={text === '' ? 'tea' : 'search'} title={say(text === '' ? 'desk.none_closed' : 'desk.nothing_found')}>
          {say(text === '' ? 'desk.none_closed_text' : 'desk.nothing_found_text')}
        </EmptyState>
      </div>
      <ClosedMore {...{ rows, more, text, say }} />
    </>
  )
}

export function ClosedRows({ rows, open, moment, say }: Pick<ClosedProps, 'rows' | 'open' | 'moment' | 'say'>) {
  return (
    <>
      {rows.map((row) => (
        <ClosedRow row={row} say={say} moment={moment} current={row.id === open} />
      ))}
    </>
  )
}

export function ClosedMore({ rows, more, text, say }: Pick<ClosedProps, 'rows' | 'more' | 'text' | 'say'>) {
  const last = rows.at(-1)
  if (!more || !last) return <p id="closed-more" hidden />
  const address = `/closed?${new URLSearchParams({ q: text, before: `${last.lastAt}.${last.id}` })}`
  return (
    <p class="more" id="closed-more">
      <a class="link" href={address} hx-get={address} hx-target="#closed-more" hx-swap="outerHTML">
        {say('desk.older')}
      </a>
    </p>
  )
}
