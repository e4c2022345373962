import type { ConversationRow, VisitorCard } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { CardHead } from '#views/layout/index.ts'
import { CardSection, durationOf, type Fact, Facts, type Moment, Time, Trail, type TrailPage, VisitorSquare } from '#views/ui/index.ts'
import { lastWords } from './last-line.ts'
import { deviceWords, keywordWords, sourceWords } from './source-words.ts'
import { pageWords, visitorName, visitorPlace, visitorType } from './visitor-words.ts'
import { withPart } from './with-name.tsx'

type CardProps = { id: number; card: VisitorCard; site: string; moment: Moment; say: Say }

/** Beside the thread: who, where from and how, the pages, how to reach them, what was said before. Kept fresh while the visitor is on the site. */
export function VisitorCardPane({ id, card, site, moment, say }: CardProps) {
  return (
    <div id={`card-${id}`} data-card={id}>
      <CardHead title={say('desk.card')} say={say} />
      <VisitorCardBody {...{ card, site, moment, say }} />
    </div>
  )
}

/** The card without its head: also in the drawer of the visitor list. */
export function VisitorCardBody({ card, site, moment, say }: Omit<CardProps, 'id'>) {
  return (
    <>
      <Who card={card} say={say} />
      <CardSection>
        <Facts facts={whereabouts(card, site, say)} />
      </CardSection>
      <CardTrail card={card} moment={moment} say={say} />
      <Contact card={card} say={say} />
      <Earlier rows={card.earlier} moment={moment} say={say} />
    </>
  )
}

function Who({ card, say }: Pick<CardProps, 'card' | 'say'>) {
  const name = visitorName({ ...card, visitorName: card.name }, say)
  return (
    <CardSection>
      <div class="card-who">
        <VisitorSquare type={visitorType({ returning: card.visits > 1 })} size={44} say={say} />
        <div class="grow">
          <h2 class="cut" title={name}>
            <bdi dir="auto">{name}</bdi>
          </h2>
          <p class="hint">{card.visits > 1 ? say('desk.visit_number', { n: card.visits }) : say('desk.first_visit')}</p>
        </div>
      </div>
    </CardSection>
  )
}

function whereabouts(card: VisitorCard, site: string, say: Say): Fact[] {
  const keyword = keywordWords(card.source, say)
  const facts: (Fact | null)[] = [
    { name: say('desk.fact.place'), value: visitorPlace(card, say) ?? say('common.unknown') },
    { name: say('desk.fact.source'), value: sourceWords(card.source, say) },
    keyword === null ? null : { name: say('desk.fact.keyword'), value: keyword },
    card.source.campaign === null ? null : { name: say('desk.fact.campaign'), value: card.source.campaign },
    { name: say('desk.fact.device'), value: deviceWords(card, say) },
    card.address === null ? null : { name: say('desk.fact.address'), value: card.address },
    { name: say('desk.fact.site'), value: site },
    card.page === null ? null : pageFact(say('desk.fact.page'), card.page.url),
    card.landing === null ? null : pageFact(say('desk.fact.landing'), card.landing)
  ]
  return facts.filter((fact) => fact !== null)
}

function pageFact(name: string, url: string): Fact {
  const value = (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
      <bdi dir="ltr">{url.replace(/^https?:\/\//, '')}</bdi>
    </a>
  )
  return { name, value, title: url }
}

function CardTrail({ card: { trail, pageCount, startedAt, present }, moment, say }: Pick<CardProps, 'card' | 'moment' | 'say'>) {
  const total = trail.reduce((sum, step) => sum + step.seconds, 0)
  return (
    <CardSection title={say('desk.trail')} beside={trail.length > 0 ? say('desk.trail_sum', { n: pageCount, time: durationOf(total * 1000) }) : undefined}>
      {trail.length === 0 ? (
        <p class="hint">{say('desk.trail_empty')}</p>
      ) : (
        <Trail pages={trail.map((step) => trailPage(step, moment.now))} now={moment.now} say={say} />
      )}
      {startedAt !== null && !present ? (
        <p class="hint">{withPart(say, 'desk.was_here', 'time', <Time at={startedAt} moment={moment} say={say} as="exact" />)}</p>
      ) : null}
    </CardSection>
  )
}

function trailPage({ url, title, seconds, now: isCurrent, running }: VisitorCard['trail'][number], now: number): TrailPage {
  return { title: pageWords({ title, url }), href: url, dwell: seconds * 1000, since: isCurrent && running ? now : null, current: isCurrent && running }
}

/** What the visitor told of themselves. */
function Contact({ card: { name, email, phone }, say }: Pick<CardProps, 'card' | 'say'>) {
  const facts: (Fact | null)[] = [
    name === null ? null : { name: say('desk.fact.name'), value: name },
    phone === null ? null : { name: say('desk.fact.phone'), value: <Reach href={`tel:${phone}`} words={phone} />, title: phone },
    email === null ? null : { name: say('desk.fact.email'), value: <Reach href={`mailto:${email}`} words={email} />, title: email }
  ]
  const known = facts.filter((fact) => fact !== null)
  return <CardSection title={say('desk.contact')}>{known.length === 0 ? <p class="hint">{say('desk.contact_none')}</p> : <Facts facts={known} />}</CardSection>
}

function Reach({ href, words }: { href: string; words: string }) {
  return (
    <a class="link" href={href}>
      <bdi dir="ltr">{words}</bdi>
    </a>
  )
}

function Earlier({ rows, moment, say }: { rows: readonly ConversationRow[]; moment: Moment; say: Say }) {
  if (rows.length === 0) return null
  return (
    <CardSection title={say('desk.earlier')} beside={String(rows.length)}>
      <ul class="earlier">
        {rows.map((row) => (
          <li>
            <Time at={row.openedAt} moment={moment} say={say} />
            <a class="cut" href={`/conversations/${row.id}`} data-row="" title={lastWords(row, say)}>
              <bdi dir="auto">{lastWords(row, say)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
