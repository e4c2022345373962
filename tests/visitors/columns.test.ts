import { describe, expect, test } from 'bun:test'
import { goneAfter, presentVisitors, type VisitorsView, visitEndsAfter } from '#src/visitors/index.ts'
import { minute, noon, openPresence } from './guests.ts'

const view: VisitorsView = { site: null, states: [], text: '', sort: { by: 'entered', down: false }, limit: 5_000, offset: 0, language: 'en' }

describe('the columns behind the list', () => {
  test('hold everybody, however many come', () => {
    const presence = openPresence()
    const people = Array.from({ length: 2_500 }, (_, n) => presence.someone({ digit: n, startedAt: noon + n }).id)
    expect(presentVisitors(presence, view, noon + minute).rows.map((row) => row.id)).toEqual(people)
    expect(presentVisitors(presence, { ...view, sort: { by: 'page', down: false } }, noon + minute).total).toBe(2_500)
  })

  test('forget whose visit has ended, and give the place to the next', () => {
    const presence = openPresence()
    const [first, second] = [presence.someone({ digit: 1 }), presence.someone({ digit: 2, title: 'Kept' })]
    presence.leave(first, 'page 1', noon)
    const later = noon + visitEndsAfter + goneAfter
    presence.sweep(later)
    expect(presentVisitors(presence, view, later)).toMatchObject({ present: 1, counts: { left: 0 } })
    const third = presence.someone({ digit: 3, startedAt: later, title: 'Third' })
    const byPage = presentVisitors(presence, { ...view, sort: { by: 'page', down: false } }, later)
    expect(byPage.rows.map((row) => row.id)).toEqual([second.id, third.id])
    expect(presence.columns.end()).toBe(2)
  })

  test('what a list worked out about somebody is worked out anew after a change', () => {
    const presence = openPresence()
    const guest = presence.someone({ digit: 1, title: 'Zebra' })
    presence.someone({ digit: 2, title: 'Monkey' })
    const titles = () => presentVisitors(presence, { ...view, sort: { by: 'page', down: false } }, noon).rows.map((row) => row.title)
    expect(titles()).toEqual(['Monkey', 'Zebra'])
    presence.openPage(guest, 'page 1', { url: 'https://shop.example/a', title: 'Ape', visible: true }, noon)
    expect(titles()).toEqual(['Ape', 'Monkey'])
  })

  test('somebody who has not opened a page yet is nobody to show', () => {
    const presence = openPresence()
    const guest = presence.someone()
    presence.arrive({ ...guest, digest: new Uint8Array(32).fill(9), steps: [], pageCount: 0 }, noon)
    expect(presentVisitors(presence, view, noon).present).toBe(1)
  })

  test('a hundred different questions do not mix up their answers', () => {
    const presence = openPresence()
    for (let n = 0; n < 100; n++) presence.someone({ digit: n, title: `Tea ${n}x` })
    const found = (n: number) => presentVisitors(presence, { ...view, text: `${n}x` }, noon).rows.map((row) => row.title)
    for (let n = 10; n < 100; n++) expect(found(n)).toEqual([`Tea ${n}x`])
    for (let n = 10; n < 100; n++) expect(found(n)).toEqual([`Tea ${n}x`])
  })
})
