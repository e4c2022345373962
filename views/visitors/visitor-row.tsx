import type { Say } from '#src/texts/index.ts'
import type { Present } from '#src/visitors/index.ts'
import { keywordWords, pageWords, sourceWords, visitorName, visitorPlace, visitorType } from '#views/desk/index.ts'
import { Avatar, Button, Cell, Dot, Duration, type Face, LinkButton, type Moment, Name, Time, VisitorSquare, Wait } from '#views/ui/index.ts'

export type ListedVisitor = Omit<Present, 'agentId' | 'agentName'> & { site: string; agent: Face | null }

type RowProps = { visitor: ListedVisitor; say: Say; moment: Moment }

/** Who has come within this time tints. */
const freshFor = 3_000

/** One visitor: a row of the table, and three lines on a phone (the first cell carries all of them). */
export function VisitorRow({ visitor, say, moment }: RowProps) {
  const { id, state, pages, startedAt, address, placeText, conversationId } = visitor
  return (
    <tr id={`v${id}`} class={moment.now - startedAt < freshFor ? 'arrived' : null} data-state={state}>
      <Cell>
        <Who {...{ visitor, say, moment }} />
      </Cell>
      <Cell title={placeText ?? undefined}>{placeOf(visitor, say) ?? <span class="dim">{say('common.unknown')}</span>}</Cell>
      <Cell dim title={address}>
        <span class="num">{address}</span>
      </Cell>
      <Cell>
        <SourceWords visitor={visitor} say={say} />
      </Cell>
      <Cell>
        <PageLink visitor={visitor} say={say} />
      </Cell>
      <Cell end>{pages}</Cell>
      <Cell end dim>
        <Time at={startedAt} moment={moment} say={say} />
      </Cell>
      <Cell end>
        <Stay visitor={visitor} now={moment.now} />
      </Cell>
      <Cell>
        <State {...{ visitor, say, moment }} />
      </Cell>
      <Cell acts>{conversationId === null ? null : <Acts id={conversationId} state={state} say={say} />}</Cell>
    </tr>
  )
}

export function nameOf({ name, number, place }: Pick<ListedVisitor, 'name' | 'number' | 'place'>, say: Say): string {
  return visitorName({ visitorName: name, number, country: place?.country ?? null, region: place?.region ?? null, city: place?.city ?? null }, say)
}

/** The short name; the whole one is its title. */
function placeOf({ place }: ListedVisitor, say: Say): string | null {
  return place && visitorPlace(place, say, 'short')
}

function Who({ visitor, say, moment }: RowProps) {
  const name = nameOf(visitor, say)
  return (
    <div class="who">
      <VisitorSquare type={visitorType(visitor)} size={22} say={say} />
      <a class="cut" href={`/visitors/${visitor.id}`} title={name} data-visitor="">
        <bdi dir="auto">{name}</bdi>
      </a>
      <span class="line-2 cut" aria-hidden="true">
        <bdi dir="auto">{pageWords(visitor)}</bdi>
      </span>
      <span class="line-3 cut" aria-hidden="true">
        {visitor.state === 'browsing' ? null : <State {...{ visitor, say, moment }} />}
        <span class="cut">{placeOf(visitor, say) ?? say('common.unknown')}</span>
        <span class="cut">{sourceWords({ ...visitor.source, referrer: visitor.source.referrerHost }, say)}</span>
        <span>{say('visitors.pages', { n: visitor.pages })}</span>
        <Stay visitor={visitor} now={moment.now} />
      </span>
    </div>
  )
}

function SourceWords({ visitor: { source }, say }: Pick<RowProps, 'visitor' | 'say'>) {
  const words = sourceWords({ ...source, referrer: source.referrerHost }, say)
  const keyword = keywordWords(source, say)
  return (
    <span class="source">
      <Name text={words} />
      {keyword === null ? null : <Name text={keyword} kind="dim" />}
    </span>
  )
}

/** The page by its title; the whole address, where they came in and the site are told to who asks for more. */
function PageLink({ visitor, say }: Pick<RowProps, 'visitor' | 'say'>) {
  const { url, landing, site } = visitor
  const more = [pageWords(visitor), url, ...(landing === url ? [] : [say('visitors.landing', { page: landing })]), say('visitors.on_site', { site })]
  return (
    <a class="page-link" href={url} title={more.join('\n')} target="_blank" rel="noopener noreferrer nofollow ugc">
      <bdi dir="auto">{pageWords(visitor)}</bdi>
    </a>
  )
}

/** Counts on while a page is in view. */
function Stay({ visitor: { looked, lookingSince }, now }: { visitor: ListedVisitor; now: number }) {
  return lookingSince === null ? <Duration ms={looked} /> : <Duration since={lookingSince - looked} now={now} />
}

function State({ visitor, say, moment }: RowProps) {
  const { state, waitingSince, startedAt, agent, lookingSince } = visitor
  if (state === 'waiting') return <Wait since={waitingSince ?? startedAt} now={moment.now} say={say} />
  if (state === 'talking') {
    return (
      <span class="state" title={agent ? say('visitors.state.talking_with', { name: agent.name }) : undefined}>
        {agent ? <Avatar person={agent} size={20} titled /> : null}
        {say('visitors.state.talking')}
      </span>
    )
  }
  const isHidden = state === 'browsing' && lookingSince === null
  return (
    <span class="state dim" title={isHidden ? say('visitors.state.hidden') : undefined}>
      <Dot tone={state === 'left' || isHidden ? undefined : 'live'} />
      {say(state === 'left' ? 'visitors.state.left' : 'visitors.state.browsing')}
    </span>
  )
}

/** 接待 leads straight into the conversation; 查看 reads along. */
function Acts({ id, state, say }: { id: number; state: ListedVisitor['state']; say: Say }) {
  if (state !== 'waiting') {
    return (
      <LinkButton kind="ghost" size="small" href={`/conversations/${id}`}>
        {say('visitors.view')}
      </LinkButton>
    )
  }
  const address = `/conversations/${id}/acceptance`
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" kind="soft" size="small">
        {say('desk.accept')}
      </Button>
    </form>
  )
}
