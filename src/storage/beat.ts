import type { Log } from '#src/platform/log.ts'

/** A work that comes round by itself: after as many milliseconds as it answered with. */
export type Beat = { start(): void; stop(): Promise<void> }

/**
 * Runs `work` again and again, never over itself; a fault is logged under `name` and the next round comes after `afterFault`
 * milliseconds. Timers run on the monotonic clock, so a step of the wall clock delays nothing beyond one round.
 */
export function createBeat(name: string, log: Log, work: () => Promise<number>, afterFault: number): Beat {
  let timer: Timer | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = true

  async function round(): Promise<void> {
    const wait = await work().catch((error) => {
      log.fault(name, error)
      return afterFault
    })
    if (!stopped) timer = setTimeout(begin, wait)
  }

  function begin(): void {
    running = round()
  }

  return {
    start() {
      if (!stopped) return
      stopped = false
      begin()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      return running
    }
  }
}
