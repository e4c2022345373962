import { expect, test } from 'bun:test'
import { waitBefore } from '#src/widget/link/backoff.ts'

test('the wait grows with each try and never passes thirty seconds', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 40].map((tries) => waitBefore(tries, 0.999999))
  expect(longest).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999, 29_999])
})

test('the jitter is full: the wait may be nothing at all', () => {
  expect(waitBefore(9, 0)).toBe(0)
  expect(waitBefore(9, 0.5)).toBe(15_000)
})
