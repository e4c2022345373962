import type { Log } from '#src/platform/log.ts'

/** From the first signal on this is the end, whatever hangs: whoever supervises us sends SIGKILL soon after. */
const latestEndMs = 14_500
const repeated = 1
/** Ctrl-C under npm comes twice, from the terminal and from npm: so soon after the first it is the same one. */
const sameSignalMs = 500

/** One rejection that nobody awaits, or a throw in a timer, would end the process and every chat with it. */
export function goOnAfterFaults(log: Log): void {
  process.on('unhandledRejection', (error) => log.fault('unhandled-rejection', error))
  process.on('uncaughtException', (error) => log.fault('uncaught', error))
}

/** Settles with the name of the first signal. A second one ends the process at once: nothing acknowledged is lost by that. */
export function signalToStop(): Promise<string> {
  return new Promise((settle) => {
    let first: number | null = null
    const heard = (signal: string) => {
      if (first !== null && performance.now() - first < sameSignalMs) return
      if (first !== null) process.exit(repeated)
      first = performance.now()
      setTimeout(() => process.exit(0), latestEndMs).unref()
      settle(signal)
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, heard)
  })
}
