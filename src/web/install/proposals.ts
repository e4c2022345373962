import type { House } from '#src/house.ts'
import type { Language } from '#src/texts/index.ts'
import { hostOf, ownOrigin } from '../hosts.ts'

/**
 * The address that this request came to, as the browser sees it. Browsers send `Sec-Fetch-Site` over TLS (and to
 * localhost) only: where it stands, a proxy before us speaks TLS, even if nobody has told us.
 */
export function proposedUrl(house: House, request: Request): string {
  const known = house.publicUrl()
  if (known !== null) return known
  const own = ownOrigin(house, request)
  const isLocal = /^(localhost|127\.|\[::1\])/.test(hostOf(request) ?? '')
  return request.headers.has('sec-fetch-site') && !isLocal ? own.replace(/^http:/, 'https:') : own
}

/** Until the browser's own zone is filled in by the script. */
export function usualZone(language: Language): string {
  if (language === 'zh-CN') return 'Asia/Shanghai'
  return language === 'zh-TW' ? 'Asia/Taipei' : Intl.DateTimeFormat().resolvedOptions().timeZone
}
