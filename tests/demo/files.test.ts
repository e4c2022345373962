import { expect, test } from 'bun:test'
import { crc32, inflateSync } from 'node:zlib'
import { createChance } from '#src/demo/chance.ts'
import { fileOf } from '#src/demo/files/index.ts'
import { pdf } from '#src/demo/files/papers.ts'
import { png, type Rgb } from '#src/demo/files/png.ts'

/** The pixels of a picture, read back by the format's own rules. */
function pixelsOf(bytes: Uint8Array, width: number, height: number): Rgb[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const body: Uint8Array[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at)
    expect(view.getUint32(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)))
    if (Buffer.from(bytes.subarray(at + 4, at + 8)).toString() === 'IDAT') body.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const raw = inflateSync(Buffer.concat(body))
  return Array.from({ length: height }, (_, y) => {
    const left = [0, 0, 0]
    return Array.from({ length: width }, (_, x) => {
      for (let i = 0; i < 3; i++) left[i] = ((left[i] ?? 0) + (raw[y * (width * 3 + 1) + 1 + x * 3 + i] ?? 0)) & 255
      return [...left] as unknown as Rgb
    })
  })
}

test('a picture holds the pixels that were painted', () => {
  const colourAt = (x: number, y: number): Rgb => [x * 40, y * 60, 255 - x * 30]
  const read = pixelsOf(png(5, 4, colourAt), 5, 4)
  expect(read).toEqual(Array.from({ length: 4 }, (_, y) => Array.from({ length: 5 }, (_, x) => colourAt(x, y))))
})

test('a picture is small, and the same at every time', () => {
  const { bytes } = fileOf('dot.png', 'visitor', 'en')
  expect(bytes.length).toBeLessThan(120_000)
  expect(fileOf('dot.png', 'agent', 'en').bytes).toBe(bytes)
})

test('a visitor’s picture is called as a camera calls it, an agent’s by what it shows', () => {
  expect(fileOf('cup.png', 'visitor', 'en').name).toMatch(/^IMG_\d{4}\.png$/)
  expect(fileOf('cup.png', 'agent', 'en').name).toBe('cup.png')
})

test('a paper says at the right places where its parts are', () => {
  const file = Buffer.from(pdf('检测报告', ['Lead: none', '结论：合格'])).toString('latin1')
  const table = file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1]))
  expect(table.startsWith('xref\n0 8\n')).toBeTrue()
  const starts = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at))
  expect(starts.map((at) => file.slice(at, at + 7))).toEqual(starts.map((_, n) => `${n + 1} 0 obj`))
  expect(Number(/\/Length (\d+)/.exec(file)?.[1])).toBe(file.split('stream\n')[1]?.replace(/\nend$/, '').length ?? 0)
})

test('chance with one seed tells one story, and keeps within its bounds', () => {
  const tell = (seed: number) => {
    const chance = createChance(seed)
    return [chance.whole(1, 6), chance.pick(['a', 'b', 'c']), chance.shuffled([1, 2, 3, 4]), chance.weighted([{ weight: 1 }, { weight: 9 }])]
  }
  expect(tell(11)).toEqual(tell(11))
  const chance = createChance(1)
  const dice = Array.from({ length: 600 }, () => chance.whole(1, 6))
  expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(
    Array.from(
      { length: 500 },
      () =>
        chance.weighted([
          { weight: 1, n: 0 },
          { weight: 9, n: 1 }
        ]).n
    ).filter((n) => n === 0).length
  ).toBeLessThan(90)
})
