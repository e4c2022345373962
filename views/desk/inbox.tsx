import type { Child } from '#jsx'
import type { Inbox as InboxRows } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { ListBody, ListTop, type Me, OwnStatus, places } from '#views/layout/index.ts'
import { EmptyState, Filter, LinkButton, ListSection, type Moment, SearchField } from '#views/ui/index.ts'
import { ColleagueRow, MyRow, WaitingRow } from './inbox-row.tsx'

export type InboxFilterProps = { site: number | null; text: string; sites: readonly { id: number; name: string }[] }

type InboxProps = { rows: InboxRows; filter: InboxFilterProps; open: number | null; moment: Moment; say: Say; me: Me; fields?: Child }

/** The list column of the desk: search and filter, own status on phones, then who waits, mine, the colleagues'. */
export function Inbox({ rows, filter, open, moment, say, me, fields }: InboxProps) {
  return (
    <>
      <InboxTop filter={filter} say={say} me={me} fields={fields} />
      <ListBody>
        <div
          id="inbox"
          hx-get="/conversations/list"
          hx-include="#inbox-filter"
          hx-trigger="kefu:refresh from:body, kefu:stale delay:300ms"
          hx-swap="innerMorph"
        >
          <InboxSections rows={rows} filter={filter} open={open} moment={moment} say={say} />
        </div>
      </ListBody>
    </>
  )
}

function InboxTop({ filter, say, me, fields }: Pick<InboxProps, 'filter' | 'say' | 'me' | 'fields'>) {
  return (
    <ListTop>
      <search class="inbox-search">
        <form
          class="inbox-filter"
          id="inbox-filter"
          action={places.conversations}
          hx-get="/conversations/list"
          hx-target="#inbox"
          hx-swap="innerMorph"
          hx-trigger="input changed delay:300ms, change, submit"
          hx-sync="this:replace"
        >
          <SearchField id="inbox-search" label={say('desk.search')} value={filter.text} shortcut="/" autocomplete="off" />
          {filter.sites.length > 1 ? (
            <Filter
              id="inbox-site"
              name="site"
              label={say('desk.all_sites')}
              value={filter.site === null ? '' : String(filter.site)}
              options={siteOptions(filter)}
            />
          ) : null}
        </form>
      </search>
      <OwnStatus me={me} say={say} fields={fields} id="me-small" />
    </ListTop>
  )
}

function siteOptions({ sites }: InboxFilterProps) {
  return sites.map(({ id, name }) => ({ value: String(id), label: name }))
}

type SectionsProps = Pick<InboxProps, 'rows' | 'filter' | 'open' | 'moment' | 'say'>

/** The lists; also the whole answer when a tab asks for them again. */
export function InboxSections({ rows: { waiting, mine, others }, filter, open, moment, say }: SectionsProps) {
  const isEmpty = waiting.length + mine.length + others.length === 0
  return (
    <>
      <InboxList list="waiting" n={waiting.length} say={say}>
        {waiting.map((row, index) => (
          <WaitingRow row={row} say={say} moment={moment} current={row.id === open} first={index === 0} />
        ))}
      </InboxList>
      <InboxList list="mine" n={mine.length} say={say}>
        {mine.map((row) => (
          <MyRow row={row} say={say} moment={moment} current={row.id === open} />
        ))}
      </InboxList>
      <InboxList list="others" n={others.length} say={say}>
        {others.map((row) => (
          <ColleagueRow row={row} say={say} moment={moment} current={row.id === open} />
        ))}
      </InboxList>
      <div id="inbox-empty" hidden={!isEmpty}>
        {filter.text === '' && filter.site === null ? <NobodyYet say={say} /> : <NothingFound say={say} />}
      </div>
      <p class="conv-section" id="inbox-closed">
        <a class="link" href="/closed">
          {say('desk.closed_ones')}
        </a>
      </p>
    </>
  )
}

export type ListName = keyof InboxRows

/** One list under its heading. Rows come and go by themselves; a list without rows takes its heading along. */
function InboxList({ list, n, say, children }: { list: ListName; n: number; say: Say; children?: Child }) {
  return (
    <section id={`inbox-${list}-section`} data-section="" hidden={n === 0}>
      <InboxHeading list={list} n={n} say={say} />
      <ul id={`inbox-${list}`} data-list="">
        {children}
      </ul>
    </section>
  )
}

/** Pushed anew with its number when the list's length changes. */
export function InboxHeading({ list, n, say }: { list: ListName; n: number; say: Say }) {
  return <ListSection id={`inbox-${list}-heading`} title={say(`desk.list.${list}`)} n={n} icon={list === 'waiting' ? 'hand' : undefined} />
}

/** Before the first conversation: how to have one. */
function NobodyYet({ say }: { say: Say }) {
  return (
    <EmptyState
      drawing="tea"
      title={say('desk.nobody_yet')}
      act={
        <LinkButton href="/demo" target="_blank" rel="noopener" icon="external-link">
          {say('desk.try_demo')}
        </LinkButton>
      }
    >
      {say('desk.nobody_yet_text')}
    </EmptyState>
  )
}

function NothingFound({ say }: { say: Say }) {
  return (
    <EmptyState drawing="search" title={say('desk.nothing_found')}>
      {say('desk.nothing_found_text')}
    </EmptyState>
  )
}
