/** A few places for work that holds memory while a stranger's line is slow. */
export type Slots = {
  /** A place, given back by calling it (once or more often); null when all are taken, or all that one holder may have. */
  take(holder: string): (() => void) | null
  /** The same, waiting up to `ms` for a place. */
  wait(holder: string, ms: number): Promise<(() => void) | null>
}

type Waiting = { holder: string; give: (release: (() => void) | null) => void }

const mostWaiting = 1_000

export function createSlots({ total, each }: { total: number; each: number }): Slots {
  const held = new Map<string, number>()
  const queue = new Set<Waiting>()
  let taken = 0

  function take(holder: string): (() => void) | null {
    const own = held.get(holder) ?? 0
    if (taken >= total || own >= each) return null
    taken += 1
    held.set(holder, own + 1)
    let returned = false
    return () => {
      if (returned) return
      returned = true
      release(holder)
    }
  }

  function release(holder: string): void {
    taken -= 1
    const left = (held.get(holder) ?? 1) - 1
    if (left === 0) held.delete(holder)
    else held.set(holder, left)
    for (const waiting of queue) {
      const place = take(waiting.holder)
      if (place) {
        waiting.give(place)
        return
      }
    }
  }

  return {
    take,
    wait(holder, ms) {
      const place = take(holder)
      if (place || queue.size >= mostWaiting) return Promise.resolve(place)
      return new Promise((resolve) => {
        const timer = setTimeout(() => waiting.give(null), ms)
        const waiting: Waiting = {
          holder,
          give(release) {
            clearTimeout(timer)
            queue.delete(waiting)
            resolve(release)
          }
        }
        queue.add(waiting)
      })
    }
  }
}
