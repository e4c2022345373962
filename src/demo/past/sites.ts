import type { Config } from '#src/platform/config.ts'
import { addSite, allowOrigin, changeSettings, noteRefusedOrigin, noteSighting, type Site, siteSettings, sites } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { type ShopKey, shops } from '../shop.ts'
import { ownerAsCaller } from './company.ts'
import { day, hour, minute } from './hours.ts'
import type { Timeline } from './timeline.ts'

export type DemoSites = Record<ShopKey, Site>

/** The second site, what the owner chose for both, and where the code line was seen. */
export async function openSites(timeline: Timeline, config: Config, now: number): Promise<DemoSites> {
  const { core } = timeline
  timeline.at(now - 48 * day, () => addSite(core, ownerAsCaller(core), shops.english))
  timeline.at(now - 47 * day, () => dress(core, ownOrigin(config)))
  timeline.at(now - 46 * day, () => noteCode(core))
  timeline.at(now - 9 * day, () => noteRefusedOrigin(core, sites(core)[0]?.id ?? 0, 'https://shanjian-tea-test.example', 3))
  timeline.at(now - 2 * hour - 10 * minute, () => noteCode(core))
  await timeline.tell()
  const [chinese, english] = sites(core)
  if (!chinese || !english) throw new Error('the demo lost a site')
  return { chinese, english }
}

/** /demo shows the shop at the appliance's own address. */
function dress(core: Core, origin: string | null): void {
  const by = ownerAsCaller(core)
  for (const site of sites(core)) {
    if (origin !== null) allowOrigin(core, by, site.id, origin)
    const look = site.language === 'en' ? englishLook : chineseLook
    changeSettings(core, by, site.id, 'window', { ...siteSettings(core, site.id, 'window'), ...look })
  }
}

const chineseLook = {
  welcome: {
    'zh-CN': '您好，欢迎来到山间茶事。挑茶器、问订单、定礼盒，直接说就好。',
    'zh-TW': '您好，歡迎來到山間茶事。挑茶器、問訂單、訂禮盒，直接說就好。',
    en: 'Hello and welcome. Ask us anything about our teaware, your order or a present.'
  }
}
const englishLook = { colour: '#2f5f8f', welcome: { en: 'Hello! Ask about a glaze, your order or the way it travels. Emily is here most of the day.' } }

function noteCode(core: Core): void {
  for (const site of sites(core)) noteSighting(core, site.id, site.url, `${site.url}/`)
}

/** Null when the port is chosen by the machine: nobody knows it yet, and our own pages are let in anyway. */
function ownOrigin({ publicUrl, port, tls }: Config): string | null {
  if (publicUrl !== null) return new URL(publicUrl).origin
  return port === 0 ? null : `${tls ? 'https' : 'http'}://localhost:${port}`
}
