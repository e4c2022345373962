import { expect, test } from 'bun:test'
import { createTextOrder } from '#src/visitors/text-order.ts'

const collator = new Intl.Collator('zh-CN', { numeric: true })
const sounds = '安白陈大额方高何金开李马宁欧潘秦任孙唐王谢杨赵'

test('ranks stand as the collator would put the texts, in whatever order they came', () => {
  const texts = Array.from({ length: 3_000 }, (_, n) => `${sounds[(n * 7) % sounds.length]}${(n * 7_919) % 1_000} ${sounds[(n * 3) % sounds.length]}`)
  const { rankOf } = createTextOrder(collator)
  for (const text of texts) rankOf(text)
  const distinct = [...new Set(texts)]
  expect([...distinct].sort((a, b) => rankOf(a) - rankOf(b))).toEqual([...distinct].sort(collator.compare))
})

test('texts that always come between the same two never run out of room, and say when all were numbered anew', () => {
  const { rankOf, generation } = createTextOrder(collator)
  const first = generation()
  const words = ['a', 'b', ...Array.from({ length: 999 }, (_, n) => `a ${999 - n}`)]
  for (const word of words) rankOf(word)
  const ranks = words.map(rankOf)
  expect(new Set(ranks).size).toBe(words.length)
  expect([...words].sort((a, b) => rankOf(a) - rankOf(b))).toEqual([...words].sort(collator.compare))
  expect(generation()).toBeGreaterThan(first)
})

test('texts that the language does not tell apart stand at the same place', () => {
  const { rankOf } = createTextOrder(collator)
  expect(rankOf('e\u0301')).toBe(rankOf('é'))
})
