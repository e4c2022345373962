import type { OpenHouse } from '#src/house.ts'

/** The demo: a believable shop in an empty data folder, and visitors who move by themselves. */

/** Fills an empty appliance; gives the lines to print, such as the logins. */
export async function fillDemo(_house: OpenHouse): Promise<string[]> {
  return []
}

/** Lets visitors come and go through the real doors at `url`; gives the function that stops them. */
export function moveVisitors(_url: string, _house: OpenHouse): () => void {
  return () => {}
}
