import { expect, test } from 'bun:test'
import { createTextOrder } from '#src/visitors/text-order.ts'

const collator = new Intl.Collator('zh-CN', { numeric: true })
const sounds = '安白陈大额方高何金开李马宁欧潘秦任孙唐王谢杨赵'

test('ranks stand as the collator would put the texts, in whatever order they came', () => {
  const texts = Array.from({ length: 3_000 }, (_, n) => `${sounds[(n * 7) % sounds.length]}${(n * 7_919) % 1_000} ${sounds[(n * 3) % sounds.length]}`)
  const { rankOf } = createTextOrder(collator)
  const ranks = new Map(texts.map((text) => [text, rankOf(text)]))
  const byRank = [...ranks].sort(([, a], [, b]) => a.at - b.at).map(([text]) => text)
  expect(byRank).toEqual([...ranks.keys()].sort(collator.compare))
})

test('texts that always come between the same two never run out of room', () => {
  const { rankOf } = createTextOrder(collator)
  const [first, last] = [rankOf('a'), rankOf('b')]
  let before = last
  for (let n = 999; n > 0; n--) {
    const rank = rankOf(`a ${n}`)
    expect(rank.at).toBeGreaterThan(first.at)
    expect(rank.at).toBeLessThan(before.at)
    before = rank
  }
})

test('texts that the language does not tell apart stand at the same place', () => {
  const { rankOf } = createTextOrder(collator)
  expect(rankOf('e\u0301').at).toBe(rankOf('é').at)
})
