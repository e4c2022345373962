/** The languages of every screen, by BCP 47 tag. The first is the fallback. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/**
 * The language of ours that an `Accept-Language` header (or a single tag) asks for first: Hant, TW, HK and MO
 * read zh-TW, other Chinese zh-CN, everything else English. Without a header: zh-CN.
 */
export function nearestLanguage(accepted: string | null | undefined): Language {
  const first = accepted?.slice(0, 200).split(',')[0]?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (first === '' || first === '*') return 'zh-CN'
  if (!first.startsWith('zh')) return 'en'
  return /hant|-tw|-hk|-mo/.test(first) ? 'zh-TW' : 'zh-CN'
}
