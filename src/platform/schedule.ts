import type { Log } from './log.ts'

/** Something that comes round again until it is stopped. */
export type Round = { stop(): void }

/**
 * Does a work every so many milliseconds, counted from its end, so that it never overlaps itself. A fault is logged
 * under its name and the next round comes all the same. Does not keep the process alive.
 */
export function every(ms: number, name: string, log: Log, work: () => void | Promise<void>): Round {
  return rounds(() => ms, name, log, work)
}

/** Does a work once a day, at this hour and minute of the machine's clock. */
export function daily(hour: number, minute: number, name: string, log: Log, work: () => void | Promise<void>): Round {
  return rounds(() => untilNext(hour, minute, new Date()), name, log, work)
}

/** Milliseconds until the clock shows this hour and minute again, at least one minute: a round just done must not come twice. */
export function untilNext(hour: number, minute: number, now: Date): number {
  const next = new Date(now)
  next.setHours(hour, minute, 0, 0)
  if (next.getTime() - now.getTime() < 60_000) next.setDate(next.getDate() + 1)
  return next.getTime() - now.getTime()
}

function rounds(wait: () => number, name: string, log: Log, work: () => void | Promise<void>): Round {
  let stopped = false
  let timer = setTimeout(round, wait()).unref()

  async function round(): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.fault(name, error)
    }
    if (!stopped) timer = setTimeout(round, wait()).unref()
  }

  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    }
  }
}
