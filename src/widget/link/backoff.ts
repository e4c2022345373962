const usual = 30_000

/**
 * Milliseconds to wait before the next try. Full jitter (anything between nothing and 1 s · 2^tries, at most 30 s):
 * thousands of pages that lost one server must not come back in step. `chance` is in [0, 1).
 */
export function waitBefore(tries: number, chance: number, longest = usual): number {
  return Math.floor(chance * Math.min(longest, 1_000 * 2 ** Math.min(tries, 10)))
}
