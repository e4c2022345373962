import { usualConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { actAsOwner, type Core, folderAt, openStorage } from '#src/storage/index.ts'
import type { Given } from './options.ts'

/** Opens the data folder for one short command, which then is its only process, and closes it whatever happens. */
export async function withCore(given: Given, work: (core: Core) => Promise<number>): Promise<number> {
  const { warn, fault } = createLog()
  const folder = folderAt(given.one('data') ?? usualConfig.data)
  actAsOwner(folder)
  const storage = openStorage(folder.path, { now: Date.now, log: { info: () => {}, warn, fault } })
  try {
    return await work(storage.core)
  } finally {
    storage.close()
  }
}
