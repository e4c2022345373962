/** What is said in the demo: whole conversations, what was left at night, and what visitors answer to words that nobody wrote for them. */
import type { Language } from '#src/texts/index.ts'
import { orderTalks as enOrders } from './en/orders.ts'
import { streetTalks as enStreet } from './en/street.ts'
import { wareTalks as enWare } from './en/ware.ts'
import type { Talk } from './talk.ts'
import { giftTalks } from './zh/gifts.ts'
import { orderTalks } from './zh/orders.ts'
import { streetTalks } from './zh/street.ts'
import { moreStreetTalks } from './zh/street-more.ts'
import { taiwanTalks } from './zh/taiwan.ts'
import { teaTalks } from './zh/tea.ts'
import { wareTalks } from './zh/ware.ts'

export { type LeftWords, leftWords } from './left.ts'
export { filled, type Line, type Talk } from './talk.ts'

/** What was said before the demo begins. */
export const pastTalks: Record<Language, readonly Talk[]> = {
  'zh-CN': [...orderTalks, ...wareTalks, ...giftTalks, ...teaTalks],
  'zh-TW': taiwanTalks,
  en: [...enOrders, ...enWare]
}

/** What is said while it runs, before anything of the past is said again. */
export const presentTalks: Record<Language, readonly Talk[]> = {
  'zh-CN': [...streetTalks, ...moreStreetTalks],
  'zh-TW': [],
  en: enStreet
}
