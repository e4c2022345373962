import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Glob } from 'bun'

/** A copy of the program in which every function throws at its first call after SIGUSR2, and works from then on. */
export type PoisonedCopy = { folder: string; functions: number; remove(): void }

const root = join(import.meta.dir, '../../..')
/** What runs before anybody is served, in browsers, or in workers; and what tells of faults, which has nobody to tell. */
const left = /^src\/(widget|console|build|cli|demo|handbook|texts)\/|\.worker\.ts$|^src\/(cli|main|modules\.d)\.ts$|^src\/platform\/(log|exit|environment)\.ts$/
/** What answers when answering went wrong: behind it there is nobody. */
const lastResorts = new Set(['breakOff'])
const functionHead = /^(\s*)(export )?(async )?function (\w+)\(.*\{$/

export function poisonedCopy(): PoisonedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-poisoned-'))
  for (const name of ['src', 'views', 'public', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  let functions = 0
  for (const path of new Glob('{src,views}/**/*.{ts,tsx}').scanSync(folder)) {
    if (left.test(path)) continue
    const lines = readFileSync(join(folder, path), 'utf8').split('\n')
    const poisoned = lines.map((line) => {
      const [, , , , name] = functionHead.exec(line) ?? []
      if (!name || lastResorts.has(name) || !isWhole(line)) return line
      functions++
      return `${line} ;(globalThis as any).__poison?.('${path} ${name}');`
    })
    writeFileSync(join(folder, path), poisoned.join('\n'))
  }
  const main = join(folder, 'src/main.ts')
  writeFileSync(main, readFileSync(main, 'utf8').replace('process.umask', `${antidote}\nprocess.umask`))
  return { folder, functions, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A head that goes on in the next line opens something else than the body. */
function isWhole(line: string): boolean {
  const count = (sign: string) => line.split(sign).length - 1
  return count('(') === count(')') && count('{') === count('}') + 1
}

const antidote = `
const thrown = new Set()
let isArmed = false
process.on('SIGUSR2', () => { isArmed = true })
;(globalThis as any).__poison = (name) => {
  if (!isArmed || thrown.has(name)) return
  thrown.add(name)
  throw new Error('poison in ' + name)
}`
