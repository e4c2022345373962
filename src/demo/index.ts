/** The demo: a believable shop in an empty data folder, and visitors who move by themselves. */
import { randomInt } from 'node:crypto'
import type { OpenHouse } from '#src/house.ts'
import { hasOwner } from '#src/people/index.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { createChance } from './chance.ts'
import { createStage, openStreet } from './live/index.ts'
import { logins } from './logins.ts'
import { type Past, tellPast } from './past/index.ts'

/** The same seed fills and moves the demo in the same way, as far as people let it. `pace` shortens every pause, for tests. */
export type DemoOptions = { seed?: number; pace?: number; crowd?: number }

const usualCrowd = 32
const filled = new WeakMap<OpenHouse, { past: Past; seed: number }>()

/** Fills an empty appliance; gives the lines to print, such as the logins. Throws CannotRun 78 when there is something in it. */
export async function fillDemo(house: OpenHouse, { seed = randomInt(1_000_000) }: DemoOptions = {}): Promise<string[]> {
  if (hasOwner(house.core)) throw badConfiguration('This data folder is in use. The demo only fills an empty one; choose another with --data.')
  await placesKnown(house)
  const past = await tellPast(house, createChance(seed))
  filled.set(house, { past, seed })
  return logins(past.staff, house.config, seed)
}

/** Lets visitors come and go through the real doors at `url`; gives the function that stops them. */
export function moveVisitors(url: string, house: OpenHouse, { pace = 1, crowd = usualCrowd }: DemoOptions = {}): () => void {
  const known = filled.get(house)
  if (!known) return () => {}
  const { past, seed } = known
  const stage = createStage({ house, chance: createChance(seed + 1), staff: past.staff, sites: past.sites }, url, pace)
  openStreet(stage, past, { size: crowd })
  return stage.end
}

/** At a first start the data of places is still being unpacked, and a start does not wait for it; people without places would be no demo. */
async function placesKnown({ geo, core }: OpenHouse): Promise<void> {
  const known = '113.87.0.1'
  for (let tries = 0; geo && geo.find(known) === null && tries < 400; tries++) await Bun.sleep(25)
  if (geo && geo.find(known) === null) core.log.warn('demo', { places: 'unknown' })
}
