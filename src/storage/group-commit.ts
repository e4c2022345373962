import type { Database } from 'bun:sqlite'
import type { Event } from '#src/events.ts'
import type { Log } from '#src/platform/log.ts'
import { Refusal } from '#src/platform/refusal.ts'

/*
 * Many works share one sync. The first waiting work schedules one flush with setImmediate (a microtask would run
 * after every frame: one sync per message); the flush gives each work its own savepoint and commits them together.
 */

const mostWaiting = 5_000
const mostPerCommit = 256
/** A sync blocks the loop: on a slow disk the next flush waits as long as the last sync took, at most this. */
const longestPause = 250
/**
 * A sync as quick as this, in ms, needs no pause: what the works themselves take is no reason to wait, and neither is the
 * time that the bytes of a large batch take on a good disk.
 */
const quickSync = 4
const quickSyncPerWork = 0.2

type Waiting = {
  work: () => unknown
  settle: (value: unknown) => void
  refuse: (reason: unknown) => void
}

type Done = { waiting: Waiting; value: unknown; events: Event[]; lastly: (() => void)[] }

export type GroupCommit = {
  transact<T>(work: () => T): Promise<T>
  announce(event: Event): void
  beforeCommit(work: () => void): void
  /** Commits everything that waits, now: the last act before the database closes. */
  flush(): void
  /** How many works wait for a commit. */
  waiting(): number
}

export function createGroupCommit(db: Database, hear: (event: Event) => void, log: Log): GroupCommit {
  let queue: Waiting[] = []
  let scheduled = false
  let current: { events: Event[]; lastly: (() => void)[] } | null = null
  let pause = 0

  const begin = db.query('begin immediate')
  const commit = db.query('commit')
  const rollback = db.query('rollback')
  const savepoint = db.query('savepoint work')
  const release = db.query('release work')
  const undo = db.query('rollback to work')

  function schedule(): void {
    if (scheduled || queue.length === 0) return
    scheduled = true
    if (pause > 0) setTimeout(turn, pause)
    else setImmediate(turn)
  }

  /** Whatever goes wrong in one flush, there is a next one. */
  const turn = () => {
    scheduled = false
    try {
      flush()
    } finally {
      schedule()
    }
  }

  function flush(): void {
    if (queue.length === 0) return
    const batch = queue.slice(0, mostPerCommit)
    queue = queue.slice(mostPerCommit)
    const synced = answered(batch)
    pause = synced > quickSync + quickSyncPerWork * batch.length ? Math.min(synced, longestPause) : 0
  }

  /** Nobody waits for ever: what breaks the commit is told to everybody who was not answered yet. */
  const answered = (batch: Waiting[]) => {
    try {
      return commitBatch(batch)
    } catch (error) {
      log.fault('commit', error, { works: batch.length })
      for (const { refuse } of batch) refuse(error)
      return longestPause
    }
  }

  /** Gives how long the commit itself, with its sync, took in ms. */
  function commitBatch(batch: Waiting[]): number {
    const done: Done[] = []
    const refused: { waiting: Waiting; reason: unknown }[] = []
    let synced = 0
    try {
      begin.run()
      for (const waiting of batch) runWork(waiting, done, refused)
      for (const { lastly } of done) for (const work of lastly) work()
      const ready = performance.now()
      commit.run()
      synced = performance.now() - ready
    } catch (error) {
      log.fault('commit', error, { works: batch.length })
      goBack()
      const reason = storageRefusal(error)
      for (const waiting of batch) waiting.refuse(refused.find((one) => one.waiting === waiting)?.reason ?? reason)
      return longestPause
    }
    for (const { waiting, reason } of refused) waiting.refuse(reason)
    for (const { waiting, value } of done) waiting.settle(value)
    for (const { events } of done) for (const event of events) hear(event)
    return synced
  }

  /** A disk that cannot write may not be able to undo either: the next commit tries again. */
  function goBack(): void {
    try {
      if (db.inTransaction) rollback.run()
    } catch (error) {
      log.fault('rollback', error)
    }
  }

  /** Throws only when the whole transaction is gone; a work that fails alone goes to `refused`. */
  function runWork(waiting: Waiting, done: Done[], refused: { waiting: Waiting; reason: unknown }[]): void {
    savepoint.run()
    current = { events: [], lastly: [] }
    try {
      const value = waiting.work()
      if (value instanceof Promise) throw new Error('A work inside transact must not await')
      release.run()
      done.push({ waiting, value, ...current })
    } catch (reason) {
      // A full disk ends the whole transaction: following works would run in autocommit.
      if (!db.inTransaction) throw reason
      undo.run()
      release.run()
      refused.push({ waiting, reason: isStorageFault(reason) ? storageRefusal(reason) : reason })
    } finally {
      current = null
    }
  }

  return {
    transact<T>(work: () => T): Promise<T> {
      if (current) throw new Error('transact inside a work')
      if (queue.length >= mostWaiting) return Promise.reject(new Refusal('busy', 'refusal.busy'))
      return new Promise<T>((settle, refuse) => {
        queue.push({ work, settle: settle as (value: unknown) => void, refuse })
        schedule()
      })
    },
    announce(event) {
      if (!current) throw new Error('announce outside a work')
      current.events.push(event)
    },
    beforeCommit(work) {
      if (!current) throw new Error('beforeCommit outside a work')
      current.lastly.push(work)
    },
    flush() {
      while (queue.length > 0) flush()
    },
    waiting: () => queue.length
  }
}

function isStorageFault(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR|READONLY|BUSY|CORRUPT|NOTADB)/.test(String(error.code))
}

function storageRefusal(error: unknown): unknown {
  if (!isStorageFault(error)) return error
  return error.code.startsWith('SQLITE_FULL') ? new Refusal('busy', 'refusal.storage_full') : new Refusal('busy', 'refusal.busy')
}
