import { afterAll, beforeAll, expect, test } from 'bun:test'
import { chmodSync, existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#src/storage/index.ts'
import { run } from '#tests/support/executable.ts'
import { emptyFolder } from '#tests/support/folder.ts'
import { executable, type Program, program } from '#tests/support/process.ts'

/* Everything that keeps it from starting: one line on standard error, nothing on standard output, and a code of its own. */

let running: Program
beforeAll(async () => {
  running = await program([], executable)
  await running.start()
})
afterAll(() => running.remove())

async function refused(args: string[], cwd = emptyFolder()): Promise<[number, string]> {
  const { code, said, complained } = await run(args, { cwd })
  expect(said).toBe('')
  expect(complained).toMatch(/^kefu: [^\n]+\n$/)
  return [code, complained]
}

/** A folder in which an appliance once ran. */
async function used(): Promise<string> {
  const folder = emptyFolder()
  const ran = await run(['setup', '--email', 'a@tea.example', '--name', '阿华', '--site', '山间茶事', '--origin', 'https://tea.example', '--data', 'data'], {
    cwd: folder,
    input: 'four small green leaves'
  })
  expect([ran.code, ran.complained]).toEqual([0, ''])
  return folder
}

test('11: another process has the folder, even if the port is another', async () => {
  const [code, line] = await refused(['--data', join(running.folder, 'data'), '--port', '0'])
  expect(code).toBe(11)
  expect(line).toContain(join(running.folder, 'data'))
})

test('69: something else listens on the port, and nothing was written', async () => {
  const folder = emptyFolder()
  const { port } = new URL(running.url)
  const [code, line] = await refused(['--port', port], folder)
  expect([code, existsSync(join(folder, 'data'))]).toEqual([69, false])
  expect(line).toContain(port)
})

test('73: the folder is a file, or holds foreign things', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'data'), '')
  expect((await refused(['--port', '0'], folder))[0]).toBe(73)
  mkdirSync(join(folder, 'home'))
  writeFileSync(join(folder, 'home/thesis.doc'), '')
  expect((await refused(['--port', '0', '--data', 'home'], folder))[0]).toBe(73)
  expect(readdirSync(join(folder, 'home'))).toEqual(['thesis.doc'])
})

test('73: the folder cannot be written', async () => {
  if (process.getuid?.() !== 0) {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'data'))
    chmodSync(join(folder, 'data'), 0o500)
    expect((await refused(['--port', '0'], folder))[0]).toBe(73)
    return
  }
  // Permissions do not hold the administrator back; a place where nobody can write does.
  expect((await refused(['--port', '0', '--data', '/proc/kefu']))[0]).toBe(73)
})

test('74: the file is damaged, or missing where data was', async () => {
  const folder = await used()
  truncateSync(join(folder, 'data/kefu.db'), 0)
  expect((await refused(['--port', '0'], folder))[0]).toBe(74)
  expect((await refused(['reset-password'], folder))[0]).toBe(74)
})

test('76: the file is of a newer version', async () => {
  const folder = await used()
  const db = openDatabase(join(folder, 'data/kefu.db'))
  db.run('pragma user_version = 9000')
  db.close()
  const [code, line] = await refused(['--port', '0'], folder)
  expect(code).toBe(76)
  expect(line).toContain('9000')
})

test('78: an option, a value or a command that does not exist', async () => {
  for (const args of [
    ['--prot', '80'],
    ['--port', 'x'],
    ['--trusted-proxy', '10.0.0.0/99'],
    ['sevre'],
    ['backup'],
    ['doctor', '--language', 'fr'],
    ['version', '--port', '80']
  ]) {
    expect([args, (await refused(args))[0]]).toEqual([args, 78])
  }
})

test('78: an address that this machine does not have', async () => {
  expect((await refused(['--port', '0', '--host', '203.0.113.7']))[0]).toBe(78)
})

test('78: certificate files that are none, or do not fit together', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'cert.pem'), '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')
  writeFileSync(join(folder, 'key.pem'), '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n')
  expect((await refused(['--port', '0', '--tls-cert', 'cert.pem', '--tls-key', 'key.pem'], folder))[0]).toBe(78)
})
