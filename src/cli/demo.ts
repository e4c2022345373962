import { existsSync } from 'node:fs'
import { normalizeAddress } from '#src/platform/address.ts'
import { type Config, configFrom } from '#src/platform/config.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { folderAt } from '#src/storage/index.ts'
import type { Command } from './command.ts'
import type { Option } from './options.ts'
import { serveUntilSignal } from './serve.ts'
import { serveOptions } from './serve-options.ts'

const seedOption: Option = { name: 'seed', value: 'NUMBER', says: 'The same number fills and moves the demo in the same way; by chance otherwise' }

export const demo: Command = {
  name: 'demo',
  says: 'Fills an empty data folder with a believable shop, serves it, and prints the logins.',
  options: [...serveOptions, seedOption],
  async run(given, terminal) {
    const seed = seedFrom(given.one('seed'))
    const config = configFrom(given)
    const { db } = folderAt(config.data)
    if (existsSync(db)) throw badConfiguration(`${db} exists already. The demo only fills an empty folder; choose another with --data.`)
    const { fillDemo, moveVisitors } = await import('#src/demo/index.ts')
    return serveUntilSignal(trusting(config), terminal, { before: (house) => fillDemo(house, { seed }), while: moveVisitors })
  }
}

/** The demo's visitors come from this machine and say where they are, as a proxy's would: only here that is believed without being asked for. */
function trusting(config: Config): Config {
  const here = normalizeAddress(config.host)
  const own = here === null || here === '0.0.0.0' || here === '::' ? [] : [here]
  return { ...config, trustedProxies: [...config.trustedProxies, '127.0.0.1/32', ...own] }
}

function seedFrom(text: string | null): number | undefined {
  if (text === null) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw badConfiguration(`--seed must be a whole number, not ${JSON.stringify(text)}.`)
}
