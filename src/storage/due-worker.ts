import { type Beat, createBeat } from './beat.ts'
import type { Core } from './core.ts'
import { type Due, dueNow, nextDueAt, scheduleDue, takeDue } from './due.ts'

/** Does what is due, inside a transaction that also takes the row out; it may schedule the next time. */
export type DueHandler = (core: Core, due: Due) => void

export type DueWorker = Beat & {
  /** Does everything that is due now; settles when it is on disk. */
  run(): Promise<void>
}

/** One turn of the loop and one commit; other works come in between. */
const atOnce = 100
const usualTick = 1_000
const firstRetry = 10_000
const longestRetry = 3_600_000

/**
 * Looks at least every `tick` milliseconds (new rows, clocks that were set), else when the next row comes due. Works that
 * were queued in one turn share a commit but each has its own savepoint: a handler that throws undoes only itself and
 * comes again later, later each time.
 */
export function createDueWorker(core: Core, handlers: Record<string, DueHandler>, { tick = usualTick }: { tick?: number } = {}): DueWorker {
  const kinds = Object.keys(handlers)
  const failures = new Map<string, number>()

  async function run(): Promise<void> {
    for (let rows = dueNow(core, kinds, atOnce); rows.length > 0; rows = dueNow(core, kinds, atOnce)) {
      await Promise.all(rows.map(({ kind, subjectId }) => doOne(kind, subjectId)))
    }
  }

  async function doOne(kind: string, subjectId: number): Promise<void> {
    const name = `${kind} ${subjectId}`
    try {
      await core.transact(() => {
        const due = takeDue(core, kind, subjectId)
        if (due) handlers[kind]?.(core, due)
      })
      failures.delete(name)
    } catch (error) {
      core.log.fault('due', error, { kind, subject: subjectId })
      await putOff(name, kind, subjectId)
    }
  }

  async function putOff(name: string, kind: string, subjectId: number): Promise<void> {
    const before = failures.get(name) ?? 0
    failures.set(name, before + 1)
    const at = core.now() + Math.min(longestRetry, firstRetry * 2 ** before)
    await core.transact(() => {
      const due = takeDue(core, kind, subjectId)
      if (due) scheduleDue(core, kind, subjectId, at, due.payload)
    })
  }

  async function beat(): Promise<number> {
    await run()
    const next = nextDueAt(core, kinds)
    return next === null ? tick : Math.min(tick, Math.max(0, next - core.now()))
  }

  return { run, ...createBeat('due-worker', core.log, beat, 10 * tick) }
}
