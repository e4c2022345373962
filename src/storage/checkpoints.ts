import type { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'
import type { Log } from '#src/platform/log.ts'
import { every } from '#src/platform/schedule.ts'
import { startWorker } from '#src/platform/workers.ts'
import type { CheckpointOrder } from './checkpoint.worker.ts'
import type { DataFolder } from './folder.ts'

/** A steady writer is never caught up by the worker's passive checkpoints: above this the writer stops for one itself. */
const longestLog = 64 * 1024 * 1024
const lookEveryMs = 1_000
const restartAfterMs = 10_000
/** For how long readers may keep the main thread waiting, which answers nobody meanwhile. */
const patienceMs = 50
const farewellMs = 2_000

export type Checkpoints = { stop(): Promise<void> }

/** Keeps the write-ahead log short while the appliance runs: a worker does it, the main thread only in need. */
export function startCheckpoints(db: Database, folder: DataFolder, log: Log): Checkpoints {
  let worker = work()
  let restart: Timer | undefined

  function work(): Bun.Worker {
    const started = startWorker('storage/checkpoint.worker.ts')
    started.unref()
    started.onerror = (event) => {
      log.fault('checkpoint-worker', event.message)
      started.terminate()
      restart = setTimeout(() => {
        worker = work()
      }, restartAfterMs).unref()
    }
    started.postMessage({ file: folder.db } satisfies CheckpointOrder)
    return started
  }

  const look = every(lookEveryMs, 'truncate-log', log, () => {
    if ((statSync(folder.wal, { throwIfNoEntry: false })?.size ?? 0) <= longestLog) return
    const before = performance.now()
    log.info('log-truncated', { done: truncateLog(db), ms: Math.round(performance.now() - before) })
  })

  return {
    stop() {
      look.stop()
      clearTimeout(restart)
      return sendHome(worker)
    }
  }
}

/** Lets the worker close its connection first: a connection that dies open would keep the file's locks in this process. */
function sendHome(worker: Bun.Worker): Promise<void> {
  return new Promise((settle) => {
    const gone = () => {
      clearTimeout(late)
      worker.terminate()
      settle()
    }
    const late = setTimeout(gone, farewellMs)
    worker.onmessage = gone
    worker.onerror = gone
    worker.postMessage('stop' satisfies CheckpointOrder)
  })
}

/** Empties the log and cuts it to nothing. False when a reader held it longer than `patienceMs`: that only puts it off. */
export function truncateLog(db: Database): boolean {
  db.run(`pragma busy_timeout = ${patienceMs}`)
  const done = db.query<{ busy: number }, []>('pragma wal_checkpoint(truncate)').get()
  db.run('pragma busy_timeout = 5000')
  return done?.busy === 0
}
