import type { Config } from '#src/platform/config.ts'
import { createLog, type Log } from '#src/platform/log.ts'
import { type Core, type OpenStorage, openStorage } from '#src/storage/index.ts'

/** The appliance put together, without a port: what doors, sockets and reactions are given. */
export type House = {
  core: Core
  config: Config
}

/** A house over a real data folder, which it keeps to itself until it is closed. */
export type OpenHouse = House & { storage: OpenStorage }

/** Opens the data folder and puts the house together. Throws CannotRun with the reason when the folder or its file cannot be used. */
export function openHouse(config: Config, { log = createLog(), now = Date.now }: { log?: Log; now?: () => number } = {}): OpenHouse {
  const storage = openStorage(config.data, { now, log })
  return { core: storage.core, config, storage }
}

/** Commits what waits and lets the data folder go. */
export function closeHouse({ storage }: OpenHouse): void {
  storage.close()
}
