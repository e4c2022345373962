import { existsSync } from 'node:fs'
import { Glob } from 'bun'

/** One part of the whole check: a command, or test files for `bun test`. */
export type Step = {
  name: string
  command?: string[]
  tests?: string[]
  /** Real browsers and processes on a busy machine: a file that failed is run once more by itself, and the second word counts. Both are shown. */
  twice?: boolean
}
export type Outcome = { name: string; passed: number; failed: number; seconds: number; because: string | null }

/** Tests may meet a slow disk and a busy machine; what must be fast measures itself. */
const patienceMs = 60_000

/** Runs a step to its end, with its output held back unless it fails. A command counts as one test, test files as many as they hold. */
export async function runStep({ name, command, tests = [], twice = false }: Step): Promise<Outcome> {
  const files = tests.flatMap((path) => (path.endsWith('.ts') ? (existsSync(path) ? [path] : []) : [...new Glob(`${path}/**/*.test.{ts,tsx}`).scanSync('.')]))
  if (!command && files.length === 0) return { name, passed: 0, failed: 0, seconds: 0, because: 'no tests yet' }
  const started = performance.now()
  const { output, code } = await run(command ?? testing(files))
  const counted = command ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 } : count(output, code)
  if (counted.failed > 0) console.log(output)
  const again = twice ? failedFiles(output) : []
  const final = again.length > 0 ? await secondTry(again, counted) : counted
  const seconds = (performance.now() - started) / 1000
  const because = again.length > 0 ? `a second try of ${again.join(', ')}` : null
  return { name, ...final, seconds, because }
}

function testing(files: string[]): string[] {
  return ['bun', 'test', '--only-failures', '--timeout', String(patienceMs), ...files.sort().map((file) => `./${file}`)]
}

/** The files in whose part of the output a test failed. */
function failedFiles(output: string): string[] {
  const failed = new Set<string>()
  let file = ''
  for (const line of output.split('\n')) {
    file = /^(tests\/\S+\.test\.tsx?):$/.exec(line)?.[1] ?? file
    if (line.startsWith('(fail)') && file !== '') failed.add(file)
  }
  return [...failed]
}

async function secondTry(files: string[], first: { passed: number; failed: number }): Promise<{ passed: number; failed: number }> {
  const { output, code } = await run(testing(files))
  const { failed } = count(output, code)
  if (failed > 0) console.log(output)
  return { passed: first.passed + first.failed - failed, failed }
}

/** Programs come from node_modules, wherever else a Bun may be installed. */
async function run(command: string[]): Promise<{ output: string; code: number }> {
  const environment = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH ?? ''}`, FORCE_COLOR: '0' }
  const child = Bun.spawn(command, { stdin: 'ignore', stdout: 'pipe', stderr: 'pipe', env: environment })
  const [said, complained] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()])
  return { output: said + complained, code: await child.exited }
}

/** By bun's own sums. A run that ends badly without a failed test (a crash, a file that cannot be read) is one failure. */
function count(output: string, code: number): { passed: number; failed: number } {
  const sum = (what: string) => Number(new RegExp(`^\\s*(\\d+) ${what}$`, 'm').exec(output)?.[1] ?? 0)
  const failed = sum('fail')
  return { passed: sum('pass'), failed: failed === 0 && code !== 0 ? 1 : failed }
}
