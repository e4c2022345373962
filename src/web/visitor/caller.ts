import type { House } from '#src/house.ts'
import { parseOrigin } from '#src/platform/origin.ts'
import { callerAddress } from '../caller-address.ts'
import { ownOrigin } from '../hosts.ts'
import type { Caller } from './doors.ts'

/** Who asks, as far as the request tells. No cookie is ever looked at: visitors' doors know none. */
export function callerOf(house: House, request: Request): Caller {
  const origin = request.headers.get('origin')
  return {
    address: callerAddress(request),
    origin,
    own: origin !== null && parseOrigin(origin) === ownOrigin(house, request),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 2_000),
    language: firstLanguage(request.headers.get('accept-language'))
  }
}

function firstLanguage(header: string | null): string | null {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}/.exec(header ?? '')?.[0] ?? null
}
