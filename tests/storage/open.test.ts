import { beforeEach, expect, test } from 'bun:test'
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import { folderAt, openDatabase, schemaVersion } from '#src/storage/index.ts'
import { emptyFolder, openIn, refusalOf } from '#tests/support/folder.ts'

let path: string
beforeEach(() => {
  path = join(emptyFolder(), 'data')
})
const at = (name: string) => join(path, name)
const put = (key: string, body: string) => {
  const storage = openIn(path)
  storage.core.db.query('insert into appliance_settings (subject, body, changed_at) values (?, ?, 0)').run(key, body)
  storage.close()
}

/** An appliance with some data, closed. */
function used(): void {
  put('first', 'x'.repeat(200_000))
}

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, position)
  closeSync(handle)
}

test('the first start makes the folder, the file, its key and its mark, for their owner only', () => {
  openIn(path).close()
  expect(statSync(path).mode & 0o777).toBe(0o700)
  for (const name of ['kefu.db', 'kefu.key', 'kefu.id']) expect([name, statSync(at(name)).mode & 0o077]).toEqual([name, 0])
  expect(statSync(at('kefu.key')).size).toBe(32)
})

test('what was written is there after the next start, and nothing is left beside the file', () => {
  put('kept', 'yes')
  const again = openIn(path)
  expect(again.core.db.query('select body from appliance_settings').get()).toEqual({ body: 'yes' })
  again.close()
  expect(existsSync(at('kefu.db-wal'))).toBe(false)
})

test('permissions that became wider are closed again at the next start', () => {
  used()
  chmodSync(path, 0o755)
  chmodSync(at('kefu.db'), 0o644)
  chmodSync(at('kefu.key'), 0o640)
  openIn(path).close()
  expect([path, at('kefu.db'), at('kefu.key')].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0, 0])
})

test('a folder with foreign things in it is not taken over, nor its permissions changed', () => {
  mkdirSync(path)
  chmodSync(path, 0o755)
  writeFileSync(at('thesis.doc'), 'years of work')
  expect(refusalOf(() => openIn(path))).toStartWith('73: ')
  expect(statSync(path).mode & 0o777).toBe(0o755)
})

test('a file in the place of the folder is refused', () => {
  writeFileSync(path, '')
  expect(refusalOf(() => openIn(path))).toStartWith('73: ')
})

for (const name of ['kefu.db', 'kefu.db-wal', 'kefu.key', 'kefu.lock', 'kefu.id', 'kefu.ballast']) {
  test(`a link, a folder or a pipe in the place of ${name} is refused`, () => {
    used()
    rmSync(at(name), { force: true })
    symlinkSync('/etc/hostname', at(name))
    expect(refusalOf(() => openIn(path))).toStartWith('73: ')
    rmSync(at(name))
    mkdirSync(at(name))
    expect(refusalOf(() => openIn(path))).toStartWith('73: ')
    rmSync(at(name), { recursive: true })
    Bun.spawnSync(['mkfifo', at(name)])
    expect(refusalOf(() => openIn(path))).toStartWith('73: ')
  })
}

test('a second opening of the folder is refused, and allowed when the first is closed', () => {
  const first = openIn(path)
  expect(refusalOf(() => openIn(path))).toStartWith('11: ')
  first.close()
  openIn(path).close()
})

test('an interrupted first start begins afresh', () => {
  mkdirSync(path, { recursive: true })
  writeFileSync(at('kefu.db.new'), '')
  writeFileSync(at('kefu.db.new-wal'), 'rest')
  openIn(path).close()
  expect(existsSync(at('kefu.db.new'))).toBe(false)
})

