import packed from '#public/built/geo.bin.gz' with { type: 'file' }
import { type Geo, openGeo, unpackGeo } from '#src/geo/index.ts'
import type { Log } from '#src/platform/log.ts'

/** A start waits this long for the data of places; unpacking it, at the first start, takes longer and goes on beside. */
const patienceMs = 60

/** The data of places that lies in the executable. Until `open`, and when that fails, every place is unknown. */
export type OurGeo = Geo & {
  /** Unpacks it into the data folder, which must be ours by then, unless an earlier start did. */
  open(folder: string): Promise<void>
}

export function createOurGeo(log: Log): OurGeo {
  let data: Geo | null = null
  return {
    find: (address) => data?.find(address) ?? null,
    close: () => data?.close(),
    async open(folder) {
      const opened = unpackGeo(Bun.file(packed), folder)
        .then((unpacked) => {
          data = openGeo(unpacked)
          // Unpacking leaves twenty megabytes behind, which would otherwise stay for half a minute.
          Bun.gc(false)
        })
        .catch((error) => log.fault('geo', error))
      await Promise.race([opened, Bun.sleep(patienceMs)])
    }
  }
}
