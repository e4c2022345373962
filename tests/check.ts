import { readdirSync } from 'node:fs'
import { buildAssets } from '#src/build/assets.ts'
import { provideChromium } from './support/chromium.ts'
import { type Outcome, runStep, type Step } from './support/steps.ts'

/*
 * Everything that must hold, step by step; a failed step does not hide the next.
 *   bun run check              all steps
 *   bun run check types unit   these
 *   npm test                   all, after getting the browser where it is missing
 * Ends with "N passed, N failed".
 */

/** Folders of tests with a step of their own, or none. */
const special = new Set(['web', 'live', 'browser', 'hostile', 'exec', 'chaos', 'support'])
const units = readdirSync('tests', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && !special.has(entry.name) ? [`tests/${entry.name}`] : []))

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['biome', 'check'] },
  { name: 'floors', tests: ['tests/architecture.test.ts'] },
  { name: 'escaping', tests: ['tests/escaping.test.ts'] },
  { name: 'schema', tests: ['tests/schema.test.ts'] },
  { name: 'readme', tests: ['tests/readme.test.ts'] },
  { name: 'unit', tests: units },
  { name: 'doors', tests: ['tests/web'] },
  { name: 'sockets', tests: ['tests/live'], twice: true },
  { name: 'browser', tests: ['tests/browser'], twice: true },
  { name: 'hostile', tests: ['tests/hostile'] },
  { name: 'compile', command: ['bun', 'src/build/executable.ts'] },
  { name: 'start', tests: ['tests/exec'], twice: true }
]

const asked = process.argv.slice(2)
const isWhole = asked.length === 0 || asked[0] === 'test'
const chosen = isWhole ? steps : steps.filter(({ name }) => asked.includes(name))
const unknown = isWhole ? [] : asked.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) throw new Error(`No step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`)

// Types and doors read what browsers get.
await buildAssets()
const noBrowser = asked[0] === 'test' ? await provideChromium() : null

const outcomes: Outcome[] = []
for (const step of chosen) {
  const outcome = step.name === 'browser' && noBrowser ? { name: step.name, passed: 0, failed: 1, seconds: 0, because: noBrowser } : await runStep(step)
  console.log(lineOf(outcome))
  outcomes.push(outcome)
}

const sum = (of: 'passed' | 'failed' | 'seconds') => outcomes.reduce((total, outcome) => total + outcome[of], 0)
const failed = outcomes.filter((outcome) => outcome.failed > 0).map(({ name }) => name)
console.log(`\n${Math.round(sum('seconds'))} s${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(failed.length > 0 ? 1 : 0)

function lineOf({ name, passed, failed, seconds, because }: Outcome): string {
  return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(9)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s${because ? `  (${because})` : ''}`
}
