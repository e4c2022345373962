import { expect, test } from 'bun:test'
import { silentLog } from '#src/platform/log.ts'
import { every, untilNext } from '#src/platform/schedule.ts'

test('a work comes round again, after a fault too, until it is stopped', async () => {
  let rounds = 0
  const faults: string[] = []
  const round = every(5, 'work', { ...silentLog, fault: (event) => void faults.push(event) }, () => {
    rounds++
    if (rounds === 2) throw new Error('once')
  })
  await Bun.sleep(100)
  round.stop()
  const then = rounds
  await Bun.sleep(50)
  expect(then).toBeGreaterThan(3)
  expect([rounds, faults]).toEqual([then, ['work']])
})

test('a slow work never overlaps itself', async () => {
  let running = 0
  let most = 0
  const round = every(1, 'work', silentLog, async () => {
    most = Math.max(most, ++running)
    await Bun.sleep(10)
    running--
  })
  await Bun.sleep(80)
  round.stop()
  expect(most).toBe(1)
})

test('the next time of day is today or tomorrow, never at once again', () => {
  const minutes = (now: Date) => untilNext(3, 40, now) / 60_000
  expect(minutes(new Date(2026, 4, 1, 3, 10))).toBe(30)
  expect(minutes(new Date(2026, 4, 1, 3, 40))).toBe(24 * 60)
  expect(minutes(new Date(2026, 4, 1, 23, 40))).toBe(4 * 60)
})
