import type { TextKey } from '#src/texts/index.ts'

export type Drawing = 'gaiwan' | 'teapot' | 'cup' | 'pitcher' | 'cake' | 'tin' | 'leaves' | 'box' | 'hills'

/** What the demo shop sells. `price` in yuan. */
export type Good = { slug: string; kind: 'ware' | 'tea'; drawing: Drawing; price: number; name: TextKey; line: TextKey; about: TextKey; size: TextKey }

export const goods: readonly Good[] = [
  {
    slug: 'ru-gaiwan',
    kind: 'ware',
    drawing: 'gaiwan',
    price: 268,
    name: 'demo.gaiwan',
    line: 'demo.gaiwan_line',
    about: 'demo.gaiwan_about',
    size: 'demo.gaiwan_size'
  },
  {
    slug: 'xishi-teapot',
    kind: 'ware',
    drawing: 'teapot',
    price: 1280,
    name: 'demo.teapot',
    line: 'demo.teapot_line',
    about: 'demo.teapot_about',
    size: 'demo.teapot_size'
  },
  {
    slug: 'puer-cake-2019',
    kind: 'tea',
    drawing: 'cake',
    price: 398,
    name: 'demo.cake',
    line: 'demo.cake_line',
    about: 'demo.cake_about',
    size: 'demo.cake_size'
  },
  {
    slug: 'silver-needle-2025',
    kind: 'tea',
    drawing: 'tin',
    price: 216,
    name: 'demo.tin',
    line: 'demo.tin_line',
    about: 'demo.tin_about',
    size: 'demo.tin_size'
  },
  { slug: 'moon-cup', kind: 'ware', drawing: 'cup', price: 88, name: 'demo.cup', line: 'demo.cup_line', about: 'demo.cup_about', size: 'demo.cup_size' },
  {
    slug: 'fair-pitcher',
    kind: 'ware',
    drawing: 'pitcher',
    price: 129,
    name: 'demo.pitcher',
    line: 'demo.pitcher_line',
    about: 'demo.pitcher_about',
    size: 'demo.pitcher_size'
  },
  {
    slug: 'dancong-2025',
    kind: 'tea',
    drawing: 'leaves',
    price: 158,
    name: 'demo.leaves',
    line: 'demo.leaves_line',
    about: 'demo.leaves_about',
    size: 'demo.leaves_size'
  },
  { slug: 'gift-box', kind: 'ware', drawing: 'box', price: 468, name: 'demo.box', line: 'demo.box_line', about: 'demo.box_about', size: 'demo.box_size' }
]

export function goodBySlug(slug: string): Good | null {
  return goods.find((good) => good.slug === slug) ?? null
}
