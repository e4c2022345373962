import type { House } from '#src/house.ts'
import { hasOwner } from '#src/people/index.ts'
import type { TextKey } from '#src/texts/index.ts'
import { isSilent, kindOf } from './headers.ts'
import { hostOf, isOurHost, ownOrigin } from './hosts.ts'

/** A no that needs no door: status, title, text. */
export type EarlyNo = { status: number; title: TextKey; text: TextKey }

const longestUrl = 8_192
const mostParameters = 100
const longestHeaders = 16_384

/** What is wrong with a request whatever it asks for, or null. Reads no body and, once set up, nothing from the file. */
export function refuseEarly(house: House, request: Request): EarlyNo | null {
  const { pathname, search } = new URL(request.url)
  if (request.url.length > longestUrl) return no(414, 'errors.too_long')
  if (headersLength(request) > longestHeaders) return no(431, 'errors.headers')
  if (search.split('&').length > mostParameters) return no(400, 'errors.bad_request')
  const host = hostOf(request)
  if (host === null) return no(400, 'errors.bad_request')
  if (kindOf(pathname) === 'asset') return null
  if (!isOurHost(house, host)) return no(421, 'errors.wrong_host', 'errors.wrong_host_text')
  if (!isSetUp(house) && !isSetUpPath(pathname)) return no(503, 'errors.not_set_up', 'errors.not_set_up_text')
  if (isForged(house, request, pathname)) return no(403, 'errors.forbidden', 'refusal.csrf')
  return null
}

/**
 * Whether somebody else's page made the browser send this. Doors that know a cookie ask; visitors' doors know none and ask for a
 * token. Browsers say where a request comes from; over plain http only by `Origin`, which is then sent with every form.
 */
function isForged(house: House, request: Request, path: string): boolean {
  if (/^(GET|HEAD|OPTIONS)$/.test(request.method) || kindOf(path) === 'visitor') return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin'
  const origin = request.headers.get('origin')
  // These doors know no cookie either: set-up and links need what only their own page was given.
  if (origin === 'null' && isSilent(path)) return false
  return origin !== ownOrigin(house, request)
}

const houses = new WeakSet<House>()

/** Once there is an owner there always is one. */
function isSetUp(house: House): boolean {
  if (houses.has(house)) return true
  if (!hasOwner(house.core)) return false
  houses.add(house)
  return true
}

function isSetUpPath(path: string): boolean {
  return path === '/setup'
}

function headersLength(request: Request): number {
  let length = 0
  request.headers.forEach((value, name) => {
    length += name.length + value.length + 4
  })
  return length
}

const no = (status: number, title: TextKey, text: TextKey = 'refusal.bad_request'): EarlyNo => ({ status, title, text })
