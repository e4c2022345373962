/** Allows `burst` at once and `per` more in every `every` milliseconds, for each key alone. */
export type Rate = { burst: number; per: number; every: number }

export type Limiter = {
  /** 0 when it may go on, else how many milliseconds until it might. A refused try costs nothing. */
  take(key: string, cost?: number): number
  /** For what turned out not to count. */
  giveBack(key: string, cost?: number): void
}

/** However many addresses a flood comes from, the memory stays: the key unused for longest is forgotten. */
const mostKeys = 100_000

type Bucket = { tokens: number; at: number }

/** A token bucket per key. `now` is any clock in milliseconds that does not run backwards. */
export function createLimiter({ burst, per, every }: Rate, now: () => number, most: number = mostKeys): Limiter {
  const buckets = new Map<string, Bucket>()
  const perMs = per / every

  function bucketOf(key: string): Bucket {
    const at = now()
    const known = buckets.get(key)
    const bucket = known ? { tokens: Math.min(burst, known.tokens + Math.max(0, at - known.at) * perMs), at } : { tokens: burst, at }
    buckets.delete(key)
    buckets.set(key, bucket)
    if (buckets.size > most) forgetOldest(buckets)
    return bucket
  }

  return {
    take(key, cost = 1) {
      const bucket = bucketOf(key)
      if (bucket.tokens < cost) return Math.ceil((cost - bucket.tokens) / perMs)
      bucket.tokens -= cost
      return 0
    },
    giveBack(key, cost = 1) {
      const bucket = bucketOf(key)
      bucket.tokens = Math.min(burst, bucket.tokens + cost)
    }
  }
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const oldest of buckets.keys()) return void buckets.delete(oldest)
}
