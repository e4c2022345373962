import { dirname } from 'node:path'
import { type Space, spaceOf } from './free-space.ts'

const leastFree = 1_000_000_000
const leastShare = 0.1
const askedAgainAfter = 10_000

/**
 * Whether the disk of a database is filling up, so that uploads must wait while messages go on: less than 1 GB or a tenth
 * of it is free. Asked of the system at most every ten seconds; a file in memory fills no disk.
 */
export function createDiskWatch(file: string, now: () => number, ask: (folder: string) => Space = spaceOf): () => boolean {
  let asked = Number.NEGATIVE_INFINITY
  let filling = false
  return () => {
    if (file === '' || file === ':memory:' || Math.abs(now() - asked) < askedAgainAfter) return filling
    asked = now()
    const { free, size } = ask(dirname(file))
    filling = free < leastFree || free < size * leastShare
    return filling
  }
}
