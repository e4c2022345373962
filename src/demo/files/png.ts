import { crc32, deflateSync } from 'node:zlib'

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

/** A PNG of 8-bit RGB, asked for each pixel. Format: W3C PNG, third edition; each row is filtered by its difference to the left (filter 1). */
export function png(width: number, height: number, colourAt: (x: number, y: number) => Rgb): Uint8Array {
  const row = 1 + width * 3
  const raw = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    raw[y * row] = 1
    let left: Rgb = [0, 0, 0]
    for (let x = 0; x < width; x++) {
      const at = y * row + 1 + x * 3
      const [r, g, b] = colourAt(x, y)
      const colour: Rgb = [Math.round(r), Math.round(g), Math.round(b)]
      raw[at] = colour[0] - left[0]
      raw[at + 1] = colour[1] - left[1]
      raw[at + 2] = colour[2] - left[2]
      left = colour
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 2, 0, 0, 0], 8)
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', new Uint8Array())]))
}

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(kind: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  bytes.set(Buffer.from(kind, 'latin1'), 4)
  bytes.set(body, 8)
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)))
  return bytes
}
