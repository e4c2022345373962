import { expect, test } from 'bun:test'
import { inspect, wholeSize } from '#src/files/inspect.ts'
import { peekInto } from '#src/files/pictures/peek.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { gif, heif, jpeg, png, webp } from '#tests/support/files.ts'

const sizeOf = (bytes: Uint8Array, name: string) => inspect(bytes, name, false).size
function refused(bytes: Uint8Array, name: string): string {
  try {
    return JSON.stringify(sizeOf(bytes, name))
  } catch (error) {
    return error instanceof Refusal ? error.say : String(error)
  }
}

test.each<[string, Uint8Array]>([
  ['a.png', png(640, 480)],
  ['a.jpg', jpeg(640, 480)],
  ['a.gif', gif(640, 480)],
  ['lossy.webp', webp(640, 480, 'VP8 ')],
  ['lossless.webp', webp(640, 480, 'VP8L')],
  ['extended.webp', webp(640, 480, 'VP8X')],
  ['a.heic', heif('heic', 640, 480)],
  ['a.avif', heif('avif', 640, 480)]
])('the header of %s tells its size', (name, bytes) => {
  expect(sizeOf(bytes, name)).toEqual({ width: 640, height: 480 })
})

test('a photo taken upright is higher than wide', () => {
  expect([1, 3, 6, 8].map((orientation) => sizeOf(jpeg(640, 480, { orientation }), 'a.jpg'))).toEqual([
    { width: 640, height: 480 },
    { width: 640, height: 480 },
    { width: 480, height: 640 },
    { width: 480, height: 640 }
  ])
  expect([0, 1, 2, 3].map((turns) => sizeOf(heif('heic', 640, 480, turns), 'a.heic'))).toEqual([
    { width: 640, height: 480 },
    { width: 480, height: 640 },
    { width: 640, height: 480 },
    { width: 480, height: 640 }
  ])
})

test('a real photo-like picture made by an encoder is measured like its encoder says', async () => {
  const image = (format: 'png' | 'jpeg' | 'webp') => new Bun.Image(png1x1()).resize(37, 21, { fit: 'fill' })[format]().bytes()
  for (const format of ['png', 'jpeg', 'webp'] as const) expect(sizeOf(await image(format), `a.${format}`)).toEqual({ width: 37, height: 21 })
})

test.each<[string, Uint8Array]>([
  ['bomb.png', png(60_000, 60_000)],
  ['bomb.jpg', jpeg(60_000, 60_000)],
  ['bomb.gif', gif(65_535, 65_535)],
  ['bomb.webp', webp(16_000, 16_000)],
  ['bomb.heic', heif('heic', 60_000, 60_000)],
  ['bomb.png', png(0xffffffff, 1)]
])('%s claims more than forty million pixels and is refused', (name, bytes) => {
  expect(refused(bytes, name)).toBe('files.pixels')
})

test('forty million pixels are still fine', () => {
  expect(sizeOf(png(8_000, 5_000), 'a.png')).toEqual({ width: 8_000, height: 5_000 })
})

test.each<[string, Uint8Array]>([
  ['nothing.png', png(0, 10)],
  ['no-header.png', new Uint8Array([...png().subarray(0, 12), ...new Uint8Array(40)])],
  ['no-frame.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0])],
  ['no-segments.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['unknown.webp', new Uint8Array(Buffer.from('RIFF\x20\0\0\0WEBPNONE\0\0\0\0\0\0\0\0\0\0\0\0\0\0'))],
  ['no-meta.heic', heif('heic', 9, 9).subarray(0, 24)]
])('%s is damaged, whatever else it is', (name, bytes) => {
  expect(['files.damaged', '"beyond"']).toContain(refused(bytes, name))
})

test('a photo whose size stands far behind its beginning is measured when all of it is here', () => {
  const photo = jpeg(640, 480, { before: 300_000 })
  expect(sizeOf(photo.subarray(0, 262_144), 'a.jpg')).toBe('beyond')
  expect(wholeSize('jpeg', peekInto(photo))).toEqual({ width: 640, height: 480 })
  expect(() => wholeSize('jpeg', peekInto(photo.subarray(0, 262_144)))).toThrow('files.damaged')
})

test('headers cut off anywhere never do more than refuse', () => {
  for (const whole of [png(9, 9), jpeg(9, 9, { orientation: 6 }), gif(9, 9), webp(9, 9), heif('heic', 9, 9, 1)]) {
    for (let length = 12; length < whole.length; length++) {
      const answer = refused(whole.subarray(0, length), 'a')
      expect(answer).toMatch(/^(files\.|"beyond"|\{"width":9,"height":9\})/)
    }
  }
})

function png1x1(): Uint8Array {
  return new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
}
