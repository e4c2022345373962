import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type DataFolder, freeBytes } from '#src/storage/index.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

const megabyte = 1024 * 1024
const leastFree = 64 * megabyte
const littleFree = 1024 * megabyte

/** The data folder: there, ours alone, writable, with room. */
export function lookAtFolder(folder: DataFolder): Finding[] {
  const { path } = folder
  if (!existsSync(path)) return [doubtful('doctor.folder.missing', 'doctor.folder.missing_cure', { path })]
  if (!statSync(path).isDirectory()) return [bad('doctor.folder.not_one', 'doctor.folder.not_one_cure', { path })]
  return [writable(path), closed(folder), room(path)]
}

function writable(path: string): Finding {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return good('doctor.folder.writable', { path })
  } catch {
    return bad('doctor.folder.not_writable', 'doctor.folder.not_writable_cure', { path, user: String(process.getuid?.() ?? 0) })
  }
}

function closed({ path, backups }: DataFolder): Finding {
  const ours = readdirSync(path).filter((name) => name.startsWith('kefu.'))
  const open = [path, ...(existsSync(backups) ? [backups] : []), ...ours.map((name) => join(path, name))].filter(isOpenToOthers)
  const [first] = open
  return first === undefined ? good('doctor.folder.closed') : doubtful('doctor.folder.open', 'doctor.folder.open_cure', { path: first, folder: path })
}

function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
}

function room(path: string): Finding {
  const free = freeBytes(path)
  const values = { path, mb: Math.floor(free / megabyte) }
  if (free < leastFree) return bad('doctor.disk.full', 'doctor.disk.cure', values)
  return free < littleFree ? doubtful('doctor.disk.little', 'doctor.disk.cure', values) : good('doctor.disk.enough', values)
}
