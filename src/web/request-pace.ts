import { limitKey } from '#src/platform/address.ts'
import { createLimiter } from '#src/platform/rate-limit.ts'
import { createSlots } from './files/index.ts'

/** For one address (IPv6 by /64), whoever sits behind it: carriers put thousands there, so this only slows floods. */
const perMinute = 1_200
const atOnce = 200
/** Until a place is likely to be free again, seconds. */
const soon = 2

export type RequestPace = {
  /** What to call when the answer is there, or in how many seconds to come again. */
  enter(address: string): (() => void) | number
}

/** `now` is any clock in milliseconds. */
export function createRequestPace(now: () => number): RequestPace {
  const rate = createLimiter({ burst: perMinute, per: perMinute, every: 60_000 }, now)
  const places = createSlots({ total: Number.POSITIVE_INFINITY, each: atOnce })
  return {
    enter(address) {
      const key = limitKey(address)
      const wait = rate.take(key)
      return wait > 0 ? Math.ceil(wait / 1_000) : (places.take(key) ?? soon)
    }
  }
}
