import { afterEach, expect, test } from 'bun:test'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { silentLog } from '#src/platform/log.ts'
import type { OpenStorage } from '#src/storage/index.ts'
import { startUpkeep, type Upkeep, wholeFileDamage } from '#src/upkeep/index.ts'
import { createWriteProbe } from '#src/upkeep/write-probe.ts'
import { answerHealth } from '#src/web/health.ts'
import { emptyFolder, openIn } from '#tests/support/folder.ts'

let storage: OpenStorage
let upkeep: Upkeep | null = null
afterEach(async () => {
  await upkeep?.stop()
  upkeep = null
  storage.close()
})

const ready = async (): Promise<[number, string]> => {
  const answer = await (answerHealth('/readyz', upkeep ?? never()) ?? never())
  return [answer.status, await answer.text()]
}
const never = () => {
  throw new Error('no upkeep')
}

test('ready is who can write; one who stops, or cannot write, says why', async () => {
  storage = openIn(emptyFolder())
  upkeep = startUpkeep(storage, silentLog)
  expect(await ready()).toEqual([200, 'ready\n'])
  storage.core.db.run('pragma query_only = on')
  await Bun.sleep(1_100)
  expect(await ready()).toEqual([503, 'cannot-write\n'])
  storage.core.db.run('pragma query_only = off')
  upkeep.announceStop()
  await Bun.sleep(1_100)
  expect(await ready()).toEqual([503, 'stopping\n'])
})

test('health asks nobody: it answers even when nothing can be written', async () => {
  storage = openIn(emptyFolder())
  upkeep = startUpkeep(storage, silentLog)
  storage.core.db.run('pragma query_only = on')
  expect((await answerHealth('/healthz', upkeep))?.status).toBe(200)
  expect(answerHealth('/else', upkeep)).toBeNull()
  storage.core.db.run('pragma query_only = off')
})

test('asking a thousand times writes once', async () => {
  storage = openIn(emptyFolder())
  const canWrite = createWriteProbe(storage.core)
  const before = storage.core.db.query<{ n: number }, []>('select total_changes() as n').get()?.n ?? 0
  expect(await Promise.all(Array.from({ length: 1_000 }, () => canWrite()))).not.toContain(false)
  expect(storage.core.db.query<{ n: number }, []>('select total_changes() as n').get()?.n).toBe(before + 1)
})

test('damage is found while running; from then on nothing is written and ready says so', async () => {
  storage = openIn(emptyFolder())
  const { core, folder } = storage
  await core.transact(() => core.db.query("insert into appliance_settings (subject, body, changed_at) values ('kept', ?, 0)").run('x'.repeat(200_000)))
  core.db.run('pragma wal_checkpoint(truncate)')
  expect(await wholeFileDamage(folder.db)).toBeNull()
  const pages = statSync(folder.db).size / 4096
  const handle = openSync(folder.db, 'r+')
  for (let page = pages - 40; page < pages - 10; page++) writeSync(handle, new Uint8Array(4096).fill(0xee), 0, 4096, page * 4096)
  closeSync(handle)
  expect(await wholeFileDamage(folder.db)).not.toBeNull()
  // As for a file too large to be read at start: it is read at once, beside the main thread.
  upkeep = startUpkeep({ ...storage, checked: false }, silentLog)
  while (upkeep.damage() === null) await Bun.sleep(20)
  expect(await ready()).toEqual([503, 'damaged\n'])
  await expect(core.transact(() => core.db.run("delete from appliance_settings where subject = 'none'"))).rejects.toThrow()
  core.db.run('pragma query_only = off')
})
