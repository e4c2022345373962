import type { House } from '#src/house.ts'

/** One second of delay for so many clients, so that they do not all come back at once. */
const clientsPerSecond = 500
const shortest = 2_000
const longest = 30_000
const perWave = 500

/** Sends everybody away with 1012 and a delay of its own for each, in waves that leave the loop room. */
export async function sayGoodbye({ links, hub }: Pick<House, 'links' | 'hub'>, random: () => number = Math.random): Promise<void> {
  const spread = Math.min(longest, Math.max(shortest, (links.count() / clientsPerSecond) * 1_000))
  const everybody = [...links.all()]
  for (const tab of hub.tabs()) tab.socket?.close(1012, 'restart')
  for (let i = 0; i < everybody.length; i += perWave) {
    for (const link of everybody.slice(i, i + perWave)) {
      link.send({ t: 'bye', because: 'restart', wait: Math.round(random() * spread) })
      link.close(1012, 'restart')
    }
    await new Promise((next) => setImmediate(next))
  }
}
