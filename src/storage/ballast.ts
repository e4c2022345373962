import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { DataFolder } from './folder.ts'
import { freeBytes } from './free-space.ts'

/** SQLite needs room even to delete: on a full disk this file goes first, so that cleaning and checkpoints work. */
export const ballastBytes = 64 * 1024 * 1024
/** Below this much free space the ballast is let go; it comes back when there is eight times as much. */
const roomForBallast = 8 * ballastBytes

/** Lets the ballast go on a nearly full disk and makes it again when there is room. Says what it did. */
export async function trimBallast(folder: DataFolder, freeNow: (path: string) => number = freeBytes): Promise<'kept' | 'let-go' | 'made' | 'no-room'> {
  const free = freeNow(folder.path)
  const there = existsSync(folder.ballast) && statSync(folder.ballast).size === ballastBytes
  if (there && free >= ballastBytes) return 'kept'
  if (there) {
    rmSync(folder.ballast)
    return 'let-go'
  }
  if (free < roomForBallast || making.has(folder.ballast)) return 'no-room'
  making.add(folder.ballast)
  try {
    await fill(folder.ballast)
  } finally {
    making.delete(folder.ballast)
  }
  return 'made'
}

/** Laying it down takes seconds, and the next look at the disk may come before it is done. */
const making = new Set<string>()

/** Between two pieces: a commit that waits for the disk must not wait for all of it. */
const breath = 60

/** In pieces, each on disk before the next: 64 MB in one sync would hold up every commit for most of a second. */
async function fill(file: string): Promise<void> {
  const piece = new Uint8Array(1024 * 1024)
  rmSync(`${file}.partial`, { force: true })
  const handle = await open(`${file}.partial`, 'wx', 0o600)
  try {
    for (let written = 0; written < ballastBytes; written += piece.length) {
      await handle.write(piece)
      await handle.datasync()
      await Bun.sleep(breath)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  renameSync(`${file}.partial`, file)
}