const damages: Record<string, () => void> = {
  'a missing file where data was': () => rmSync(at('kefu.db')),
  'a missing file whose log is still there': () => {
    rmSync(at('kefu.db'))
    rmSync(at('kefu.id'))
    writeFileSync(at('kefu.db-wal'), 'x'.repeat(100))
  },
  'a file of no length': () => truncateSync(at('kefu.db'), 0),
  'a file of one byte': () => truncateSync(at('kefu.db'), 1),
  'a wrong beginning': () => overwrite(at('kefu.db'), 0, new Uint8Array(16).fill(65)),
  'a damaged header': () => overwrite(at('kefu.db'), 16, new Uint8Array(8)),
  'a damaged schema page': () => overwrite(at('kefu.db'), 100, new Uint8Array(400).fill(0xff)),
  'a damaged page in the middle': () => {
    for (let page = 4; page < statSync(at('kefu.db')).size / 4096; page += 3) overwrite(at('kefu.db'), page * 4096, new Uint8Array(64).fill(0xee))
  },
  'one damaged page that nothing asks for at start': () => overwrite(at('kefu.db'), statSync(at('kefu.db')).size - 4096, new Uint8Array(4).fill(0x7e)),
  'a file that was cut off': () => truncateSync(at('kefu.db'), Math.floor(statSync(at('kefu.db')).size / 8192) * 4096)
}

for (const [what, damage] of Object.entries(damages)) {
  test(`${what} is told, with the file and the way out, and left as it is`, () => {
    used()
    damage()
    const before = existsSync(at('kefu.db')) ? readFileSync(at('kefu.db')) : null
    const refusal = refusalOf(() => openIn(path))
    expect(refusal).toStartWith('74: ')
    expect(refusal).toContain(at('kefu.db'))
    expect(existsSync(at('kefu.db')) ? readFileSync(at('kefu.db')) : null).toEqual(before)
  })
}

test('the newest backup stands in the command that restores it', () => {
  used()
  mkdirSync(at('backups'))
  writeFileSync(at('backups/monday.db'), 'x')
  truncateSync(at('kefu.db'), 0)
  expect(refusalOf(() => openIn(path))).toContain(`cp '${at('backups/monday.db')}' '${at('kefu.db')}'`)
})

test('the database of another program is refused', () => {
  mkdirSync(path, { recursive: true })
  const other = openDatabase(at('kefu.db'))
  other.run('create table recipes (name text)')
  other.close()
  expect(refusalOf(() => openIn(path))).toStartWith('74: ')
})

test('the file of a newer Kefu is refused and left as it is', () => {
  used()
  const db = openDatabase(at('kefu.db'))
  db.run(`pragma user_version = ${schemaVersion + 1}`)
  db.close()
  expect(refusalOf(() => openIn(path))).toStartWith('76: ')
})

test('a log that belongs to the file that stood here before a restore is not mixed in', () => {
  used()
  const { db } = folderAt(path)
  const source = openDatabase(db)
  source.query('vacuum into ?').run(at('kefu.copy'))
  source.close()
  rmSync(db)
  linkSync(at('kefu.copy'), db)
  writeFileSync(at('kefu.db-wal'), 'frames of the old file')
  expect(refusalOf(() => openIn(path))).toStartWith('74: ')
})

test('a broken end of the log is rolled back and what was committed before is there', () => {
  const storage = openIn(path)
  const { db } = storage.core
  db.run("insert into appliance_settings (subject, body, changed_at) values ('one', '1', 0)")
  const whole = readFileSync(at('kefu.db-wal'))
  db.run("insert into appliance_settings (subject, body, changed_at) values ('two', '2', 0)")
  const longer = readFileSync(at('kefu.db-wal'))
  const file = readFileSync(at('kefu.db'))
  storage.close()
  writeFileSync(at('kefu.db'), file)
  writeFileSync(at('kefu.db-wal'), longer.subarray(0, whole.length + 700))
  const again = openIn(path)
  expect(again.core.db.query('select subject from appliance_settings').all()).toEqual([{ subject: 'one' }])
  again.close()
})

test('a key of another length stops the start', () => {
  used()
  writeFileSync(at('kefu.key'), 'short')
  expect(refusalOf(() => openIn(path))).toStartWith('78: ')
})
