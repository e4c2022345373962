import type { Database } from 'bun:sqlite'
import { constants, copyFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRun, exits } from '#src/platform/exit.ts'
import type { Log } from '#src/platform/log.ts'
import { renameDurably, syncFile } from './durable-write.ts'
import type { DataFolder } from './folder.ts'
import { freeBytes } from './free-space.ts'

/** A migration may rewrite tables beside the old ones before it lets them go. */
const spareBytes = 64 * 1024 * 1024

/**
 * Copies the file into backups/ before its schema changes. Nobody else uses the file at this moment (the lock is held),
 * so a plain copy is whole once the log is emptied into it. Throws CannotRun 73 when the disk has no room for the copy and the change.
 */
export function copyBeforeMigration(db: Database, folder: DataFolder, versions: { from: number; to: number }, log: Log): void {
  db.run('pragma wal_checkpoint(truncate)')
  const { size } = statSync(folder.db)
  const free = freeBytes(folder.path)
  const needed = 2 * size + spareBytes
  if (free < needed) {
    throw new CannotRun(
      exits.folder,
      `This version changes how data is stored and needs ${megabytes(needed)} MB free on the disk of ${folder.path}; there are ${megabytes(free)} MB.`
    )
  }
  mkdirSync(folder.backups, { recursive: true, mode: 0o700 })
  const copy = join(folder.backups, `before-schema-${versions.to}-from-${versions.from}.db`)
  copyFileSync(folder.db, `${copy}.partial`, constants.COPYFILE_FICLONE)
  syncFile(`${copy}.partial`)
  renameDurably(`${copy}.partial`, copy)
  log.info('copied-before-migration', { copy, from: versions.from, to: versions.to, bytes: size })
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
