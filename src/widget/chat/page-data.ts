import type { SiteView } from '#src/web/visitor/frames.ts'

/** What the page `/c/KEY` tells its program, in the content of `<meta name="kefu">`. */
export type PageData = {
  /** Our own address without a trailing slash, as the visitor's browser sees it; may have a path. */
  base: string
  /** The site's key. */
  key: string
  site: SiteView
  language: 'zh-CN' | 'zh-TW' | 'en'
  /** The origin that framed us and may speak to us; already found on the site's list. Null when opened at top level. */
  origin: string | null
  /** What the form for leaving a message asks for. */
  form: Record<'name' | 'email' | 'phone', 'off' | 'optional' | 'required'>
  texts: Record<string, string>
  /** The address of the second script, loaded when first used. */
  more: string
}

export function readPageData(): PageData {
  const meta = document.querySelector('meta[name=kefu]')
  return JSON.parse(meta?.getAttribute('content') || '{}')
}
