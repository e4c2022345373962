import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newerThanEs2019 } from '#src/build/es2019.ts'
import { bundleScript } from '#src/build/scripts.ts'
import { openStamps } from '#src/build/stamps.ts'
import { emptyFolder } from '#tests/support/folder.ts'

const newer: Record<string, string> = {
  'a?.b': '?.',
  'a?.[0]': '?.',
  'a?.()': '?.',
  'a ?? b': '??',
  'a ??= b': '??=',
  'a ||= b': '||=',
  'a &&= b': '&&=',
  'class A { x = 1 }': 'a class field',
  'class A { #x() {} }': 'a private name',
  'class A { static { f() } }': 'a static block',
  '1_000': 'a numeric separator',
  '1n': 'a bigint',
  '/(?<=a)b/': 'a newer regular expression',
  '/a/v': 'a newer regular expression',
  'a.replaceAll("a", "b")': 'replaceAll()',
  'a.at(-1)': 'at()',
  'Object.hasOwn(a, "b")': 'hasOwn()',
  'structuredClone(a)': 'structuredClone()',
  'crypto.randomUUID()': 'randomUUID()',
  'new WeakRef(a)': 'WeakRef()'
}

for (const [code, named] of Object.entries(newer)) {
  test(`old browsers would not read ${code}`, () => {
    expect(newerThanEs2019(`const a = {}, b = 1; ${code}`)[0]).toStartWith(named)
  })
}

test('what ES2019 has is read by all', () => {
  const code =
    'async function* f() { try { for await (const x of y) yield { ...x } } catch { at(1); a ? .5 : b } } /(?<year>\\d+)/su.test(2 ** 3); "a?.b"; [1].flat()'
  expect(newerThanEs2019(code)).toEqual([])
})

function written(code: string): string {
  const entry = join(emptyFolder(), 'main.ts')
  writeFileSync(entry, code)
  return entry
}

test("the visitor's script is lowered, and does the same", async () => {
  const entry = written(
    'class A { #x = 1; y?: number; get() { return this.y ?? this.#x } }\nconst a: A | null = new A()\nresults.push(a?.get())\ndeclare const results: unknown[]'
  )
  const { code } = await bundleScript(entry, 'visitors')
  const results: unknown[] = []
  new Function('results', code)(results)
  expect([newerThanEs2019(code), results]).toEqual([[], [1]])
})

test('what cannot be lowered stops the build and is named', async () => {
  await expect(bundleScript(written('console.log(location.href.replaceAll("a", "b"))'), 'visitors')).rejects.toThrow('replaceAll()')
})

test('what was made of unchanged files is fresh, and not after a change, a new file or a lost output', () => {
  const folder = emptyFolder()
  const [input, absent, output] = [join(folder, 'in.ts'), join(folder, 'absent.ts'), join(folder, 'out.js')]
  writeFileSync(input, 'one')
  const stamps = openStamps(join(folder, 'stamps.json'))
  const isFresh = () => openStamps(join(folder, 'stamps.json')).isFresh(output)
  expect(isFresh()).toBe(false)
  stamps.remember(output, [input, absent])
  stamps.save()
  expect(isFresh()).toBe(false)
  writeFileSync(output, 'made')
  expect(isFresh()).toBe(true)
  writeFileSync(absent, 'it came')
  expect(isFresh()).toBe(false)
  stamps.remember(output, [input, absent])
  stamps.save()
  writeFileSync(input, 'another')
  expect(isFresh()).toBe(false)
})
