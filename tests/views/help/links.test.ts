import { expect, test } from 'bun:test'
import { books, everyBook, sentencesOf } from '#tests/handbook/book.ts'
import { openOffice } from '#tests/support/office.ts'
import { helpAddress, piecesOf, placeOf } from '#views/help/index.ts'

/** Every link of the handbook, where it stands. */
const links = everyBook.flatMap(([language, book]) =>
  book.flatMap((chapter) =>
    sentencesOf(chapter).flatMap((sentence) =>
      piecesOf(sentence).flatMap((piece) => (piece.kind === 'link' ? [{ language, open: chapter.slug, to: piece.to }] : []))
    )
  )
)

test('every link inside the handbook leads to a chapter and a section that exist', () => {
  const anchors = new Set(
    everyBook.flatMap(([language, book]) =>
      book.flatMap(({ slug, sections }) => [helpAddress(language, slug), ...sections.map(({ id }) => helpAddress(language, slug, id))])
    )
  )
  const inside = links.filter(({ to }) => !/^(\/|https?:)/.test(to)).map((link) => placeOf(link.to, link))
  expect(inside.length).toBeGreaterThan(10)
  expect(inside.filter((address) => !anchors.has(address))).toEqual([])
})

test('every link to a page of ours has a door', () => {
  const doors = openOffice().app.routes.map(({ path }) => path.replace(/\/$/, ''))
  const pages = links.map(({ to }) => to).filter((to) => to.startsWith('/'))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter((page) => !doors.includes(page))).toEqual([])
})

test('links outside are https', () => {
  expect(links.filter(({ to }) => /^http:/.test(to))).toEqual([])
})

test('the languages link to the same places', () => {
  const of = (language: string) => links.filter((link) => link.language === language).map(({ open, to }) => `${open} ${to}`)
  for (const language of books.keys()) expect(of(language).sort()).toEqual(of('en').sort())
})

test('a sentence is words, code and links', () => {
  expect(piecesOf('Put `a [b](c)` here, then [read on](running#https).')).toEqual([
    { kind: 'text', text: 'Put ' },
    { kind: 'code', text: 'a [b](c)' },
    { kind: 'text', text: ' here, then ' },
    { kind: 'link', text: 'read on', to: 'running#https' },
    { kind: 'text', text: '.' }
  ])
})

test('a link without a chapter stays in the one that is open', () => {
  expect(placeOf('#csp', { language: 'zh-TW', open: 'code-line' })).toBe('/help/zh-TW/code-line#csp')
  expect(placeOf('running', { language: 'zh-TW', open: 'code-line' })).toBe('/help/zh-TW/running')
  expect(placeOf('/demo', { language: 'en', open: null })).toBe('/demo')
})
