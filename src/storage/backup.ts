import { accessSync, chmodSync, constants, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotRun, exits } from '#src/platform/exit.ts'
import { askWorker } from '#src/platform/workers.ts'
import type { BackupOrder } from './backup.worker.ts'
import { renameDurably, syncFile } from './durable-write.ts'
import { damaged } from './file-checks.ts'
import type { DataFolder } from './folder.ts'
import { freeBytes } from './free-space.ts'

/**
 * Backs the file up while it is in use, and gives the copy's size. The copy has another name until it is whole, checked
 * and on disk, so that an unfinished one is never taken for a backup. Holds no key.
 */
export async function writeBackup(folder: DataFolder, target: string): Promise<number> {
  const partial = `${target}.partial`
  refuseWithoutRoom(folder, target)
  rmSync(partial, { force: true })
  try {
    const finding = await copyInWorker({ from: folder.db, to: partial })
    if (finding !== null) throw damaged(folder, finding)
    chmodSync(partial, 0o600)
    syncFile(partial)
    renameDurably(partial, target)
    return statSync(target).size
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function refuseWithoutRoom(folder: DataFolder, target: string): void {
  const where = dirname(target)
  const found = statSync(where, { throwIfNoEntry: false })
  if (!found?.isDirectory()) throw new CannotRun(exits.folder, `There is no folder ${where}. Make it first, or choose another place.`)
  if (!mayWrite(where))
    throw new CannotRun(exits.folder, `Kefu cannot write to ${where}. The data folder's owner (user ${statSync(folder.db).uid}) must be able to.`)
  const needed = statSync(folder.db).size
  if (freeBytes(where) < needed) throw new CannotRun(exits.folder, `The disk of ${where} has no room for a backup of ${Math.ceil(needed / 1024 / 1024)} MB.`)
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Answers with what is wrong with the copy, or null. */
async function copyInWorker(order: BackupOrder): Promise<string | null> {
  try {
    return await askWorker<string | null>('storage/backup.worker.ts', order)
  } catch (error) {
    throw new CannotRun(exits.folder, `The backup failed: ${error instanceof Error ? error.message : error}`)
  }
}
