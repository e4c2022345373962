import { expect, test } from 'bun:test'
import { createElection, type Election } from '#src/console/election.ts'

/** Tabs of one browser that hear each other. */
function tabs(...patiences: number[]): Election[] {
  const ears: ((id: string) => void)[] = []
  return patiences.map((patience, own) =>
    createElection({
      patience: () => patience,
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      announce(id) {
        for (const [other, hear] of ears.entries()) if (other !== own) hear(id)
        return true
      },
      listen: (hear) => void ears.push(hear),
      isLooking: () => false
    })
  )
}

test('of five tabs one rings, the one that is looked at', async () => {
  const won = await Promise.all(tabs(30, 40, 0, 60, 50).map((tab) => tab.wins('e1')))
  expect(won).toEqual([false, false, true, false, false])
})

test('the same notice never rings twice', async () => {
  const [tab] = tabs(0)
  expect(await tab?.wins('e1')).toBe(true)
  expect(await tab?.wins('e1')).toBe(false)
  expect(await tab?.wins('e2')).toBe(true)
})

test('tabs that cannot hear each other ring only where somebody looks', async () => {
  const deaf = (isLooking: boolean) =>
    createElection({ patience: () => 0, wait: async () => {}, announce: () => false, listen: () => {}, isLooking: () => isLooking })
  expect(await deaf(false).wins('e1')).toBe(false)
  expect(await deaf(true).wins('e1')).toBe(true)
})
