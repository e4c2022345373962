import type { Database } from 'bun:sqlite'
import { existsSync, rmSync } from 'node:fs'
import { CannotRun, exits } from '#src/platform/exit.ts'
import type { Log } from '#src/platform/log.ts'
import { truncateLog } from './checkpoints.ts'
import { copyBeforeMigration } from './copy-before-migration.ts'
import { openDatabase } from './database.ts'
import { renameDurably, writeDurably } from './durable-write.ts'
import { checkPages, damaged, findDataFile, newerFile } from './file-checks.ts'
import { type DataFolder, folderAt, prepareFolder } from './folder.ts'
import { openKey } from './key.ts'
import { lockFolder, unlock } from './lock.ts'
import { ForeignFile, migrate, NewerFile, versionOf } from './migrate.ts'
import { createStorage, type Storage } from './storage.ts'

/** The appliance's file in use by this process, and by no other. */
export type OpenStorage = Storage & {
  folder: DataFolder
  /** Seals secrets for outside services; 32 bytes, never in a backup. */
  key: Uint8Array
  /** Whether every page was read at start; a large file has to be read later, by the worker. */
  checked: boolean
  /** Commits what waits, empties the log, lets the folder go. */
  close(): void
}

/**
 * Takes the data folder, making it and the file at the first start. Throws CannotRun 11 when another process has it,
 * 73 when it cannot be written, 74 when the file is damaged, missing or foreign, 76 when a newer Kefu wrote it.
 */
export function openStorage(path: string, { now, log }: { now: () => number; log: Log }): OpenStorage {
  const folder = folderAt(path)
  const closed = prepareFolder(folder)
  lockFolder(folder)
  try {
    if (closed.length > 0) log.warn('permissions-closed', { paths: closed.join(', ') })
    if (!findDataFile(folder)) createDataFile(folder)
    const { db, checked } = openDataFile(folder, log)
    const key = openKey(folder)
    const storage = createStorage(db, { now, log })
    return { ...storage, folder, key, checked, close: () => closeStorage(storage, folder) }
  } catch (error) {
    unlock(folder)
    throw error
  }
}

/** Under another name until it is whole: so an empty kefu.db is always damage, never a first start that was interrupted. */
function createDataFile(folder: DataFolder): void {
  const fresh = `${folder.db}.new`
  for (const leftover of [fresh, `${fresh}-wal`, `${fresh}-shm`]) rmSync(leftover, { force: true })
  const db = openDatabase(fresh)
  migrate(db)
  db.run('pragma wal_checkpoint(truncate)')
  db.close()
  renameDurably(fresh, folder.db)
}

function openDataFile(folder: DataFolder, log: Log): { db: Database; checked: boolean } {
  const db = openOrRefuse(folder)
  try {
    const checked = checkPages(db, folder).complete
    markAsUsed(folder)
    migrate(db, undefined, (from, to) => copyBeforeMigration(db, folder, { from, to }, log))
    return { db, checked }
  } catch (error) {
    const refusal = error instanceof NewerFile ? newerFile(folder, versionOf(db)) : asDamage(error, folder)
    db.close()
    throw refusal
  }
}

function openOrRefuse(folder: DataFolder): Database {
  try {
    return openDatabase(folder.db)
  } catch (error) {
    throw asDamage(error, folder)
  }
}

/** Without kefu.db a folder that holds this mark refuses to begin afresh. */
function markAsUsed(folder: DataFolder): void {
  if (existsSync(folder.id)) return
  writeDurably(folder.id, 'Kefu keeps its data here, in kefu.db. If that file is missing, restore a backup.\n')
}

function asDamage(error: unknown, folder: DataFolder): unknown {
  if (error instanceof ForeignFile) return new CannotRun(exits.damaged, `${folder.db} is the database of another program. Nothing was changed.`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code) ? damaged(folder, error instanceof Error ? error.message : code) : error
}

function closeStorage(storage: Storage, folder: DataFolder): void {
  storage.flush()
  truncateLog(storage.core.db)
  storage.core.db.close()
  unlock(folder)
}
