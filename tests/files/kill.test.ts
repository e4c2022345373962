import { expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { discardUnfinished, fileByPublicId } from '#src/files/index.ts'
import { silentLog } from '#src/platform/log.ts'
import { createStorage, openDatabase } from '#src/storage/index.ts'
import { countOf, expectWholeFiles } from '#tests/support/stored-files.ts'

test('a process killed while files arrive loses no sent file and leaves none half', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-files-'))
  try {
    for (const seen of [1, 4, 9]) await killAfter(join(folder, `${seen}.db`), seen)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 30_000)

async function killAfter(file: string, linesSeen: number): Promise<void> {
  const sent = await uploadUntilKilled(file, linesSeen)
  const db = openDatabase(file)
  const { core } = createStorage(db, { now: Date.now, log: silentLog })
  await discardUnfinished(core, Date.now() + 3_700_000)
  expectWholeFiles(core)
  expect(sent.filter((publicId) => fileByPublicId(core, publicId) === null)).toEqual([])
  expect(countOf(core, 'files')).toBe(db.query<{ n: number }, []>('select count(*) as n from entries').get()?.n ?? -1)
  db.close()
}

async function uploadUntilKilled(file: string, linesSeen: number): Promise<string[]> {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'uploading.ts'), file], { stdout: 'pipe', stderr: 'inherit' })
  const seen: string[] = []
  const reader = child.stdout.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    seen.push(
      ...Buffer.from(read.value)
        .toString()
        .split('\n')
        .filter((line) => line !== '')
    )
    // Between two chunks, most likely: one file takes seven commits.
    if (seen.length >= linesSeen) child.kill('SIGKILL')
  }
  await child.exited
  expect(seen.length).toBeLessThan(40)
  return seen.filter((line) => line !== '-')
}
