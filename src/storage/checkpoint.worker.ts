import { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'

/*
 * Empties the write-ahead log into the file, beside the main thread: a commit that does it itself costs three syncs
 * instead of one. Passive: it never waits for readers or the writer, and takes up the rest next time.
 */

declare const self: Worker

/** First the file to care for, then 'stop'; the answer to that is 'stopped'. */
export type CheckpointOrder = { file: string } | 'stop'

const everyMs = 250
const quietMs = 1_000
const soonBytes = 4 * 1024 * 1024

let stop = () => {}

self.onmessage = ({ data: order }: MessageEvent<CheckpointOrder>) => {
  if (order !== 'stop') {
    stop = keepShort(order.file)
    return
  }
  stop()
  self.postMessage('stopped')
}

function keepShort(file: string): () => void {
  const db = new Database(file, { readwrite: true, create: false })
  db.run('pragma busy_timeout = 0')
  db.run('pragma synchronous = full')
  let last = { at: 0, changed: 0 }
  const timer = setInterval(() => {
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
    const now = performance.now()
    if (!log || log.size === 0 || log.mtimeMs === last.changed) return
    if (log.size < soonBytes && now - last.at < quietMs) return
    last = { at: now, changed: empty(db) ? log.mtimeMs : 0 }
  }, everyMs)
  return () => {
    clearInterval(timer)
    db.close()
  }
}

/** Whether nothing is left to do. */
function empty(db: Database): boolean {
  const left = db.query<{ busy: number; log: number; checkpointed: number }, []>('pragma wal_checkpoint(passive)').get()
  return left !== null && left.busy === 0 && left.log === left.checkpointed
}
