import { cardOfGuest } from '#src/conversations/index.ts'
import type { Place } from '#src/geo/index.ts'
import type { House } from '#src/house.ts'
import { type Person, portraits } from '#src/people/index.ts'
import { codeLine, type Site, sightings, siteById, sites } from '#src/sites/index.ts'
import { type Language, say } from '#src/texts/index.ts'
import { type Guest, type Present, presentVisitors, type Source, stateOf, type Wording } from '#src/visitors/index.ts'
import { sourceWords } from '#views/desk/index.ts'
import { type GuestCard, type ListedVisitor, nameOf, type UnseenSite, type VisitorsContent } from '#views/visitors/index.ts'
import { pictureAddress } from '../../visitor/team.ts'
import type { CardView, VisitorsListView } from './view.ts'

/** What a view of the list shows at this moment. */
export function visitorsContent(house: House, { state, language, zone, manages }: VisitorsListView): VisitorsContent {
  const { core, presence } = house
  const moment = { now: core.now(), zone }
  const { show, site, text, sort, rows: limit } = state
  const states = show === 'here' ? [] : [show]
  const { rows, total, present, counts } = presentVisitors(
    presence,
    { site, states, text, sort, limit, offset: 0, language, wording: wordings[language] },
    moment.now
  )
  const all = sites(core)
  return {
    state,
    visitors: listed(house, rows, all),
    total,
    present,
    counts,
    sites: all,
    unseen: total === 0 ? unseenSite(house, all) : null,
    manages,
    moment,
    say: say(language)
  }
}

/** The list's words in a language, so that one finds and orders what one sees. */
const wordings: Record<Language, Wording> = { en: wordingIn('en'), 'zh-CN': wordingIn('zh-CN'), 'zh-TW': wordingIn('zh-TW') }

/** Twenty thousand visitors share a few hundred sources and places: each is said once. */
function wordingIn(language: Language): Wording {
  const voice = say(language)
  const source = once((key) => {
    const [kind, engine, referrer] = JSON.parse(key) as [Source['kind'], string | null, string | null]
    return sourceWords({ kind, engine, referrer }, voice)
  })
  const aroundNumber = once((place) => nameOf({ name: null, number: mark, place: place === '' ? null : (JSON.parse(place) as Place) }, voice))
  return {
    source: ({ kind, engine, referrerHost }) => source(JSON.stringify([kind, engine, referrerHost])),
    name: ({ name, number, place }) => name ?? aroundNumber(place === null ? '' : JSON.stringify(place)).replace(mark, number)
  }
}

const mark = '\u0001'
const mostSaid = 2_000

function once(say: (key: string) => string): (key: string) => string {
  const said = new Map<string, string>()
  return (key) => {
    const known = said.get(key)
    if (known !== undefined) return known
    if (said.size >= mostSaid) said.clear()
    const made = say(key)
    said.set(key, made)
    return made
  }
}

function listed({ core }: House, rows: readonly Present[], all: readonly Site[]): ListedVisitor[] {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const faces = rows.some((row) => row.agentId !== null) ? portraits(core) : new Map<number, string>()
  return rows.map(({ agentId, agentName, ...row }) => ({
    ...row,
    site: names.get(row.siteId) ?? '',
    agent: agentId === null ? null : { id: agentId, name: agentName ?? '', picture: pictureAddress(faces.get(agentId) ?? null) }
  }))
}

/** A site that has never been heard of from its pages: the code line is missing. */
function unseenSite({ core, publicUrl }: House, all: readonly Site[]): UnseenSite | null {
  const site = all.find(({ id }) => sightings(core, id).length === 0)
  const address = publicUrl()
  return site && address !== null ? { id: site.id, name: site.name, code: codeLine(address, site.key) } : null
}

/** One visitor's card from memory. */
export function guestContent({ core }: House, guest: Guest, agent: Person, { language, zone }: Pick<CardView, 'language' | 'zone'>): GuestCard {
  const moment = { now: core.now(), zone }
  const isHere = stateOf(guest, moment.now) !== 'left'
  const talk = guest.talk === null ? null : { conversation: guest.talk.conversation, waiting: guest.talk.state === 'waiting' && isHere }
  return { id: guest.id, card: cardOfGuest(core, guest, agent), site: siteById(core, guest.siteId).name, talk, moment, say: say(language) }
}
