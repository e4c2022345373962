import { cleanName } from '#src/platform/clean-text.ts'
import { type Origin, originNamed, originOf } from './engines.ts'
import { decodeParameter, parametersOf } from './query.ts'

/** How a visit came about. `engine` is the search engine, network or seller of advertising by its key (`brandName` says it). */
export type Source = {
  kind: 'direct' | 'search' | 'paid' | 'social' | 'mail' | 'link' | 'internal'
  engine: string | null
  /** What was searched for; null with an engine means that it did not pass it on, as most do not. */
  keyword: string | null
  campaign: string | null
  /** As the landing page's `utm_medium` says. */
  medium: string | null
  referrerHost: string | null
}

/** Parameters that only advertising adds to a landing page, and who sells it. */
const adClicks: Record<string, string> = {
  ...{ bd_vid: 'baidu', e_keywordid: 'baidu', e_creative: 'baidu', e_adposition: 'baidu', qhclickid: '360', sogouclickid: 'sogou', uctrackid: 'shenma' },
  ...{ gclid: 'google', gbraid: 'google', wbraid: 'google', gad_source: 'google', msclkid: 'bing', yclid: 'yandex', gdt_vid: 'tencent', qz_gdt: 'tencent' },
  ...{ ttclid: 'tiktok', twclid: 'x', li_fat_id: 'linkedin' }
}
const paidMedium = /^(cpc|ppc|cpm|cpa|cpv|cps|sem|ads?|display|banner|feeds?|retargeting|paid([_ -]?\w+)?)$/i
const kindsOfMedium = new Map<string, Source['kind']>([
  ...['email', 'e-mail', 'mail', 'edm', 'newsletter'].map((medium) => [medium, 'mail'] as const),
  ...['social', 'sns', 'social-media', 'social_media', 'social-network'].map((medium) => [medium, 'social'] as const),
  ['organic', 'search'],
  ['referral', 'link']
])

/** Where the keyword stands: what is meant as one, then what shops put into the addresses that they advertise. */
const keywordParameters = ['utm_term', 'hmkw', 'kw', 'keyword', 'wd', 'word', 'q']

/**
 * Where a visitor came from, by the page before and the parameters of the first page. Nothing is guessed: a shop's own
 * `?q=` counts as a keyword only when an engine sent the visitor.
 */
export function sourceOf({ referrer, landing }: { referrer: string | null; landing: string }, siteHosts: readonly string[]): Source {
  const from = webAddress(referrer)
  const landed = parametersOf(webAddress(landing)?.search ?? '')
  const host = from?.hostname.toLowerCase() ?? null
  const isInternal = host !== null && siteHosts.some((own) => host === own || host.endsWith(`.${own}`))
  const before = host === null || isInternal ? null : originOf(host)
  const named = originNamed(read(landed, ['utm_source', 'hmsr']) ?? '') ?? namedExactly(read(landed, ['source', 'from']))
  const medium = read(landed, ['utm_medium'])
  const adSeller = Object.entries(adClicks).find(([parameter]) => landed.has(parameter))?.[1] ?? null
  const origin = named ?? before

  return {
    kind: kindOf({
      isPaid: adSeller !== null || paidMedium.test(medium ?? ''),
      medium,
      origin: before ?? named,
      isInternal,
      isTagged: landed.has('utm_source'),
      host
    }),
    engine: adSeller ?? before?.engine ?? origin?.engine ?? null,
    keyword: searchedFor(from, before) ?? read(landed, adSeller || origin ? keywordParameters : ['utm_term', 'hmkw']),
    campaign: read(landed, ['utm_campaign', 'hmpl']),
    medium,
    referrerHost: host
  }
}

type Signs = { isPaid: boolean; medium: string | null; origin: Origin | null; isInternal: boolean; isTagged: boolean; host: string | null }

function kindOf({ isPaid, medium, origin, isInternal, isTagged, host }: Signs): Source['kind'] {
  if (isPaid) return 'paid'
  const meant = kindsOfMedium.get(medium?.toLowerCase() ?? '')
  if (meant) return meant
  if (origin) return origin.kind
  if (isInternal) return 'internal'
  return host !== null || isTagged ? 'link' : 'direct'
}

function webAddress(text: string | null): URL | null {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null
  return url && /^(https?|android-app):$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/** `?from=baidu` names a source; `?from=cart`, `?from=x` and `?from=mail` are the shop's own affairs. */
function namedExactly(name: string | null): Origin | null {
  const origin = name === null || name.length < 4 ? null : originNamed(name)
  return origin && origin.kind !== 'mail' ? origin : null
}

function searchedFor(from: URL | null, before: Origin | null): string | null {
  return from && before?.kind === 'search' ? read(parametersOf(from.search), before.keywords) : null
}

/** The first of some parameters that says anything. Templates which nobody filled in say nothing. */
function read(parameters: Map<string, string>, names: readonly string[]): string | null {
  const charset = parameters.get('ie') ?? parameters.get('enc') ?? null
  for (const name of names) {
    const value = cleanName(decodeParameter(parameters.get(name) ?? '', charset), 100)
    if (value !== '' && !/^(\{.*\}|\[.*\]|__\w+__|\((not set|not provided)\)|undefined|null)$/i.test(value)) return value
  }
  return null
}
