import { type Language, say } from '#src/texts/index.ts'
import { goods } from '#views/demo/goods.ts'
import type { Chance } from './chance.ts'
import type { Zone } from './past/hours.ts'

/** A page of the shop as a browser would name it. */
export type ShopPage = { url: string; title: string; kind: PageKind }
export type PageKind = 'home' | 'ware' | 'tea' | 'good' | 'guide' | 'shipping' | 'cart'

/** One of the demo's two shops: the pages of /demo at an address of their own. */
export type Shop = { name: string; url: string; language: Language; timeZone: Zone; pages: readonly ShopPage[] }

const chineseName = say('zh-CN')('demo.name')
const englishName = say('en')('demo.name')

export const shops = {
  chinese: shopOf(chineseName, 'https://shanjian-tea.example', 'zh-CN', 'Asia/Shanghai'),
  english: shopOf(englishName, `https://${englishName.toLowerCase().replaceAll(' ', '-')}.example`, 'en', 'Europe/London')
} as const
export type ShopKey = keyof typeof shops

function shopOf(name: string, url: string, language: Language, timeZone: Zone): Shop {
  const speak = say(language)
  const page = (kind: PageKind, path: string, title: string): ShopPage => ({ kind, url: url + path, title: `${title} — ${name}` })
  return {
    name,
    url,
    language,
    timeZone,
    pages: [
      page('home', '/', speak('demo.home')),
      page('ware', '/teaware', speak('demo.nav.ware')),
      page('tea', '/tea', speak('demo.nav.tea')),
      page('guide', '/guide', speak('demo.guide')),
      page('shipping', '/shipping', speak('demo.nav.shipping')),
      ...goods.map((good) => page('good', `/goods/${good.slug}`, speak(good.name))),
      ...goods.slice(0, 5).map((good) => page('cart', `/cart?good=${good.slug}&n=1`, speak('demo.cart')))
    ]
  }
}

/** Where people go from a page, by weight: most look at one thing after another, few come to the basket. */
const ways: Record<PageKind, Partial<Record<PageKind, number>>> = {
  home: { ware: 5, tea: 3, good: 6, guide: 2 },
  ware: { good: 9, tea: 1, guide: 1 },
  tea: { good: 9, ware: 1 },
  good: { good: 6, ware: 2, tea: 1, shipping: 2, guide: 1, cart: 3 },
  guide: { good: 6, ware: 3 },
  shipping: { good: 4, cart: 2, home: 1 },
  cart: { good: 2, shipping: 2, home: 1 }
}

/** The page after this one: another one, on the way that people take. From a thing to the basket it is that thing. */
export function nextPage(chance: Chance, shop: Shop, from: ShopPage): ShopPage {
  const kinds = Object.entries(ways[from.kind]).map(([kind, weight]) => ({ kind: kind as PageKind, weight }))
  const { kind } = chance.weighted(kinds)
  const slug = from.url.split('/').at(-1) ?? ''
  const sameThing = kind === 'cart' ? shop.pages.find((page) => page.kind === 'cart' && page.url.includes(`good=${slug}&`)) : undefined
  return sameThing ?? somePage(chance, shop, kind, from)
}

export function somePage(chance: Chance, shop: Shop, kind: PageKind, except?: ShopPage): ShopPage {
  return chance.pick(shop.pages.filter((page) => page.kind === kind && page !== except))
}

/** How long somebody looks at a page, ms. Most look shortly, some read. */
export function dwell(chance: Chance, kind: PageKind): number {
  const usual = { home: 14, ware: 22, tea: 20, good: 38, guide: 70, shipping: 30, cart: 25 }[kind]
  return Math.round(usual * 1_000 * (0.35 + chance.next() ** 2 * 2.2))
}
