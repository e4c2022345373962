import { expect, test } from 'bun:test'
import { createLimiter } from '#src/platform/rate-limit.ts'

const clocked = (most?: number) => {
  const clock = { now: 0 }
  return { clock, limiter: createLimiter({ burst: 3, per: 1, every: 1_000 }, () => clock.now, most) }
}

test('a burst passes, the next is told how long to wait', () => {
  const { limiter } = clocked()
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 0, 1_000])
})

test('a refused try costs nothing', () => {
  const { limiter, clock } = clocked()
  for (let n = 0; n < 10; n++) limiter.take('a')
  clock.now = 1_000
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1_000])
})

test('every key has its own', () => {
  const { limiter } = clocked()
  for (let n = 0; n < 4; n++) limiter.take('a')
  expect(limiter.take('b')).toBe(0)
})

test('it refills up to the burst and not beyond', () => {
  const { limiter, clock } = clocked()
  for (let n = 0; n < 3; n++) limiter.take('a')
  clock.now = 3_600_000
  expect([1, 2, 3, 4].map(() => limiter.take('a') > 0)).toEqual([false, false, false, true])
})

test('a clock that was set back gives nothing and takes nothing', () => {
  const { limiter, clock } = clocked()
  clock.now = 10_000
  limiter.take('a', 3)
  clock.now = 0
  expect(limiter.take('a')).toBe(1_000)
})

test('what did not count is given back', () => {
  const { limiter } = clocked()
  limiter.take('a', 3)
  limiter.giveBack('a')
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1_000])
})

test('of too many keys the one unused for longest is forgotten', () => {
  const { limiter } = clocked(2)
  limiter.take('a', 3)
  limiter.take('b', 3)
  limiter.take('c', 3)
  expect(limiter.take('a')).toBe(0)
  expect(limiter.take('c')).toBeGreaterThan(0)
})
