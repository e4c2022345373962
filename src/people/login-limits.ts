import { limitKey } from '#src/platform/address.ts'
import { createLimiter } from '#src/platform/rate-limit.ts'
import { Refusal } from '#src/platform/refusal.ts'

/** Wrong passwords per account and address before each further try has to wait, twice as long every time. Never for ever: nobody can lock somebody else out. */
const freeTries = 5
const firstWait = 30_000
const longestWait = 15 * 60_000
const forgottenAfter = 15 * 60_000
const perAddress = { burst: 30, per: 30, every: 15 * 60_000 }
const mostKeys = 100_000

type Failures = { count: number; at: number }

export type LoginLimits = {
  /** Throws `busy` with the seconds to wait. Counts this try as failed until it is told otherwise. */
  attempt(account: string, address: string): void
  succeeded(account: string, address: string): void
}

export function createLoginLimits(now: () => number): LoginLimits {
  const addresses = createLimiter(perAddress, now)
  const accounts = new Map<string, Failures>()

  function attempt(account: string, address: string): void {
    const key = keyOf(account, address)
    const wait = waitOf(accounts.get(key), now()) || addresses.take(limitKey(address))
    if (wait > 0) throw new Refusal('busy', 'refusal.too_fast', { seconds: Math.ceil(wait / 1_000) })
    const failures = accounts.get(key)
    accounts.delete(key)
    accounts.set(key, { count: (isOver(failures, now()) ? 0 : (failures?.count ?? 0)) + 1, at: now() })
    for (const oldest of accounts.keys()) {
      if (accounts.size <= mostKeys) break
      accounts.delete(oldest)
    }
  }

  function succeeded(account: string, address: string): void {
    accounts.delete(keyOf(account, address))
    addresses.giveBack(limitKey(address))
  }

  return { attempt, succeeded }
}

const keyOf = (account: string, address: string) => `${account.slice(0, 254)} ${limitKey(address)}`

function waitOf(failures: Failures | undefined, now: number): number {
  if (!failures || failures.count < freeTries) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(20, failures.count - freeTries))
  return Math.max(0, failures.at + wait - now)
}

/** A quarter of an hour without a try, beyond the wait that was due, and the count begins anew. */
function isOver(failures: Failures | undefined, now: number): boolean {
  return !failures || now - failures.at > forgottenAfter + longestWait || (failures.count < freeTries && now - failures.at > forgottenAfter)
}
