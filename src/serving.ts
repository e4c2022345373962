import { createApp } from '#src/app.ts'
import { closeHouse, type OpenHouse, openHouse } from '#src/house.ts'
import { hasOwner } from '#src/people/index.ts'
import type { Config } from '#src/platform/config.ts'
import type { Log } from '#src/platform/log.ts'
import { folderAt, refuseSecondProcess } from '#src/storage/index.ts'
import { startUpkeep } from '#src/upkeep/index.ts'
import { startRhythm } from '#src/web/rhythm.ts'
import { createSockets } from '#src/web/sockets.ts'
import { createOurGeo } from './open-geo.ts'
import { openPort, refuseTakenPort } from './port.ts'
import { keepSetupLink } from './setup-link.ts'

export type Serving = {
  house: OpenHouse
  /** Where it listens, as a browser on this machine would write it. */
  url: string
  /** Where the owner is made; null when there is one. */
  setupLink: string | null
  /** Ends in order: no new connections, what waits is committed, sockets are sent away, requests end, the log is emptied. Settles within some 14 s. */
  stop(): Promise<void>
}

/** HTTP requests in hand may take this long when the appliance stops; uploads are the long ones. */
const requestPatienceMs = 10_000

/**
 * Opens the data folder, lets `before` work in it, and listens. Throws CannotRun; then nothing listens, and of a taken
 * port or a second process nothing was written.
 */
export async function startServing(config: Config, log: Log, before: (house: OpenHouse) => Promise<void> = async () => {}): Promise<Serving> {
  refuseSecondProcess(folderAt(config.data))
  refuseTakenPort(config)
  const geo = createOurGeo(log)
  const house = openHouse(config, { log, geo })
  try {
    await geo.open(house.storage.folder.path)
    await before(house)
    if (house.shownCode !== null && hasOwner(house.core)) {
      house.setupCode.forget()
      house.shownCode = null
    }
    return await listen(house, log)
  } catch (error) {
    closeHouse(house)
    throw error
  }
}

async function listen(house: OpenHouse, log: Log): Promise<Serving> {
  const upkeep = startUpkeep(house.storage, log)
  try {
    const port = openPort(house.config, { app: createApp(house), sockets: createSockets(house), upkeep, log })
    const rhythm = startRhythm(house)
    return {
      house,
      url: port.url,
      setupLink: keepSetupLink(house, port.url),
      async stop() {
        house.storage.flush()
        await port.close(requestPatienceMs)
        await rhythm.stop()
        await upkeep.stop()
        closeHouse(house)
      }
    }
  } catch (error) {
    await upkeep.stop()
    throw error
  }
}
