import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { icons } from '#views/ui/index.ts'

/** The inside of a shape's file, on one line. */
function drawn(name: string): string {
  const file = readFileSync(new URL(`../../../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8')
  return [...file.replace(/[\s\S]*?<svg[\s\S]*?>/, '').matchAll(/<(?!\/)[^>]+>/g)].map(([tag]) => tag.replace(/\s+/g, ' ').replace(' />', '/>')).join('')
}

test('every icon is the shape that lucide draws', () => {
  for (const [name, shape] of Object.entries(icons)) expect<string>(shape, name).toBe(drawn(name))
})

test('an icon is shapes and nothing else', () => {
  for (const shape of Object.values(icons)) expect(shape).toMatch(/^(<(path|circle|rect|line|polyline|polygon|ellipse)( [a-z\d]+="[\w\s.,-]*")+\/>)+$/)
})
