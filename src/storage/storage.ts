import type { Database } from 'bun:sqlite'
import type { Event, Signal } from '#src/events.ts'
import type { Log } from '#src/platform/log.ts'
import type { Core } from './core.ts'
import { createGroupCommit } from './group-commit.ts'

/** The core and what only the process's beginning and end may do with it. */
export type Storage = { core: Core; flush(): void; waiting(): number }

export function createStorage(db: Database, { now, log }: { now: () => number; log: Log }): Storage {
  const listeners: ((happened: Event | Signal) => void)[] = []
  /** One listener's fault must not silence the others, nor undo what is already on disk. */
  const hear = (happened: Event | Signal) => {
    for (const listener of listeners) {
      try {
        listener(happened)
      } catch (error) {
        log.fault('listener', error, { kind: happened.kind })
      }
    }
  }
  const commits = createGroupCommit(db, hear, log)
  const core: Core = {
    db,
    now,
    log,
    transact: commits.transact,
    announce: commits.announce,
    beforeCommit: commits.beforeCommit,
    signal: hear,
    listen: (listener) => void listeners.push(listener)
  }
  return { core, flush: commits.flush, waiting: commits.waiting }
}
