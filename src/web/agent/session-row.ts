import { placeName } from '#src/geo/index.ts'
import type { House } from '#src/house.ts'
import type { Session } from '#src/people/index.ts'
import { deviceOf } from '#src/visitors/index.ts'
import type { SessionRow } from '#views/profile/sessions-page.tsx'
import type { At } from './guard.ts'

/** A session in words: which browser, where, since when. */
export function sessionRow({ geo }: House, { session: own, say }: At, session: Session): SessionRow {
  const { id, address, createdAt, seenAt, remembered, confirmedAt } = session
  const device = session.agent ? deviceOf(session.agent) : null
  const place = address ? (geo?.find(address) ?? null) : null
  return {
    id,
    device: [device?.browser, device?.os].filter(Boolean).join(' · ') || null,
    isHandheld: device !== null && device.device !== 'desktop',
    place: [placeName(place, say.language), address].filter(Boolean).join(' '),
    createdAt,
    seenAt,
    isRemembered: remembered,
    isConfirmed: confirmedAt !== null,
    isThis: id === own.id
  }
}
