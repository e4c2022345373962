import { existsSync } from 'node:fs'
import { configFrom } from '#src/platform/config.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { folderAt } from '#src/storage/index.ts'
import type { Command } from './command.ts'
import { serveUntilSignal } from './serve.ts'
import { serveOptions } from './serve-options.ts'

export const demo: Command = {
  name: 'demo',
  says: 'Fills an empty data folder with a believable shop, serves it, and prints the logins.',
  options: serveOptions,
  async run(given, terminal) {
    const config = configFrom(given)
    const { db } = folderAt(config.data)
    if (existsSync(db)) throw badConfiguration(`${db} exists already. The demo only fills an empty folder; choose another with --data.`)
    const { fillDemo, moveVisitors } = await import('#src/demo/index.ts')
    return serveUntilSignal(config, terminal, { before: fillDemo, while: moveVisitors })
  }
}
