import { expect, test } from 'bun:test'
import { stay, trailOf } from '#src/visitors/index.ts'
import { minute, noon, openPresence } from './guests.ts'

const other = { url: 'https://shop.example/tea', title: 'Tea', visible: true }

test('time on the site stops while no page is in view', () => {
  const { someone, show } = openPresence()
  const guest = someone({ digit: 1 })
  show(guest, 'page 1', false, noon + minute)
  expect(stay(guest, noon + 10 * minute)).toBe(minute)
  show(guest, 'page 1', true, noon + 10 * minute)
  expect(stay(guest, noon + 11 * minute)).toBe(2 * minute)
})

test('two windows beside each other count once', () => {
  const { someone, openPage, join, leave } = openPresence()
  const guest = someone({ digit: 1 })
  openPage(guest, 'beside', other, noon)
  join(guest, 'beside', noon)
  expect(stay(guest, noon + minute)).toBe(minute)
  leave(guest, 'beside', noon + minute)
  expect(stay(guest, noon + 2 * minute)).toBe(2 * minute)
})

test('closing the last page ends it, coming back goes on', () => {
  const { someone, leave, openPage, join } = openPresence()
  const guest = someone({ digit: 1 })
  leave(guest, 'page 1', noon + minute)
  openPage(guest, 'again', other, noon + 5 * minute)
  join(guest, 'again', noon + 5 * minute)
  expect(stay(guest, noon + 6 * minute)).toBe(2 * minute)
})

test('the trail gives each page its own time and says which one is running', () => {
  const { someone, show, openPage, join } = openPresence()
  const guest = someone({ digit: 1, title: 'Home' })
  show(guest, 'page 1', false, noon + minute)
  openPage(guest, 'tab', other, noon + minute)
  join(guest, 'tab', noon + minute)
  const trail = trailOf(guest, noon + 3 * minute)
  expect(trail.map(({ title, seconds, running, now }) => [title, seconds, running, now])).toEqual([
    ['Tea', 120, true, true],
    ['Home', 60, false, false]
  ])
})

test('nothing runs while all pages are hidden', () => {
  const { someone, show } = openPresence()
  const guest = someone({ digit: 1 })
  show(guest, 'page 1', false, noon + minute)
  const [step] = trailOf(guest, noon + 10 * minute)
  expect([step?.seconds, step?.running, step?.now]).toEqual([60, false, true])
})
