import type { OpenHouse } from '#src/house.ts'
import type { Chance } from '../chance.ts'
import type { Hired } from '../past/company.ts'
import type { DemoSites } from '../past/sites.ts'

/** Where the demo plays while the appliance serves: its door, its chance, its timers. */
export type Stage = {
  house: OpenHouse
  chance: Chance
  staff: readonly Hired[]
  sites: DemoSites
  /** Where it listens, as this machine reaches it: `http://127.0.0.1:8080`. */
  address: string
  /** Lets something happen after so many ms, unless the play is over by then; gives what prevents it. A fault in it is logged and ends nothing else. */
  later(ms: number, act: () => void): () => void
  /** Sockets that are open: closed when the play ends, before the appliance stops. */
  links: Set<{ close(): void }>
  isOver(): boolean
  end(): void
}

/** `pace` stretches or shortens every pause: tests play at a hundredth. */
export function createStage(scene: Pick<Stage, 'house' | 'chance' | 'staff' | 'sites'>, url: string, pace = 1): Stage {
  const timers = new Set<Timer>()
  const links = new Set<{ close(): void }>()
  let over = false

  function later(ms: number, act: () => void): () => void {
    if (over) return () => {}
    const timer = setTimeout(() => {
      timers.delete(timer)
      try {
        if (!over) act()
      } catch (error) {
        scene.house.core.log.fault('demo', error)
      }
    }, ms * pace)
    timer.unref()
    timers.add(timer)
    return () => {
      clearTimeout(timer)
      timers.delete(timer)
    }
  }

  return {
    ...scene,
    address: reachable(url),
    later,
    links,
    isOver: () => over,
    end() {
      over = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      for (const link of links) link.close()
    }
  }
}

/** By number, so that the connection comes from the very address that the demo trusts as a proxy. */
function reachable(url: string): string {
  const { protocol, hostname, port } = new URL(url)
  return `${protocol}//${hostname === 'localhost' ? '127.0.0.1' : hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}
