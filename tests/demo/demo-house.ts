import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGeo } from '#src/build/geo.ts'
import { openGeo, unpackGeo } from '#src/geo/index.ts'
import { closeHouse, type OpenHouse, openHouse } from '#src/house.ts'
import { type Config, usualConfig } from '#src/platform/config.ts'
import { type Log, silentLog } from '#src/platform/log.ts'

export type DemoFolder = { path: string; remove(): void }

export function demoFolder(): DemoFolder {
  const path = mkdtempSync(join(tmpdir(), 'kefu-demo-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The appliance over an empty folder, with the places that are shipped, at a moment of the test's choosing. */
export async function emptyHouse(folder: DemoFolder, now: number, config: Partial<Config> = {}): Promise<{ house: OpenHouse; close(): void }> {
  const packed = 'public/built/geo.bin.gz'
  await buildGeo(packed)
  const geo = openGeo(await unpackGeo(Bun.file(packed), folder.path))
  const house = openHouse({ ...usualConfig, data: join(folder.path, 'data'), port: 8686, ...config }, { log: silentLog, now: () => now, geo })
  return {
    house,
    close() {
      closeHouse(house)
      geo.close()
    }
  }
}

/** Keeps what went wrong. */
export function faultLog(): { log: Log; faults: string[] } {
  const faults: string[] = []
  return { faults, log: { ...silentLog, fault: (event, error) => void faults.push(`${event}: ${error}`) } }
}
