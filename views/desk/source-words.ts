import type { Say } from '#src/texts/index.ts'
import { brandName, type Device, type Source } from '#src/visitors/index.ts'

type ShownSource = Pick<Source, 'kind' | 'engine'> & { referrer: string | null }

/** Where a visitor came from, in words: 百度搜索, 抖音推广, 来自 example.com. */
export function sourceWords({ kind, engine, referrer }: ShownSource, say: Say): string {
  const name = engine === null ? hostOf(referrer) : brandName(engine, say.language)
  if (kind === 'direct' || kind === 'internal') return say('desk.source.direct')
  if (kind === 'mail') return say('desk.source.mail')
  if (name === null) return say(`desk.source.${kind}_unnamed`)
  return say(`desk.source.${kind}`, { name })
}

/** What was searched for; an engine that keeps it to itself is said to, nothing is invented. Null where there was no search. */
export function keywordWords({ kind, keyword }: Pick<Source, 'kind' | 'keyword'>, say: Say): string | null {
  if (keyword !== null) return keyword
  return kind === 'search' ? say('desk.keyword_kept') : null
}

/** iPhone · 微信, Windows · Edge. */
export function deviceWords({ browser, os, device }: Record<keyof Pick<Device, 'browser' | 'os' | 'device'>, string | null>, say: Say): string {
  const named = [os, browser].filter((part) => part !== null).map((part) => brandName(part, say.language))
  if (named.length > 0) return named.join(' · ')
  if (device === 'phone' || device === 'tablet' || device === 'desktop') return say(`desk.device.${device}`)
  return say('common.unknown')
}

function hostOf(referrer: string | null): string | null {
  if (referrer === null) return null
  return URL.parse(referrer)?.hostname || referrer.slice(0, 100)
}
