import type { Core } from '#src/storage/index.ts'

/** Things that happened, to be told in their order. */
export type Timeline = {
  /** The appliance as it was at the moment that is being told: its clock stands there. */
  core: Core
  /** Never later than `until`: what would be is left out, and false is returned. */
  at(time: number, act: () => void): boolean
  /** Tells everything up to now, oldest first, in a few transactions. */
  tell(): Promise<void>
}

const perTransaction = 150

/** The rooms' own functions, with the clock set to the past: so what they leave is as if it had grown. */
export function createTimeline(present: Core, until: number): Timeline {
  let clock = until
  let told = 0
  const acts: { time: number; n: number; act: () => void }[] = []
  const core: Core = { ...present, now: () => clock }

  async function tell(): Promise<void> {
    acts.sort((a, b) => a.time - b.time || a.n - b.n)
    for (let from = 0; from < acts.length; from += perTransaction) {
      const some = acts.slice(from, from + perTransaction)
      await present.transact(() => {
        for (const { time, act } of some) {
          clock = time
          act()
        }
      })
    }
    acts.length = 0
  }

  return {
    core,
    at(time, act) {
      if (time > until) return false
      acts.push({ time: Math.round(time), n: told++, act })
      return true
    },
    tell
  }
}
