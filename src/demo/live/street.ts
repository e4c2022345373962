import type { Language } from '#src/texts/index.ts'
import { comingBack, somePersona } from '../audience/persona.ts'
import type { Past } from '../past/index.ts'
import { someOrder } from '../past/talkers.ts'
import { pastTalks, presentTalks, type Talk } from '../talks/index.ts'
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
export function openStreet(stage: Stage, past: Past, { size }: Crowd): void {
  const { chance, house } = stage
  const here = new Set<Visitor>()
  const known = past.known.map(({ persona, token }) => ({ persona: comingBack(chance, persona), token: token as string | null }))
  const fresh = (language: Language) => chance.shuffled(presentTalks[language])
  const bags: Record<Language, Talk[]> = { 'zh-CN': fresh('zh-CN'), 'zh-TW': fresh('zh-TW'), en: fresh('en') }

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

  /** Every third has been there before. */
  function letCome(): void {
    if (here.size < size * chance.between(0.85, 1.15)) {
      const again = chance.happens(0.35) ? known.splice(chance.whole(0, Math.max(0, known.length - 1)), 1)[0] : undefined
      const { persona, token } = again ?? { persona: somePersona(chance), token: null }
      admit(persona, token).come(persona.landing, chance.whole(1, 6))
    }
    stage.later(chance.between(1_200, 4_500), letCome)
  }

  function letAsk(): void {
    const talks = [...here].filter(({ talk }) => talk !== null).length
    const waiting = [...house.presence.guests()].filter(({ talk }) => talk?.state === 'waiting').length
    const shy = [...here].filter(({ talk, token }) => talk === null && token !== null)
    if (talks < mostTalks && shy.length > 0) askSomething(chance.pick(shy), waiting < mostWaiting)
    stage.later(chance.between(15_000, 45_000), letAsk)
  }

  /** With few waiting it is left to people for a while; else a colleague takes it at once. */
  function askSomething(visitor: Visitor, mayWait: boolean): void {
    const { language, town } = visitor.persona
    const next = nextOf(language, town)
    if (!next) return
    const talk = beginTalk(next, language, someOrder(chance, house.core.now()))
    letWait(talk, mayWait && chance.happens(0.6) ? 1 : 0.12)
    visitor.ask(talk)
  }

  /** What somebody from there could ask; nothing is asked twice before all was asked. */
  function nextOf(language: Language, town: string): Talk | undefined {
    const bag = bags[language]
    if (bag.length === 0) bag.push(...chance.shuffled(pastTalks[language]))
    const at = bag.findIndex(({ places }) => places.length === 0 || places.includes(town))
    if (at >= 0) return bag.splice(at, 1)[0]
    bag.length = 0
    return undefined
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
}
