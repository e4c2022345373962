import type { Say } from '#src/texts/index.ts'

/** What every page of the demo shop is given. */
export type Shop = {
  say: Say
  /** Of demo.css. */
  css: string
  icon: string
  /** The page's own path below /demo, for the menu and the change of language. */
  path: string
  /** A chosen language goes along from page to page. */
  chosen: boolean
  /** The first site's code line; null before set-up. */
  code: { address: string; site: string } | null
}

/** An address within the shop: the chosen language goes along. */
export function shopAddress({ say, chosen }: Pick<Shop, 'say' | 'chosen'>, path: string): string {
  return `/demo${path}${chosen ? `?lang=${say.language}` : ''}`
}

/** ¥1,280 */
export function priceText(say: Say, yuan: number): string {
  return `¥${yuan.toLocaleString(say.language)}`
}
