import type { Language } from '#src/texts/index.ts'
import { somePersona } from '../audience/persona.ts'
import type { Chance } from '../chance.ts'
import { shops } from '../shop.ts'
import { pastTalks, type Talk } from '../talks/index.ts'
import { firstAnswer, type PastChat, tellChat, tellDraft, tempo } from './chat.ts'
import type { Hired } from './company.ts'
import { minute, someTime } from './hours.ts'
import { metBefore, newcomer, type PastVisit, someWalk, type Telling, tellVisit } from './visit.ts'

/** A talk that goes on when the demo begins: with whom it is, and who spoke last. */
type Going = { language: Language; colleague: string | null; last: 'visitor' | 'agent'; draft?: true }

/** Three wait; everybody who may sign in finds something of their own. */
const going: readonly Going[] = [
  { language: 'zh-CN', colleague: null, last: 'visitor' },
  { language: 'en', colleague: null, last: 'visitor' },
  { language: 'zh-CN', colleague: null, last: 'visitor' },
  { language: 'zh-CN', colleague: '陈屿', last: 'visitor', draft: true },
  { language: 'zh-CN', colleague: '陈屿', last: 'visitor' },
  { language: 'en', colleague: '陈屿', last: 'visitor' },
  { language: 'zh-CN', colleague: '许知远', last: 'visitor', draft: true },
  { language: 'zh-CN', colleague: '许知远', last: 'agent' },
  { language: 'zh-CN', colleague: '周宁', last: 'visitor' },
  { language: 'zh-CN', colleague: '周宁', last: 'agent' },
  { language: 'zh-TW', colleague: '林采薇', last: 'visitor' },
  { language: 'en', colleague: 'Emily Carter', last: 'visitor' },
  { language: 'en', colleague: 'Emily Carter', last: 'agent' }
]

/** Somebody who is on the site as the demo begins, and what they were talking of. */
export type Present = { visit: PastVisit; chat: PastChat | null }

/** Tells all talks: those that are going on now, and those that ended in the last four weeks. */
export function tellTalks(telling: Telling, staff: readonly Hired[]): Present[] {
  const { chance } = telling
  const talks: Record<Language, Talk[]> = { 'zh-CN': chance.shuffled(pastTalks['zh-CN']), 'zh-TW': [...pastTalks['zh-TW']], en: chance.shuffled(pastTalks.en) }
  const take = (language: Language, least: number): Talk => {
    const at = talks[language].findIndex(({ lines }) => lines.length >= least)
    const [talk] = talks[language].splice(Math.max(at, 0), 1)
    if (!talk) throw new Error(`no talk is left in ${language}`)
    return talk
  }

  const present = going.map((one, n) => tellGoing(telling, staff, one, take(one.language, one.colleague === null ? 5 : 7), n))
  const ended = Object.entries(talks).flatMap(([language, some]) => some.map((talk) => ({ language: language as Language, talk })))
  for (const [n, { language, talk }] of chance.shuffled(ended).entries()) tellEnded(telling, staff, language, talk, 0.4 + (n / ended.length) * 27)
  return present
}

function tellGoing(telling: Telling, staff: readonly Hired[], one: Going, talk: Talk, n: number): Present {
  const { chance, now } = telling
  const colleague = staff.find(({ nickname }) => nickname === one.colleague) ?? staff[0]
  if (!colleague) throw new Error('nobody works here')
  const lines = one.colleague === null ? firstAnswer(talk) : cutAfter(talk, one.last)
  const moments = tempo(chance, talk)
  const at = now - (moments[lines - 1] ?? 0) - chance.between(0.2, 0.9) * minute * (one.colleague === null ? n + 1 : 1)
  const known = metBefore(telling, newcomer(somePersona(chance, one.language, talk.places)), at)
  const walk = someWalk(chance, known.persona, chance.whole(2, 4))
  const before = walk.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0)
  const staying = walk.map((look, step) => (step === walk.length - 1 ? { ...look, ms: 60 * minute } : look))
  const visit = tellVisit(telling, known, at - before - chance.between(15_000, 50_000), staying)
  const chat = tellChat(telling, visit, { talk, order: someOrder(chance, at), colleague, at, moments, lines, closes: false })
  if (one.draft) tellDraft(telling, chat, colleague)
  return { visit, chat }
}

/** Where a talk can pause: after somebody's words, with an answer yet to come. */
function cutAfter(talk: Talk, last: 'visitor' | 'agent'): number {
  const cuts = talk.lines.flatMap((line, n) => (n >= 2 && line.by === last && talk.lines[n + 1] && talk.lines[n + 1]?.by !== last ? [n + 1] : []))
  return cuts[0] ?? firstAnswer(talk) + 1
}

function tellEnded(telling: Telling, staff: readonly Hired[], language: Language, talk: Talk, daysAgo: number): void {
  const { chance, now } = telling
  const moments = tempo(chance, talk)
  const length = (moments.at(-1) ?? 0) + 8 * minute
  const persona = somePersona(chance, language, talk.places)
  const at = someTime(chance, now - length, daysAgo, shops[persona.shop].timeZone, 'work')
  const known = metBefore(telling, newcomer(persona), at)
  const walk = someWalk(chance, known.persona, chance.whole(1, 3)).map((look, n, all) => (n === all.length - 1 ? { ...look, ms: length } : look))
  const before = walk.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0)
  const visit = tellVisit(telling, known, at - before - chance.between(10_000, 60_000), [...walk, ...someWalk(chance, known.persona, 2).slice(1)])
  const colleague = answering(chance, staff, language, talk)
  tellChat(telling, visit, { talk, order: someOrder(chance, at), colleague, at, moments, lines: talk.lines.length, closes: true })
}

/** Who is called by name answers; who is spoken of does not. */
function answering(chance: Chance, staff: readonly Hired[], language: Language, talk: Talk): Hired {
  const names = (by: 'visitor' | 'agent', { nickname }: Hired) =>
    talk.lines.some((line) => line.by === by && line.text.includes(nickname.split(' ')[0] ?? nickname))
  const able = staff.filter((colleague) => colleague.speaks.includes(language) && !names('agent', colleague))
  return able.find((colleague) => names('visitor', colleague)) ?? chance.weighted(able.map((colleague) => ({ ...colleague, weight: colleague.plays ? 4 : 1 })))
}

/** As the shop counts them: the day, and a number within it. */
export function someOrder(chance: Chance, at: number): string {
  const date = new Date(at - 24 * 60 * minute).toISOString().slice(0, 10).replaceAll('-', '')
  return `${date}-${String(chance.whole(1, 60)).padStart(4, '0')}`
}
