import { expect, test } from 'bun:test'
import { markupOf } from '#jsx'
import { sourceFiles } from './support/imports.ts'
import { breakouts, poison } from './support/poison.ts'
import { propsOf } from './support/props.ts'
import { findViews, type View } from './support/views.ts'

/*
 * Every view, found by its type, drawn with hostile text in every place that takes text. Props come from the types too:
 * a view that nobody thought of is tested all the same.
 */

const turns = 16
const { views, checker } = findViews()
/** Each turn chooses other branches; each branch gets several kinds of poison. */
const perTurn = 3
let showed = 0

async function draw({ file, name, parameters }: View, text: string, turn: number): Promise<string | null> {
  const module = (await import(`../${file}`)) as Record<string, (...props: unknown[]) => unknown>
  const view = module[name]
  if (!view) throw new Error(`${file} has no ${name}`)
  try {
    return markupOf(view(...parameters.map((type) => propsOf(type, checker, text, turn))) as never)
  } catch (error) {
    // The runtime refuses what could run code; that is as good as escaping it.
    if (error instanceof TypeError && /^(A view |Markup |The attribute )/.test(error.message)) return null
    throw error
  }
}

test('there are views to look at', () => {
  expect(views.length).toBeGreaterThan(100)
})

for (const view of views) {
  test(`${view.file} ${view.name}: no text becomes markup`, async () => {
    const found = new Set<string>()
    let seen = 0
    let shown = 0
    for (let n = 0; n < turns * perTurn; n++) {
      const markup = await draw(view, poison[n % poison.length] ?? '', Math.floor(n / perTurn))
      if (markup === null) continue
      seen++
      if (/canary|alert/.test(markup)) shown++
      for (const breakout of breakouts(markup)) found.add(breakout)
    }
    if (shown > 0) showed++
    expect([...found]).toEqual([])
    expect(seen, 'the view was never drawn').toBeGreaterThan(0)
  })
}

test('most views really showed the text: props that never reach the page would prove nothing', () => {
  expect(showed / views.length).toBeGreaterThan(0.7)
})

test('markup that is not escaped comes only from the reviewed places', () => {
  const calls = sourceFiles('src', 'views')
    .filter(({ path }) => !path.startsWith('views/jsx/'))
    .flatMap(({ path, text }) => [...text.matchAll(/\braw\((?!\))([^)]*\)?)\)/g)].map(([call]) => `${path} ${call}`))
  expect(calls).toEqual(
    [
      // Shapes of lucide's, made at build time.
      'views/ui/icon.tsx raw(icons[name])',
      "views/layout/page.tsx raw('<!doctype html>')"
    ].sort()
  )
})

test('only the runtime makes markup', () => {
  const makers = sourceFiles('src', 'views').filter(
    ({ path, text }) => !path.startsWith('views/jsx/') && /new Html\(|HTMLRewriter|\.innerHTML\s*=|insertAdjacentHTML|document\.write\(/.test(text)
  )
  expect(makers.map(({ path }) => path)).toEqual([])
})
