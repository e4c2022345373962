import { expect, test } from 'bun:test'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kefu, run } from '#tests/support/executable.ts'
import { emptyFolder } from '#tests/support/folder.ts'

/** A working folder that somebody else prepared, and a file that says so when it is run. */
function hostileFolder(): { cwd: string; evil: string } {
  const cwd = emptyFolder()
  const evil = join(cwd, 'evil.js')
  writeFileSync(evil, 'console.log("EVIL"); require("node:fs").writeFileSync(process.env.EVIL_MARK ?? "evil-ran", "x")')
  writeFileSync(join(cwd, '.env'), 'KEFU_PORT=1\nNODE_ENV=development\nBUN_OPTIONS=--preload=./evil.js\n')
  writeFileSync(join(cwd, '.env.production'), 'KEFU_PORT=1\n')
  writeFileSync(join(cwd, 'bunfig.toml'), `preload = ["./evil.js"]\n[run]\npreload = ["./evil.js"]\n`)
  writeFileSync(join(cwd, 'package.json'), '{"name":"evil","type":"commonjs","imports":{"#src/*":"./evil.js"},"main":"evil.js"}')
  writeFileSync(join(cwd, 'tsconfig.json'), '{"compilerOptions":{"paths":{"*":["./evil.js"]},"jsxImportSource":"./evil"}}')
  mkdirSync(join(cwd, 'node_modules/elysia'), { recursive: true })
  writeFileSync(join(cwd, 'node_modules/elysia/index.js'), 'console.log("EVIL")')
  return { cwd, evil }
}

test('files of the working folder count for nothing', async () => {
  const { cwd } = hostileFolder()
  const { code, said, complained } = await run(['doctor', '--port', '0', '--language', 'en'], { cwd })
  expect([code, said.includes('EVIL'), complained]).toEqual([0, false, ''])
  expect(said).toContain('Port 0 is free')
})

const variables = (evil: string): Record<string, string> => ({
  BUN_OPTIONS: `--preload=${evil}`,
  BUN_BE_BUN: '1',
  BUN_INSPECT: '127.0.0.1:9',
  BUN_INSPECT_PRELOAD: evil,
  NODE_OPTIONS: `--require=${evil}`,
  NODE_TLS_REJECT_UNAUTHORIZED: '0'
})

for (const name of Object.keys(variables(''))) {
  test(`${name} in the environment stops the start, and does nothing before that`, async () => {
    const { cwd, evil } = hostileFolder()
    const mark = join(cwd, 'mark')
    const { code, said, complained } = await run(['version'], { cwd, environment: { [name]: variables(evil)[name] ?? '', EVIL_MARK: mark } })
    expect([code, said]).toEqual([78, ''])
    expect(complained).toContain(name)
    expect(complained.trim().split('\n')).toHaveLength(1)
    expect(statSync(mark, { throwIfNoEntry: false })).toBeUndefined()
  })
}

test('words of the runtime are no words of ours', async () => {
  const { cwd, evil } = hostileFolder()
  for (const args of [['--preload', evil], ['-e', 'console.log("EVIL")'], ['run', evil], ['--inspect'], [evil]]) {
    const { code, said } = await run(args, { cwd })
    expect([args[0], code, said]).toEqual([args[0], 78, ''])
  }
})

test('it carries no source map, no path of the machine that made it, and is of the promised size', () => {
  const bytes = readFileSync(kefu)
  // Names that only sources and their maps have.
  expect(bytes.includes('refuseHostileEnvironment')).toBe(false)
  expect(bytes.includes(`${process.cwd()}/src/`)).toBe(false)
  expect(bytes.length).toBeLessThan(140 * 1024 * 1024)
})
