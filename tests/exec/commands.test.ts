import { expect, test } from 'bun:test'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openReadOnly } from '#src/storage/index.ts'
import { run } from '#tests/support/executable.ts'
import { emptyFolder } from '#tests/support/folder.ts'
import { executable, program } from '#tests/support/process.ts'

const setUp = ['setup', '--email', 'Chen@Tea.example', '--name', '陈屿', '--site', '山间茶事', '--origin', 'https://tea.example']
const good = 'four small green leaves\n'

test('every command says what it takes', async () => {
  const cwd = emptyFolder()
  const overview = await run(['--help'], { cwd })
  expect(overview.code).toBe(0)
  for (const name of ['serve', 'setup', 'demo', 'reset-password', 'doctor', 'backup', 'version']) {
    expect(overview.said).toContain(name)
    const help = await run([name, '--help'], { cwd })
    expect([name, help.code, help.complained]).toEqual([name, 0, ''])
    expect(help.said).toContain('--data')
  }
})

test('set-up without a browser makes the owner and the first site, once', async () => {
  const cwd = emptyFolder()
  const made = await run([...setUp, '--language', 'zh-TW'], { cwd, input: good })
  expect([made.code, made.complained]).toEqual([0, ''])
  expect(made.said).toMatch(/<script async src="[^"]+\/w\.js" data-site="[^"]+"><\/script>/)
  const db = openReadOnly(join(cwd, 'data/kefu.db'))
  expect(db.query("select email, language, password_hash like '$argon2id$%' as hashed from people").all()).toEqual([
    { email: 'chen@tea.example', language: 'zh-TW', hashed: 1 }
  ])
  db.close()
  expect((await run(setUp, { cwd, input: good })).code).toBe(78)
})

test('set-up says what is missing or wrong, and makes nothing', async () => {
  const cwd = emptyFolder()
  const wrong: [string[], string, string][] = [
    [setUp.slice(0, 3), good, '--name'],
    [[...setUp.slice(0, 1), '--email', 'nonsense', ...setUp.slice(3)], good, 'mail'],
    [[...setUp, '--language', 'fr'], good, '"fr"'],
    [setUp, 'short\n', '10'],
    [setUp, '', 'standard input']
  ]
  for (const [args, input, named] of wrong) {
    const { code, complained } = await run(args, { cwd, input })
    expect([args, code]).toEqual([args, 78])
    expect(complained).toContain(named)
  }
  expect((await run(setUp, { cwd, input: good })).code).toBe(0)
})

test('a new password signs out everywhere; a folder without data is not made into an appliance', async () => {
  const cwd = emptyFolder()
  expect((await run(['reset-password'], { cwd, input: good })).code).toBe(78)
  expect(statSync(join(cwd, 'data'), { throwIfNoEntry: false })).toBeUndefined()
  await run(setUp, { cwd, input: good })
  expect((await run(['reset-password', '--email', 'nobody@tea.example'], { cwd, input: good })).code).toBe(78)
  const hash = () => {
    const db = openReadOnly(join(cwd, 'data/kefu.db'))
    const found = db.query<{ hash: string }, []>('select password_hash as hash from people').get()?.hash ?? ''
    db.close()
    return found
  }
  const before = hash()
  expect((await run(['reset-password'], { cwd, input: 'nine long brown roots\n' })).code).toBe(0)
  expect(hash()).not.toBe(before)
  expect(await Bun.password.verify('nine long brown roots', hash())).toBe(true)
})

test('a backup is written while it runs, checked, and never over anything', async () => {
  const running = await program([], executable)
  try {
    await running.start()
    const file = join(running.folder, 'copy.db')
    const made = await running.command(['backup', file])
    expect([made.code, made.complained]).toEqual([0, ''])
    expect(statSync(file).mode & 0o077).toBe(0)
    const copy = openReadOnly(file)
    expect(copy.query('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    copy.close()
    expect((await running.command(['backup', file])).code).toBe(78)
  } finally {
    await running.remove()
  }
})

test('the doctor finds nothing bad in a good appliance, running or not, in three languages', async () => {
  const running = await program([], executable)
  try {
    await running.start()
    const well = await running.command(['doctor', '--language', 'zh-CN'])
    expect([well.code, well.printed.includes('✗')]).toEqual([0, false])
    expect(well.printed).toContain('数据文件完好')
    await running.end('SIGTERM')
    expect((await running.command(['doctor', '--language', 'zh-TW'])).printed).toContain('資料檔案完好')
  } finally {
    await running.remove()
  }
})

test('the doctor names what is wrong and its cure, and ends with 1', async () => {
  const cwd = emptyFolder()
  await run(setUp, { cwd, input: good })
  await Bun.spawn(['chmod', 'o+r', join(cwd, 'data/kefu.db')]).exited
  const careless = await run(['doctor', '--trusted-proxy', '0.0.0.0/0', '--public-url', 'http://kefu.example'], { cwd })
  expect(careless.code).toBe(1)
  for (const named of ['chmod', "Everybody's forwarding header", 'plain http']) expect(careless.said).toContain(named)
  const handle = Bun.file(join(cwd, 'data/kefu.db'))
  const bytes = await handle.bytes()
  bytes.fill(0xee, 5 * 4096, 9 * 4096)
  await Bun.write(handle, bytes)
  const damaged = await run(['doctor'], { cwd })
  expect([damaged.code, damaged.said.includes('damaged')]).toEqual([1, true])
})
