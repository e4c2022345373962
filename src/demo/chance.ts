/** Chance with a seed: the same seed tells the same story. Never for secrets. */
export type Chance = {
  /** From 0 to under 1. */
  next(): number
  between(least: number, most: number): number
  /** Whole numbers, both counted in. */
  whole(least: number, most: number): number
  happens(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** By weight, which need not add up to anything. */
  weighted<T extends { weight: number }>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** Mulberry32: 32 bits of state, good enough for a street full of visitors. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  const between = (least: number, most: number) => least + next() * (most - least)
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1))

  return {
    next,
    between,
    whole,
    happens: (share) => next() < share,
    pick: (list) => some(list[whole(0, list.length - 1)]),
    weighted(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const one of list) {
        left -= one.weight
        if (left < 0) return one
      }
      return some(list.at(-1))
    },
    shuffled(list) {
      const rest = [...list]
      return list.map(() => some(rest.splice(whole(0, rest.length - 1), 1)[0]))
    }
  }
}

function some<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
