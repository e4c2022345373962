import { existsSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { measureSync } from './fsync.ts'
import { type Line, measureBytes, measureDelivery, measureStart, measureThroughput, measureVisitors } from './measures.ts'
import { executable } from './support/appliance.ts'
import { megabytes, ms } from './support/numbers.ts'

/*
 * `bun run bench [start|bytes|delivery|throughput|visitors …]`: the table of what exists, each beside a bare baseline of the
 * same run. Only the per-visitor message rate is raised, by configuration; every client has an address of its own in X-Forwarded-For.
 */

const parts: Record<string, () => Promise<Line[]>> = {
  start: measureStart,
  bytes: measureBytes,
  delivery: measureDelivery,
  throughput: measureThroughput,
  visitors: measureVisitors
}

if (!existsSync(executable)) {
  console.error('There is no dist/kefu yet: run `npm run build` first.')
  process.exit(1)
}
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in parts))
if (unknown) {
  console.error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const sync = measureSync()
console.log(`${cpus().length} cores (${cpus()[0]?.model}), ${megabytes(totalmem())}, Bun ${Bun.version}`)
console.log(`bare write and sync of 4 KiB: p50 ${ms(sync.p50)}, p99 ${ms(sync.p99)}\n`)
console.log('| What | Kefu | Bare | Ratio | Aim |\n|---|---|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const line of await measure()) console.log(`| ${line.what} | ${line.ours} | ${line.bare} | ${line.ratio} | ${line.aim} |`)
}
process.exit(0)
