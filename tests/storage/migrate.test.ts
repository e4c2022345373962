import { expect, test } from 'bun:test'
import { cpSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '#src/platform/log.ts'
import { copyBeforeMigration } from '#src/storage/copy-before-migration.ts'
import { firstDamage, folderAt, migrate, openDatabase, openReadOnly, schemaVersion, versionOf } from '#src/storage/index.ts'
import { emptyFolder } from '#tests/support/folder.ts'
import { steps } from './two-steps.ts'

/** An appliance of the present version with three settings. */
function older(path: string): string {
  const file = join(path, 'kefu.db')
  const db = openDatabase(file)
  migrate(db)
  for (const subject of ['a', 'b', 'c']) db.query("insert into appliance_settings (subject, body, changed_at) values (?, 'x', 0)").run(subject)
  db.run('pragma wal_checkpoint(truncate)')
  db.close()
  return file
}

const bodies = (file: string) => {
  const db = openReadOnly(file)
  const found = db.query<{ body: string }, []>('select body from appliance_settings').all().length
  const version = versionOf(db)
  const damage = firstDamage(db)
  db.close()
  return { found, version, damage }
}

test('killed after any statement, the file has the old schema whole, and the next start completes it', () => {
  const template = older(emptyFolder())
  for (let statements = 0; statements < 8; statements++) {
    const file = join(emptyFolder(), 'kefu.db')
    cpSync(template, file)
    const child = Bun.spawnSync([process.execPath, join(import.meta.dir, 'migrating.ts'), file, String(statements)])
    expect([statements, child.signalCode]).toEqual([statements, 'SIGKILL'])
    expect([statements, bodies(file)]).toEqual([statements, { found: 3, version: schemaVersion, damage: null }])
    const db = openDatabase(file)
    migrate(db, steps)
    db.close()
    expect([statements, bodies(file)]).toEqual([statements, { found: 3, version: schemaVersion + 1, damage: null }])
  }
})

test('killed anywhere in the first migration, nothing of it is there', () => {
  for (const statements of [0, 1, 5, 20, 50]) {
    const file = join(emptyFolder(), 'kefu.db')
    const child = Bun.spawnSync([process.execPath, join(import.meta.dir, 'migrating.ts'), file, String(statements)])
    expect(child.signalCode).toBe('SIGKILL')
    const db = openDatabase(file)
    expect([versionOf(db), db.query('select count(*) as n from sqlite_schema').get()]).toEqual([0, { n: 0 }])
    db.close()
  }
})

test('a disk that fills up inside leaves the old schema', () => {
  const file = older(emptyFolder())
  const db = openDatabase(file)
  db.run(`pragma max_page_count = ${db.query<{ page_count: number }, []>('pragma page_count').get()?.page_count}`)
  expect(() => migrate(db, steps)).toThrow('full')
  expect(versionOf(db)).toBe(schemaVersion)
  db.close()
  expect(bodies(file)).toEqual({ found: 3, version: schemaVersion, damage: null })
})

test('before the schema changes the whole file is copied, with what its log still held', () => {
  const path = emptyFolder()
  const db = openDatabase(older(path))
  db.run("insert into appliance_settings (subject, body, changed_at) values ('in the log', 'x', 0)")
  const folder = folderAt(path)
  migrate(db, steps, (from, to) => copyBeforeMigration(db, folder, { from, to }, silentLog))
  db.close()
  const copy = join(folder.backups, `before-schema-${schemaVersion + 1}-from-${schemaVersion}.db`)
  expect(bodies(copy)).toEqual({ found: 4, version: schemaVersion, damage: null })
  expect(statSync(copy).mode & 0o077).toBe(0)
})

test('a new file, and one of this version, need no copy', () => {
  const path = emptyFolder()
  const db = openDatabase(join(path, 'kefu.db'))
  const refuse = () => {
    throw new Error('no copy was needed')
  }
  migrate(db, undefined, refuse)
  migrate(db, undefined, refuse)
  db.close()
  expect(existsSync(folderAt(path).backups)).toBe(false)
})
