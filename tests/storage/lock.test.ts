import { afterEach, expect, test } from 'bun:test'
import { join } from 'node:path'
import { folderAt, isLocked, lockFolder, refuseSecondProcess, unlock } from '#src/storage/index.ts'
import { emptyFolder, refusalOf } from '#tests/support/folder.ts'

let child: Bun.Subprocess | null = null
afterEach(() => child?.kill('SIGKILL'))

/** A process that has the folder and says so. */
async function holder(path: string) {
  const started = Bun.spawn([process.execPath, join(import.meta.dir, 'holding.ts'), path], { stdout: 'pipe' })
  child = started
  await started.stdout.getReader().read()
  return started
}

test('another process is refused as long as the first lives, whatever its memory is cleaned of, and told who it is', async () => {
  const path = emptyFolder()
  const other = await holder(path)
  await Bun.sleep(1_500)
  const refusal = refusalOf(() => lockFolder(folderAt(path)))
  expect(refusal).toStartWith('11: ')
  expect(refusal).toContain(`process ${other.pid}`)
  expect(refusalOf(() => refuseSecondProcess(folderAt(path)))).toStartWith('11: ')
})

test('a killed process leaves no lock behind', async () => {
  const path = emptyFolder()
  const other = await holder(path)
  other.kill('SIGKILL')
  await other.exited
  expect(refusalOf(() => lockFolder(folderAt(path)))).toBeNull()
  unlock(folderAt(path))
})

test('looking whether a folder is locked takes and leaves nothing', () => {
  const folder = folderAt(emptyFolder())
  expect(isLocked(folder)).toBe(false)
  lockFolder(folder)
  expect(isLocked(folder)).toBe(true)
  unlock(folder)
  expect([isLocked(folder), isLocked(folder)]).toEqual([false, false])
})
