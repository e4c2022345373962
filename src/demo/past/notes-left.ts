import { conversationById, handleMessage, leaveMessage, replyTo } from '#src/conversations/index.ts'
import { personById } from '#src/people/index.ts'
import { pageIdOf, settleGuest } from '#src/visitors/index.ts'
import { somePersona } from '../audience/persona.ts'
import { shops } from '../shop.ts'
import { type LeftWords, leftWords } from '../talks/index.ts'
import { newKey } from './chat.ts'
import type { Hired } from './company.ts'
import { hour, minute, someTime, startOfDay } from './hours.ts'
import { newcomer, someWalk, type Telling, tellVisit } from './visit.ts'

/** What was left while nobody was there: the newest still wait to be seen to, the older ones were answered the next morning. */
export function tellLeft(telling: Telling, staff: readonly Hired[]): void {
  const { chance, now } = telling
  for (const [n, words] of leftWords.entries()) {
    const { timeZone } = shops[words.language === 'en' ? 'english' : 'chinese']
    const daysAgo = words.reply === null ? 1 + (n % 2) : 3 + n * 1.7
    const at = someTime(chance, now, daysAgo, timeZone, 'night')
    const morning = startOfDay(at + 3 * hour, timeZone) + (words.language === 'en' ? 9.2 : 9.1) * hour
    const conversation = tellOne(telling, words, at)
    if (words.reply !== null)
      tellHandling(telling, words.reply, someoneFor(telling, staff, words), Math.max(morning, at + hour) + chance.between(0, 40) * minute, conversation)
  }
}

function tellOne(telling: Telling, { language, text, name, email, phone, places }: LeftWords, at: number): () => number {
  const { timeline, chance, sites } = telling
  const persona = somePersona(chance, language, places)
  const visit = tellVisit(telling, newcomer(persona), at - 2 * minute, [...someWalk(chance, persona, 2).map(({ page }) => ({ page, ms: 3 * minute }))])
  let id = 0
  timeline.at(at, () => {
    const speaker = {
      siteId: sites[persona.shop].id,
      ...settleGuest(timeline.core, visit.guest()),
      pageId: () => pageIdOf(timeline.core, visit.guest()),
      language
    }
    id = leaveMessage(timeline.core, speaker, newKey(), text, { name, email, phone: phone === null ? null : `+86${phone}` }).conversationId
  })
  return () => id
}

function tellHandling({ timeline }: Telling, reply: string, colleague: Hired, at: number, conversation: () => number): void {
  const { core } = timeline
  timeline.at(at, () => {
    const found = conversationById(core, conversation())
    if (!found) throw new Error('a left message is gone')
    const agent = personById(core, colleague.id)
    replyTo(core, found, agent, { key: newKey(), text: reply, file: null }, { acceptBy: 'first-reply', reachable: () => true })
    handleMessage(core, found, agent, true)
  })
}

function someoneFor({ chance }: Telling, staff: readonly Hired[], { language }: LeftWords): Hired {
  return chance.pick(staff.filter(({ speaks }) => speaks.includes(language)))
}
