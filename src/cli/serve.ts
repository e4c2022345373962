import type { OpenHouse } from '#src/house.ts'
import { type Config, configFrom } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import type { Command, Terminal } from './command.ts'
import { goOnAfterFaults, signalToStop } from './faults-and-signals.ts'
import { greeting } from './greeting.ts'
import { serveOptions } from './serve-options.ts'

export const serve: Command = {
  name: 'serve',
  says: 'Serves the appliance; what kefu does without a command.',
  options: serveOptions,
  run: (given, terminal) => serveUntilSignal(configFrom(given), terminal)
}

/** What goes on besides serving: the demo. */
export type Occasion = {
  /** Before anybody is let in; gives lines to print. */
  before(house: OpenHouse): Promise<string[]>
  /** Begins when it listens, at `url`; gives what ends it. */
  while(url: string, house: OpenHouse): () => void
}

const nothingElse: Occasion = { before: async () => [], while: () => () => {} }

/** Serves until SIGTERM or SIGINT, then ends in order. */
export async function serveUntilSignal(config: Config, { print, environment }: Terminal, occasion: Occasion = nothingElse): Promise<number> {
  const log = createLog()
  goOnAfterFaults(log)
  const stopped = signalToStop()
  // On use: the other commands need neither doors nor sockets.
  const { startServing } = await import('../serving.ts')
  const serving = await startServing(config, log, async (house) => {
    for (const line of await occasion.before(house)) print(line)
  })
  const end = occasion.while(serving.url, serving.house)
  for (const line of greeting(serving, environment)) print(line)
  log.info('serving', { url: serving.url, data: config.data })
  log.info('stopping', { signal: await stopped })
  end()
  await serving.stop()
  log.info('stopped')
  return 0
}
