import type { Language } from '#src/texts/index.ts'
import { comingBack, somePersona } from '../audience/persona.ts'
import type { Past } from '../past/index.ts'
import { someOrder } from '../past/talkers.ts'
import { presentTalks, type Talk } from '../talks/index.ts'
import { playColleagues } from './colleagues.ts'
import { beginTalk, type LiveTalk } from './live-talk.ts'
import type { Stage } from './stage.ts'
import { createVisitor, type Leaving, type Visitor } from './visitor.ts'

export type Crowd = { /** How many are there at a time, about. */ size: number }

const minute = 60_000
/** Talks at a time, and how many of them may still wait for somebody. */
const mostTalks = 11
const mostWaiting = 3
/** Who may come back with the token of an earlier visit. */
const mostKnown = 400

/** The street before the shop: people come and go so that about `size` are there, and now and then one of them asks something. */
export function openStreet(stage: Stage, past: Past, { size }: Crowd): { count(): number } {
  const { chance, house } = stage
  const here = new Set<Visitor>()
  const known = past.known.map(({ persona, token }) => ({ persona: comingBack(chance, persona), token: token as string | null }))
  const bags: Record<Language, Talk[]> = { 'zh-CN': [], 'zh-TW': [], en: [] }
  stage.atEnd(() => {
    for (const visitor of here) visitor.leave()
  })

  function welcomeThosePresent(): void {
    for (const { visit, chat } of past.present) {
      const { persona, token } = visit.known
      const talk = chat && beginTalk(chat.talk, persona.language, chat.order, chat.lines)
      stage.later(chance.between(50, 3_500), () => {
        if (talk) letWait(talk, 2.6)
        admit(persona, token).come(visit.last, chance.whole(1, 5), talk ?? undefined)
      })
    }
  }

  function admit(persona: Visitor['persona'], token: string | null): Visitor {
    const visitor = createVisitor(stage, persona, token, left)
    here.add(visitor)
    return visitor
  }

  function left(visitor: Visitor, why: Leaving): void {
    here.delete(visitor)
    const { persona, token, talk } = visitor
    if (why === 'tired' && talk) stage.later(chance.between(3, 7) * minute, () => admit(persona, token).come(persona.landing, 2, talk))
    else if (token !== null && known.length < mostKnown) known.push({ persona: comingBack(chance, persona), token })
  }

  /** Every fourth has been there before. */
  function letCome(): void {
    if (here.size < size * chance.between(0.85, 1.15)) {
      const again = chance.happens(0.25) ? known.splice(chance.whole(0, Math.max(0, known.length - 1)), 1)[0] : undefined
      const { persona, token } = again ?? { persona: somePersona(chance), token: null }
      admit(persona, token).come(persona.landing, chance.whole(1, 6))
    }
    stage.later(chance.between(1_200, 4_500), letCome)
  }

  function letAsk(): void {
    const talks = [...here].flatMap(({ talk }) => talk ?? [])
    const waiting = [...house.presence.guests()].filter(({ talk }) => talk?.state === 'waiting').length
    if (talks.length < mostTalks && waiting < mostWaiting) {
      const shy = [...here].filter(({ talk, token }) => talk === null && token !== null)
      if (shy.length > 0) askSomething(chance.pick(shy))
    }
    stage.later(chance.between(25_000, 60_000), letAsk)
  }

  function askSomething(visitor: Visitor): void {
    const { language } = visitor.persona
    const talk = beginTalk(nextOf(language), language, someOrder(chance, house.core.now()))
    letWait(talk, 1)
    visitor.ask(talk)
  }

  /** Nobody hears the same question twice before all were asked. */
  function nextOf(language: Language): Talk {
    if (bags[language].length === 0) bags[language] = chance.shuffled(presentTalks[language])
    return bags[language].shift() ?? chance.pick(presentTalks[language])
  }

  /** People have a minute or two to take it before a colleague does. */
  function letWait(talk: LiveTalk, patience: number): void {
    stage.later(chance.between(55_000, 110_000) * patience, () => {
      talk.isUrgent = true
    })
  }

  welcomeThosePresent()
  playColleagues(stage, () => here)
  stage.later(4_000, letCome)
  stage.later(chance.between(6_000, 15_000), letAsk)
  return { count: () => here.size }
}
