import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotRun, exits } from '#src/platform/exit.ts'

/** The data folder and what lies in it, as absolute paths. Only kefu.db is needed to go on. */
export type DataFolder = { path: string; db: string; wal: string; shm: string; key: string; lock: string; id: string; ballast: string; backups: string }

export function folderAt(path: string): DataFolder {
  const inside = (name: string) => join(resolve(path), name)
  return {
    path: resolve(path),
    db: inside('kefu.db'),
    wal: inside('kefu.db-wal'),
    shm: inside('kefu.db-shm'),
    key: inside('kefu.key'),
    lock: inside('kefu.lock'),
    id: inside('kefu.id'),
    ballast: inside('kefu.ballast'),
    backups: inside('backups')
  }
}

/** What may lie in a folder that Kefu takes for its own. */
const expected = /^(kefu\..*|backups|geo.*|\.gitkeep|lost\+found)$/

/**
 * Makes the folder if it is missing, and closes it and its files to everybody but their owner. Gives back what had
 * to be closed. Throws CannotRun when the folder is not ours to use: it is never taken over with foreign things in it,
 * because closing, say, /tmp or a home folder would harm others.
 */
export function prepareFolder(folder: DataFolder): string[] {
  const found = tryFolder(folder.path, () => {
    mkdirSync(folder.path, { recursive: true, mode: 0o700 })
    return statSync(folder.path)
  })
  if (!found.isDirectory()) throw new CannotRun(exits.folder, `${folder.path} is not a folder. Give Kefu a folder of its own with --data.`)
  const foreign = tryFolder(folder.path, () => readdirSync(folder.path)).filter((name) => !expected.test(name))
  if (foreign.length > 0 && !exists(folder.db)) {
    throw new CannotRun(exits.folder, `${folder.path} holds other things (${foreign[0]}). Give Kefu a folder of its own with --data.`)
  }
  tryFolder(folder.path, () => {
    const probe = join(folder.path, `kefu.probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  })
  return tightened(folder, found)
}

/** A symlink, pipe, folder or somebody else's file in the place of one of ours is refused: it would be written to or believed. */
function tightened(folder: DataFolder, found: Stats): string[] {
  const closed = closeToOthers(folder.path, found, 0o700)
  for (const file of [folder.db, folder.wal, folder.shm, folder.key, folder.lock, folder.id, folder.ballast]) {
    const stats = lstatSync(file, { throwIfNoEntry: false })
    if (!stats) continue
    if (!stats.isFile())
      throw new CannotRun(exits.folder, `${file} is not an ordinary file. Kefu does not follow links or read pipes; put the file itself there.`)
    if (belongsToOther(stats)) throw new CannotRun(exits.folder, `${file} belongs to another user. Run Kefu as its owner, or change the owner with chown.`)
    closed.push(...closeToOthers(file, stats, 0o600))
  }
  return closed
}

function closeToOthers(path: string, stats: Stats, mode: number): string[] {
  if (process.platform === 'win32' || (stats.mode & 0o077) === 0) return []
  tryFolder(path, () => chmodSync(path, mode))
  return [path]
}

/** The administrator's own files count as everybody's: he may start Kefu as another user later. */
function belongsToOther(stats: Stats): boolean {
  const user = process.getuid?.()
  return user !== undefined && user !== 0 && stats.uid !== user
}

/**
 * The administrator's short commands act as the owner of the data: a file that the administrator left behind (even an
 * empty log of SQLite's) would keep the owner's next start from working. For the rest of the process.
 */
export function actAsOwner({ path, db }: DataFolder): void {
  const owner = statSync(db, { throwIfNoEntry: false }) ?? statSync(path, { throwIfNoEntry: false })
  if (!owner || process.getuid?.() !== 0 || owner.uid === 0) return
  process.setgid?.(owner.gid)
  process.setuid?.(owner.uid)
}

function tryFolder<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const because = reasons[code] ?? (error instanceof Error ? error.message : String(error))
    throw new CannotRun(exits.folder, `Kefu cannot write to ${path}: ${because}. Make it writable for this user, or choose another folder with --data.`)
  }
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is mounted read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of this name is in the way'
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
