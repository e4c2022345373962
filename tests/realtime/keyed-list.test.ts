import { describe, expect, test } from 'bun:test'
import { difference, type KeyedRow, type ListPlace, shownOf } from '#src/realtime/index.ts'

const place: ListPlace = { id: 'people', tag: 'ul' }
const row = (id: string, look = 'a'): KeyedRow => ({ id, look: `${id} ${look}`, html: () => `<li id="${id}">${look}</li>` })

/** What the page's swap style does with a fragment: keeps what is not named again, follows the order. */
function swapped(page: string[], fragment: string | null): string[] {
  const order = fragment?.match(/<ul data-order="([^"]*)">/)?.[1]
  if (fragment === null || order === undefined) return page
  const rows = new Map(page.map((html) => [idOf(html), html]))
  for (const [html] of fragment.matchAll(/<li [^>]*>[^<]*<\/li>/g)) rows.set(idOf(html), html)
  return order
    .split(' ')
    .filter(Boolean)
    .map((id) => rows.get(id) ?? `row ${id} was never sent`)
}

const idOf = (html: string) => html.match(/id="([^"]*)"/)?.[1] ?? ''
const pageOf = (rows: KeyedRow[]) => rows.map((each) => each.html())

/** Small numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % sides
  }
}

function somePeople(roll: (sides: number) => number): KeyedRow[] {
  const left = Array.from({ length: roll(9) }, (_, n) => n)
  const rows: KeyedRow[] = []
  while (left.length > 0) rows.push(row(`p${left.splice(roll(left.length), 1)[0]}`, 'abc'[roll(3)]))
  return rows
}

describe('a list that is told by its differences', () => {
  test('whatever happened between two moments, the page that gets the difference shows the second', () => {
    const roll = dice(7)
    let before: KeyedRow[] = []
    let page: string[] = []
    for (let turn = 0; turn < 2_000; turn++) {
      const after = somePeople(roll)
      page = swapped(page, difference(place, shownOf({ rows: before }), { rows: after }))
      expect(page).toEqual(pageOf(after))
      before = after
    }
  })

  test('nothing is sent when nothing changed', () => {
    const content = { rows: [row('a'), row('b')], beside: [row('count')] }
    expect(difference(place, shownOf(content), content)).toBeNull()
  })

  test('only rows that look different are made and sent, with the order of all', () => {
    const untouched: KeyedRow = { id: 'a', look: 'same', html: () => expect.unreachable('made a row nobody needs') }
    const fragment = difference(place, shownOf({ rows: [untouched, row('b')] }), { rows: [row('b', 'new'), untouched] })
    expect(fragment).toBe('<hx-partial hx-target="#people" hx-swap="by-order"><ul data-order="b a"><li id="b">new</li></ul></hx-partial>')
  })

  test('a page of which nothing is known gets everything', () => {
    const rows = [row('a'), row('b')]
    expect(swapped(['<li id="old">?</li>'], difference(place, null, { rows }))).toEqual(pageOf(rows))
  })

  test('what stands beside the rows is replaced by itself, without touching the list', () => {
    const rows = [row('a')]
    const count = (n: number): KeyedRow => ({ id: 'count', look: String(n), html: () => `<b id="count">${n}</b>` })
    const fragment = difference(place, shownOf({ rows, beside: [count(1)] }), { rows, beside: [count(2)] })
    expect(fragment).toBe('<hx-partial hx-target="#count" hx-swap="outerMorph"><b id="count">2</b></hx-partial>')
  })

  test('a row that went and comes back is sent again', () => {
    const gone = shownOf({ rows: [row('a')] })
    expect(difference(place, gone, { rows: [row('a'), row('b')] })).toContain('<li id="b">')
  })

  test('an id that could break out of its attribute is our fault and said aloud', () => {
    expect(() => shownOf({ rows: [row('a"><script>')] })).toThrow('not the id')
    expect(() => shownOf({ rows: [row('a'), row('a')] })).toThrow('not the id')
  })
})
