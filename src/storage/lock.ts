import { Database } from 'bun:sqlite'
import { existsSync } from 'node:fs'
import { CannotRun, exits } from '#src/platform/exit.ts'
import type { DataFolder } from './folder.ts'

/** Held locks by file. A lock whose `Database` nobody refers to is collected, and let go, within a second. */
const held = new Map<string, Database>()

/**
 * Makes this the only process that uses the folder, until `unlock` or the end of the process, however it ends: the
 * lock is the operating system's, on an open file. Throws CannotRun 11 when another process has it.
 */
export function lockFolder(folder: DataFolder): void {
  if (held.has(folder.lock)) throw secondProcess(folder, process.pid)
  const lock = new Database(folder.lock, { create: true })
  try {
    lock.run(`pragma user_version = ${process.pid}`)
    lock.run('begin immediate')
  } catch (error) {
    const holder = holderOf(lock)
    lock.close()
    if (isBusy(error)) throw secondProcess(folder, holder)
    throw new CannotRun(exits.folder, `Kefu cannot use ${folder.lock}: ${error instanceof Error ? error.message : error}. Remove this file and start again.`)
  }
  held.set(folder.lock, lock)
}

/** Whether another process has the folder now; takes nothing and leaves nothing behind. */
export function isLocked(folder: DataFolder): boolean {
  if (held.has(folder.lock)) return true
  if (!existsSync(folder.lock)) return false
  const lock = new Database(folder.lock, { create: false, readwrite: true })
  try {
    lock.run('begin immediate')
    lock.run('rollback')
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    lock.close()
  }
}

/** For a look before anything is written. Throws CannotRun 11 when another process has the folder. */
export function refuseSecondProcess(folder: DataFolder): void {
  if (isLocked(folder)) throw secondProcess(folder, null)
}

export function unlock(folder: DataFolder): void {
  held.get(folder.lock)?.close()
  held.delete(folder.lock)
}

function secondProcess(folder: DataFolder, holder: number | null): CannotRun {
  const who = holder ? ` (process ${holder})` : ''
  return new CannotRun(exits.secondProcess, `Kefu is already running with the data folder ${folder.path}${who}. Only one process may use it.`)
}

function holderOf(lock: Database): number | null {
  try {
    return lock.query<{ user_version: number }, []>('pragma user_version').get()?.user_version || null
  } catch {
    return null
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
