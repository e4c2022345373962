import type { Person } from '#src/people/index.ts'
import type { Core } from '#src/storage/index.ts'
import { contactOf, type Guest, guestNumber, type Presence, type Source, type TrailStep, trailOf, writtenTrail } from '#src/visitors/index.ts'
import { type ConversationRow, otherConversations } from './inbox.ts'
import type { Conversation } from './types.ts'

/** What an agent sees beside a conversation: who it is, where from and how, the trail, what was said before. */
export type VisitorCard = {
  visitorId: number
  name: string | null
  email: string | null
  phone: string | null
  number: string
  firstAt: number
  visits: number
  country: string | null
  region: string | null
  city: string | null
  address: string | null
  language: string | null
  browser: string | null
  os: string | null
  device: string | null
  source: Pick<Source, 'kind' | 'engine' | 'keyword' | 'campaign'> & { referrer: string | null }
  landing: string | null
  startedAt: number | null
  /** On the site now. */
  present: boolean
  page: { url: string; title: string } | null
  /** Newest first. */
  trail: TrailStep[]
  pageCount: number
  earlier: ConversationRow[]
}

type Row = Omit<VisitorCard, 'number' | 'source' | 'present' | 'page' | 'trail' | 'earlier'> & {
  digest: Uint8Array
  visitId: number | null
  sourceKind: Source['kind'] | null
  engine: string | null
  keyword: string | null
  campaign: string | null
  referrer: string | null
}

/** The live trail while the visitor is on the site, else the one written with the visit that the conversation began in. */
export function visitorCard(core: Core, presence: Presence, conversation: Conversation, agent: Person): VisitorCard {
  const row = cardRow(core, conversation)
  const guest = presence.byVisitor(conversation.visitorId)
  const trail = guest
    ? trailOf(guest, core.now())
    : row.visitId === null
      ? []
      : writtenTrail(core, row.visitId)
          .reverse()
          .map((step) => ({ ...step, now: false, running: false }))
  const { digest, visitId: _, sourceKind, engine, keyword, campaign, referrer, ...facts } = row
  const current = trail.find((step) => step.now) ?? null
  return {
    ...facts,
    number: guestNumber(digest),
    source: { kind: sourceKind ?? 'direct', engine, keyword, campaign, referrer },
    present: current !== null,
    page: current,
    trail: trail.slice(0, 30),
    pageCount: Math.max(facts.pageCount ?? 0, guest?.pageCount ?? 0, trail.length),
    earlier: otherConversations(core, agent, conversation.visitorId, conversation.id)
  }
}

/** The same of somebody who is on the site now and may never have spoken: from memory, before there is a row. */
export function cardOfGuest(core: Core, guest: Guest, agent: Person): VisitorCard {
  const { visitorId, source, referrer, place, device, talk } = guest
  const trail = trailOf(guest, core.now())
  const contact = visitorId === null ? { email: null, phone: null } : contactOf(core, visitorId)
  return {
    visitorId: visitorId ?? 0,
    name: guest.name,
    email: contact.email,
    phone: contact.phone,
    number: guest.number,
    firstAt: guest.startedAt,
    visits: guest.visits,
    country: place?.country ?? null,
    region: place?.region ?? null,
    city: place?.city ?? null,
    address: guest.address,
    language: guest.language,
    browser: device.browser,
    os: device.os,
    device: device.device,
    source: { kind: source.kind, engine: source.engine, keyword: source.keyword, campaign: source.campaign, referrer: referrer ?? source.referrerHost },
    landing: guest.landing,
    startedAt: guest.startedAt,
    present: trail.some((step) => step.now),
    page: trail.find((step) => step.now) ?? null,
    trail: trail.slice(0, 30),
    pageCount: guest.pageCount,
    earlier: visitorId === null ? [] : otherConversations(core, agent, visitorId, talk?.conversation ?? 0)
  }
}

/** With the visit that is going on if there is one, else the one of the conversation. */
function cardRow({ db }: Core, conversation: Conversation): Row {
  const row = db
    .query<Row, [number]>(`
      select v.id as visitorId, v.name, v.email, v.phone, v.token_digest as digest, v.first_at as firstAt, v.visits, v.country, v.region, v.city,
             w.id as visitId, w.address, w.language, w.browser, w.os, w.device, w.source_kind as sourceKind, w.engine, w.keyword, w.campaign, w.referrer,
             p.url as landing, w.started_at as startedAt, w.pages as pageCount
        from visitors v
        left join visits w on w.id = (select id from visits where visitor_id = v.id order by started_at desc limit 1)
        left join pages p on p.id = w.landing_page_id
       where v.id = ?`)
    .get(conversation.visitorId)
  if (!row) throw new Error('a conversation without its visitor')
  return row
}
