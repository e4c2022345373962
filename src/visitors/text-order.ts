import type { Language } from '#src/texts/index.ts'

/** A language's order of texts: Chinese by sound or by strokes, digits by their value. */
export type TextOrder = {
  /** Where a text stands. Numbers of one generation can be compared with each other. */
  rankOf(text: string): number
  /** Another one when all were numbered anew; numbers from before mean nothing then. No two orders share one. */
  generation(): number
}

/** More texts than this are forgotten at once, between two lists. */
const mostTexts = 50_000
const orders = new Map<Language, TextOrder & { size(): number }>()

export function textOrder(language: Language): TextOrder {
  const known = orders.get(language)
  if (known && known.size() <= mostTexts) return known
  const made = createTextOrder(new Intl.Collator(language, { numeric: true }))
  orders.set(language, made)
  return made
}

let generations = 0
const nextGeneration = () => ++generations

type Place = { text: string; at: number }

/**
 * Asks the collator once per new text and not at each comparison, which costs a microsecond: 20,000 visitors share a few
 * hundred places and titles. A new text gets the number halfway between its neighbours; when there is none left, all are numbered anew.
 */
export function createTextOrder(collator: Intl.Collator): TextOrder & { size(): number } {
  const known = new Map<string, Place>()
  const sorted: Place[] = []
  let generation = nextGeneration()

  function add(text: string): Place {
    const index = firstNotBefore(text)
    const neighbour = sorted[index]
    if (neighbour && collator.compare(neighbour.text, text) === 0) return neighbour
    const before = sorted[index - 1]?.at ?? (neighbour ? neighbour.at - 2 : 0)
    const after = neighbour?.at ?? before + 2
    const place = { text, at: (before + after) / 2 }
    sorted.splice(index, 0, place)
    if (place.at <= before || place.at >= after) numberAnew()
    return place
  }

  function numberAnew(): void {
    generation = nextGeneration()
    for (const [n, place] of sorted.entries()) place.at = n
  }

  function firstNotBefore(text: string): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = sorted[middle]
      if (there !== undefined && collator.compare(there.text, text) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    size: () => known.size,
    generation: () => generation,
    rankOf(text) {
      const there = known.get(text)
      if (there) return there.at
      const place = add(text)
      known.set(text, place)
      return place.at
    }
  }
}
