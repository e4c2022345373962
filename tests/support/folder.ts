import { afterAll } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotRun } from '#src/platform/exit.ts'
import { silentLog } from '#src/platform/log.ts'
import { type OpenStorage, openStorage } from '#src/storage/index.ts'

// As main does.
process.umask(0o077)

const made: string[] = []
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** The path of an empty folder, removed after the file's tests. */
export function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kefu-test-'))
  made.push(path)
  return path
}

export function openIn(path: string): OpenStorage {
  return openStorage(path, { now: Date.now, log: silentLog })
}

/** What keeps a work from running, as `exit: sentence`; null when nothing does. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof CannotRun) return `${error.exit}: ${error.message}`
    throw error
  }
}
