import type { Language } from '#src/texts/index.ts'
import type { Chance } from '../chance.ts'
import { type Shop, type ShopKey, type ShopPage, shops, somePage } from '../shop.ts'
import { type Audience, someAddress } from './addresses.ts'
import { someBrowser } from './browsers.ts'
import { type Road, roads } from './sources.ts'

/** Somebody who comes to one of the shops: where from, with what, by which road. */
export type Persona = {
  audience: Audience
  shop: ShopKey
  /** What they speak, and how their browser says it. */
  language: Language
  locale: string
  address: string
  town: string
  userAgent: string
  referrer: string
  /** With what advertising added to its address. */
  landing: ShopPage
}

const audiences: readonly { audience: Audience; weight: number }[] = [
  { audience: 'mainland', weight: 68 },
  { audience: 'taiwan', weight: 7 },
  { audience: 'abroad', weight: 25 }
]
const languages: Record<Audience, Language> = { mainland: 'zh-CN', taiwan: 'zh-TW', abroad: 'en' }
const locales: Record<Audience, readonly string[]> = {
  mainland: ['zh-CN'],
  taiwan: ['zh-TW', 'zh-TW', 'zh-HK'],
  abroad: ['en-GB', 'en-GB', 'en-US', 'en-US', 'de-DE', 'fr-FR']
}

/** Anybody, or anybody who speaks `language`, from one of `towns` if there are any. */
export function somePersona(chance: Chance, language?: Language, towns: readonly string[] = []): Persona {
  const { audience } = chance.weighted(audiences.filter((one) => language === undefined || languages[one.audience] === language))
  const shop: ShopKey = audience === 'abroad' ? 'english' : 'chinese'
  const road = chance.weighted(roads[audience])
  return {
    audience,
    shop,
    language: languages[audience],
    locale: chance.pick(locales[audience]),
    ...someAddress(chance, audience, towns),
    userAgent: someBrowser(chance, audience, road.app),
    referrer: road.referrer,
    landing: landingOf(chance, shops[shop], road)
  }
}

/** The same person on another day, who knows the address by now. */
export function comingBack(chance: Chance, persona: Persona): Persona {
  const shop = shops[persona.shop]
  return { ...persona, referrer: '', landing: somePage(chance, shop, chance.happens(0.5) ? 'home' : 'good') }
}

function landingOf(chance: Chance, shop: Shop, { landing, query }: Road): ShopPage {
  const page = pageOf(chance, shop, landing)
  return { ...page, url: page.url + query }
}

function pageOf(chance: Chance, shop: Shop, landing: Road['landing']): ShopPage {
  if (landing === 'home') return somePage(chance, shop, 'home')
  if (landing === 'care') return somePage(chance, shop, 'guide')
  if (landing === 'gifts') return shop.pages.find((page) => page.url.endsWith('/gift-box')) ?? somePage(chance, shop, 'good')
  return somePage(chance, shop, chance.happens(0.75) ? 'good' : 'ware')
}
