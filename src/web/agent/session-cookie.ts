import type { House } from '#src/house.ts'
import type { SignedIn } from '#src/people/index.ts'
import { cookieOf } from '../cookies.ts'
import { isSecure } from '../hosts.ts'

/** With TLS no other host and no plain page can plant it; without, there is nothing to be had but the name. */
const nameOf = (house: House) => (isSecure(house) ? '__Host-sid' : 'sid')

export function sessionToken(house: House, request: Request): string | null {
  return cookieOf(request, nameOf(house))
}

/** For `set-cookie`. A remembered session outlives the browser, for as long as the session itself. */
export function sessionCookie(house: House, { token, session }: SignedIn): string {
  const age = session.remembered ? `; Max-Age=${Math.floor((session.expiresAt - session.createdAt) / 1_000)}` : ''
  return `${nameOf(house)}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure(house) ? '; Secure' : ''}${age}`
}

export function endedCookie(house: House): string {
  return `${nameOf(house)}=; Path=/; HttpOnly; SameSite=Lax${isSecure(house) ? '; Secure' : ''}; Max-Age=0`
}
