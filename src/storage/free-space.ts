import { statfsSync } from 'node:fs'

/** What an ordinary user may still write on this path's disk. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
