import { expect, test } from 'bun:test'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { silentLog } from '#src/platform/log.ts'
import { openReadOnly, startCheckpoints, trimBallast } from '#src/storage/index.ts'
import { emptyFolder, openIn } from '#tests/support/folder.ts'

const much = 'x'.repeat(100_000)

async function eventually(what: () => boolean, within = 10_000): Promise<void> {
  const end = performance.now() + within
  while (!what()) {
    if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`)
    await Bun.sleep(50)
  }
}

test('the log is emptied into the file beside the main thread', async () => {
  const { core, folder, close } = openIn(emptyFolder())
  const before = statSync(folder.db).size
  const checkpoints = startCheckpoints(core.db, folder, silentLog)
  for (let n = 0; n < 20; n++) core.db.query('insert into appliance_settings (subject, body, changed_at) values (?, ?, 0)').run(`s${n}`, much)
  // Only a checkpoint makes the file itself longer.
  await eventually(() => statSync(folder.db).size > before + 20 * much.length)
  await checkpoints.stop()
  close()
  expect(readdirSync(folder.path).filter((name) => name.startsWith('kefu.db'))).toEqual(['kefu.db'])
})

test('above 64 MB the main thread cuts the log itself, though a reader had held it', async () => {
  const { core, folder, close } = openIn(emptyFolder())
  const reader = openReadOnly(folder.db)
  reader.run('begin')
  reader.query('select count(*) from sqlite_schema').get()
  const checkpoints = startCheckpoints(core.db, folder, silentLog)
  const insert = core.db.query('insert into appliance_settings (subject, body, changed_at) values (?, hex(zeroblob(500000)), 0)')
  for (let n = 0; n < 70; n++) insert.run(`s${n}`)
  expect(statSync(folder.wal).size).toBeGreaterThan(64 * 1024 * 1024)
  reader.run('rollback')
  reader.close()
  await eventually(() => statSync(folder.wal).size < 1024 * 1024, 15_000)
  await checkpoints.stop()
  close()
})

test('the ballast is made once and kept while there is room', async () => {
  const { folder, close } = openIn(emptyFolder())
  expect(await trimBallast(folder)).toBe('made')
  expect(statSync(folder.ballast).size).toBe(64 * 1024 * 1024)
  expect(await trimBallast(folder)).toBe('kept')
  expect(await trimBallast(folder, () => 1024)).toBe('let-go')
  expect(existsSync(folder.ballast)).toBe(false)
  expect(await trimBallast(folder, () => 100 * 1024 * 1024)).toBe('no-room')
  close()
})
