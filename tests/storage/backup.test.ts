import { expect, test } from 'bun:test'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReadOnly, versionOf, writeBackup } from '#src/storage/index.ts'
import { emptyFolder, openIn } from '#tests/support/folder.ts'

const put = ({ core }: ReturnType<typeof openIn>, subject: string) =>
  core.transact(() => core.db.query("insert into appliance_settings (subject, body, changed_at) values (?, 'x', 0)").run(subject))

test('a backup holds everything acknowledged before it, while the appliance goes on', async () => {
  const storage = openIn(emptyFolder())
  for (let n = 0; n < 50; n++) await put(storage, `before ${n}`)
  const target = join(emptyFolder(), 'backup.db')
  const [bytes] = await Promise.all([writeBackup(storage.folder, target), put(storage, 'meanwhile')])
  const copy = openReadOnly(target)
  expect(copy.query<{ n: number }, []>("select count(*) as n from appliance_settings where subject like 'before %'").get()?.n).toBe(50)
  expect(versionOf(copy)).toBe(versionOf(storage.core.db))
  copy.close()
  storage.close()
  expect([bytes, statSync(target).mode & 0o777, existsSync(`${target}.partial`)]).toEqual([statSync(target).size, 0o600, false])
})

test('a backup of a damaged file is refused and leaves nothing that looks like one', async () => {
  const storage = openIn(emptyFolder())
  // A row that points nowhere, as a disk that lost a page would leave it.
  storage.core.db.run('pragma foreign_keys = off')
  storage.core.db.run("insert into drafts (person_id, conversation_id, body, saved_at) values (404, 404, 'x', 0)")
  const target = join(emptyFolder(), 'backup.db')
  await expect(writeBackup(storage.folder, target)).rejects.toThrow('points nowhere')
  expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, false])
  storage.close()
})

test('an unfinished backup of earlier is written anew', async () => {
  const storage = openIn(emptyFolder())
  const target = join(emptyFolder(), 'backup.db')
  writeFileSync(`${target}.partial`, 'half')
  await writeBackup(storage.folder, target)
  storage.close()
  expect(existsSync(`${target}.partial`)).toBe(false)
})

test('a place that does not exist is told', async () => {
  const storage = openIn(emptyFolder())
  const nowhere = join(emptyFolder(), 'nowhere')
  await expect(writeBackup(storage.folder, join(nowhere, 'backup.db'))).rejects.toThrow(nowhere)
  mkdirSync(nowhere)
  await writeBackup(storage.folder, join(nowhere, 'backup.db'))
  storage.close()
})
