import { statfsSync } from 'node:fs'

/** Bytes of a disk; `free` is what an ordinary user may still write. */
export type Space = { free: number; size: number }

/** What an ordinary user may still write on this path's disk. */
export function freeBytes(path: string): number {
  return spaceOf(path).free
}

export function spaceOf(path: string): Space {
  const { bavail, blocks, bsize } = statfsSync(path)
  return { free: bavail * bsize, size: blocks * bsize }
}
