import type { Database } from 'bun:sqlite'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRun, exits } from '#src/platform/exit.ts'
import { applicationId } from './database.ts'
import type { DataFolder } from './folder.ts'
import { schemaVersion } from './migrate.ts'

/** Up to this size every page is read at start, at some 150 MB per second; a larger file is read by a worker while it is already in use. */
const readAtStart = 64 * 1024 * 1024
const headerBytes = 100

/**
 * Looks at the file before SQLite does, which would take a zero-length or missing one for a new database.
 * False when there never was one. Throws CannotRun 74 for a damaged or foreign file, 76 for one of a newer version.
 */
export function findDataFile(folder: DataFolder): boolean {
  const size = sizeOf(folder.db)
  if (size === null) {
    if (sizeOf(folder.id) === null && !sizeOf(folder.wal)) return false
    throw damaged(folder, 'it is missing, but this folder has held data')
  }
  if (size < headerBytes) throw damaged(folder, size === 0 ? 'it is empty' : `it has only ${size} bytes`)
  checkHeader(folder, readHeader(folder.db), size)
  return true
}

function checkHeader(folder: DataFolder, header: DataView, size: number): void {
  if (textOf(header, 0, 16) !== 'SQLite format 3\0') throw damaged(folder, 'it does not begin like a database')
  if (header.getUint32(68) !== applicationId) throw new CannotRun(exits.damaged, `${folder.db} is the database of another program. Nothing was changed.`)
  const version = header.getUint32(60)
  if (version > schemaVersion) throw newerFile(folder, version)
  const pageSize = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16)
  if (pageSize < 512) throw damaged(folder, 'its header is damaged')
  const journal = sizeOf(folder.wal) ?? 0
  // A backup says "no write-ahead log" in its header: one that lies there belongs to the file that stood here before, and SQLite would mix the two.
  if (journal > 0 && header.getUint8(19) === 1) throw foreignJournal(folder)
  // With a log the end of the file may still be in it; without one the header counts the pages.
  const counted = header.getUint32(28) * pageSize
  if (journal === 0 && header.getUint32(24) === header.getUint32(92) && counted > size) throw damaged(folder, `it was cut off at ${size} of ${counted} bytes`)
}

/** Reads every page of a file that is small enough, the schema and the beginning of each table of a larger one. Throws CannotRun 74. */
export function checkPages(db: Database, folder: DataFolder): { complete: boolean } {
  const complete = (sizeOf(folder.db) ?? 0) <= readAtStart
  const finding = complete ? firstDamage(db) : unreadableTable(db)
  if (finding) throw damaged(folder, finding)
  return { complete }
}

/** What `quick_check` says first, or null. Looks at every page, not at whether indexes agree with their tables. */
export function firstDamage(db: Database, check: 'quick_check' | 'integrity_check' = 'quick_check'): string | null {
  try {
    const found = db.query<Record<string, string>, []>(`pragma ${check}(1)`).get()
    const [finding = 'ok'] = found ? Object.values(found) : []
    return finding === 'ok' ? null : finding.replaceAll('\n', ' ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function unreadableTable(db: Database): string | null {
  try {
    const tables = db.query<{ name: string }, []>("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'").all()
    for (const { name } of tables) db.query(`select 1 from "${name.replaceAll('"', '""')}" limit 1`).get()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function damaged(folder: DataFolder, because: string): CannotRun {
  return new CannotRun(exits.damaged, `${folder.db} is damaged: ${because}. Nothing was changed. ${restoreAdvice(folder)}`)
}

export function newerFile(folder: DataFolder, version: number): CannotRun {
  const sentence = `${folder.db} was written by a newer Kefu (schema ${version}; this one knows ${schemaVersion}). Start the newer program again, or an older backup.`
  return new CannotRun(exits.newerFile, sentence)
}

function foreignJournal(folder: DataFolder): CannotRun {
  return new CannotRun(
    exits.damaged,
    `${folder.wal} belongs to another database than ${folder.db}. If kefu.db was just restored from a backup, remove it: rm '${folder.wal}' '${folder.shm}'`
  )
}

/** The command that puts the newest backup in place; the damaged file is kept. */
function restoreAdvice(folder: DataFolder): string {
  const newest = newestBackup(folder)
  if (!newest) return `Put a backup in its place (mv '${folder.db}' '${folder.db}.damaged'; rm -f '${folder.wal}' '${folder.shm}'; cp BACKUP '${folder.db}').`
  return `To restore: mv '${folder.db}' '${folder.db}.damaged'; rm -f '${folder.wal}' '${folder.shm}'; cp '${newest}' '${folder.db}'`
}

function newestBackup(folder: DataFolder): string | null {
  try {
    const files = readdirSync(folder.backups).filter((name) => name.endsWith('.db'))
    const [newest] = files.map((name) => join(folder.backups, name)).sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    return newest ?? null
  } catch {
    return null
  }
}

/** https://sqlite.org/fileformat2.html, section 1.3. */
function readHeader(file: string): DataView {
  const bytes = new Uint8Array(headerBytes)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, headerBytes, 0)
  } finally {
    closeSync(handle)
  }
  return new DataView(bytes.buffer)
}

function textOf(view: DataView, from: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, from, length))
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null
}
