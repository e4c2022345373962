import { type Beat, createBeat } from './beat.ts'
import type { Core } from './core.ts'
import { markDelivered, markFailed, parcelsDue, type QueuedParcel } from './outbox.ts'

/** Takes a parcel to where it belongs; settled means delivered. Throws what went wrong, `Undeliverable` when trying again cannot help. */
export type Carrier = (parcel: QueuedParcel) => Promise<void>

export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
}

export type OutboxWorker = Beat & {
  /** Carries what is due now, and whatever comes due behind it; settles when nothing is in hand any more. */
  run(): Promise<void>
}

export type OutboxOptions = {
  tick?: number
  /** How many carriers run side by side. */
  atOnce?: number
  /** Milliseconds that a carrier may take before its parcel counts as not delivered. */
  patience?: number
  chance?: () => number
  givenUp?: (parcel: QueuedParcel, error: string) => void
}

/**
 * Carries parcels at least once: what was delivered when the process died goes out again, under the same key. Looks every
 * `tick` milliseconds, and whenever a carrier comes back; `givenUp` hears of each parcel that is given up.
 */
export function createOutboxWorker(
  core: Core,
  carriers: Record<string, Carrier>,
  { tick = 1_000, atOnce = 4, patience = 60_000, chance = Math.random, givenUp = () => {} }: OutboxOptions = {}
): OutboxWorker {
  const kinds = Object.keys(carriers)
  const inHand = new Map<number, Promise<void>>()
  /** After a fault of storage, or when stopping: the next beat begins anew. */
  let resting = false

  async function run(): Promise<void> {
    resting = false
    take()
    while (inHand.size > 0) await Promise.race(inHand.values())
  }

  function take(): void {
    if (resting) return
    for (const parcel of parcelsDue(core, kinds, [...inHand.keys()], atOnce - inHand.size)) inHand.set(parcel.id, carry(parcel))
  }

  async function carry(parcel: QueuedParcel): Promise<void> {
    try {
      await deliver(parcel)
    } catch (error) {
      resting = true
      core.log.fault('outbox', error, { kind: parcel.kind, subject: parcel.subject })
    }
    inHand.delete(parcel.id)
    take()
  }

  async function deliver(parcel: QueuedParcel): Promise<void> {
    const failure = await failureOf(carriers[parcel.kind], parcel, patience)
    if (!failure) return core.transact(() => markDelivered(core, parcel.id))
    const hopeless = failure instanceof Undeliverable
    const isDead = await core.transact(() => markFailed(core, parcel, failure.message, { hopeless, chance: chance() }))
    core.log.warn(isDead ? 'parcel-given-up' : 'parcel-put-off', {
      kind: parcel.kind,
      subject: parcel.subject,
      tries: parcel.tries + 1,
      error: failure.message
    })
    if (isDead) givenUp(parcel, failure.message)
  }

  const beat = createBeat(
    'outbox-worker',
    core.log,
    async () => {
      resting = false
      take()
      return tick
    },
    10 * tick
  )
  return {
    run,
    start: beat.start,
    async stop() {
      await beat.stop()
      resting = true
      await Promise.all(inHand.values())
    }
  }
}

async function failureOf(carrier: Carrier | undefined, parcel: QueuedParcel, patience: number): Promise<Error | null> {
  let timer: Timer | undefined
  const late = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error('the carrier did not come back in time')), patience)
  })
  try {
    return await Promise.race([Promise.resolve(carrier?.(parcel)).then(() => null), late])
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    clearTimeout(timer)
  }
}
