import { expect, test } from 'bun:test'
import { initialOf, toneOf } from '#views/ui/index.ts'

test('a tone is one of five, whatever the id', () => {
  for (const id of [0, 1, 5, 500, 2 ** 52, -3, 1.5]) expect([1, 2, 3, 4, 5]).toContain(toneOf(id))
})

test('five colleagues who came one after the other have five tones', () => {
  expect(new Set([1, 2, 3, 4, 5].map(toneOf)).size).toBe(5)
})

test('the picture of somebody without one is the first character that can be read', () => {
  expect(['陈屿', 'amelia', '  李', '（采购）王', '🎉 Party', 'ßen', '👩‍👩‍👧', ''].map(initialOf)).toEqual(['陈', 'A', '李', '采', 'P', 'S', '·', '·'])
})

test('marks piled on a letter do not make the picture higher', () => {
  expect(initialOf(`a${'\u0301'.repeat(200)}`).length).toBe(1)
})
