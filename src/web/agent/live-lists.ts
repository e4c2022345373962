import type { House } from '#src/house.ts'
import { createLiveLists, type LiveLists } from '#src/realtime/index.ts'

const kept = new WeakMap<House, LiveLists>()

/** The live lists of all agents' pages: doors give what a page shows, reactions touch what has changed. */
export function liveLists(house: House): LiveLists {
  const known = kept.get(house)
  if (known) return known
  const { hub, core } = house
  const made = createLiveLists({
    tabs: hub.tabs,
    push: hub.push,
    clock: () => performance.now(),
    later: (ms, work) => void setTimeout(() => guarded(core.log, work), Math.max(0, ms))
  })
  kept.set(house, made)
  return made
}

/** What one list breaks must not end the process. */
function guarded(log: House['core']['log'], work: () => void): void {
  try {
    work()
  } catch (error) {
    log.fault('live-lists', error)
  }
}
