import type { Core } from '#src/storage/index.ts'
import type { Guest } from './guest.ts'
import type { Presence } from './presence.ts'
import { endVisit, settleGuest, writeTrail } from './settle.ts'

/** Shorter looks are not visits. */
const countsAfter = 1_000
/** Trails that only grew are written this seldom; new visits within a second. */
const trailEvery = 15_000
const perWork = 100

export type VisitWriter = { tick(): Promise<void>; flush(): Promise<void> }

/** Writes presence into rows in small batches; `tick` once a second, `flush` before the process ends. */
export function createVisitWriter(core: Core, presence: Presence): VisitWriter {
  let trailsAt = core.now()

  async function settle(guests: Guest[]): Promise<void> {
    for (let i = 0; i < guests.length; i += perWork) {
      const some = guests.slice(i, i + perWork)
      const settled = await core.transact(() => some.map((guest) => settleGuest(core, guest)))
      for (const [j, rows] of settled.entries()) {
        const guest = some[j]
        if (!guest) continue
        presence.settled(guest, rows.visitorId, rows.visitId)
        for (const step of guest.steps) step.dirty = false
      }
    }
  }

  async function writeTrails(guests: Guest[]): Promise<void> {
    for (let i = 0; i < guests.length; i += perWork) {
      const some = guests.slice(i, i + perWork)
      await core.transact(() => {
        for (const guest of some) if (guest.visitId !== null) writeTrail(core, guest, guest.visitId)
      })
      for (const guest of some) for (const step of guest.steps) step.dirty = false
    }
  }

  async function end(guests: Guest[]): Promise<void> {
    for (let i = 0; i < guests.length; i += perWork) {
      const some = guests.slice(i, i + perWork)
      await core.transact(() => {
        for (const guest of some) endVisit(core, guest)
      })
    }
  }

  const unsettled = (least: number) => [...presence.guests()].filter((guest) => guest.visitId === null && core.now() - guest.startedAt >= least)
  const grown = () => [...presence.guests()].filter((guest) => guest.visitId !== null && guest.steps.some((step) => step.dirty))

  return {
    async tick() {
      await settle(unsettled(countsAfter).filter(wasSeen))
      if (core.now() - trailsAt >= trailEvery) {
        trailsAt = core.now()
        await writeTrails(grown())
      }
      await end(presence.sweep(core.now()))
    },
    async flush() {
      await settle(unsettled(countsAfter).filter(wasSeen))
      await writeTrails(grown())
    }
  }
}

/** A page that was opened in the background and never looked at is no visit. */
function wasSeen(guest: Guest): boolean {
  if (guest.steps.some((step) => step.ms >= countsAfter)) return true
  for (const page of guest.open.values()) if (page.visibleSince !== null) return true
  return false
}
