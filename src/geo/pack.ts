import { blockSize, headerSize, longestPlace, magic } from './layout.ts'
import type { Place } from './place.ts'

/** Ranges in the order of their keys: from `starts[n]` on it is `places[numbers[n]]`, where null means unknown. */
export type Ranges = { starts: ArrayLike<number>; numbers: ArrayLike<number>; places: readonly (Place | null)[] }

/** The bytes of geo.bin (see layout.ts). */
export function packGeo(ranges: Ranges): Uint8Array<ArrayBuffer> {
  const { text, offsets } = packPlaces(ranges.places)
  const blocks = packBlocks(ranges, offsets)
  const placesAt = headerSize + blocks.length * 12 + 4
  const blocksAt = placesAt + text.length
  const size = blocks.reduce((sum, block) => sum + block.bytes.length, blocksAt)
  const file = new Uint8Array(size)
  const view = new DataView(file.buffer)
  file.set(new TextEncoder().encode(magic))
  for (const [at, number] of [size, ranges.starts.length, blocks.length, placesAt, blocksAt].entries()) view.setUint32(8 + at * 4, number, true)
  file.set(text, placesAt)
  let at = blocksAt
  for (const [n, block] of blocks.entries()) {
    view.setFloat64(headerSize + n * 8, block.start, true)
    view.setUint32(headerSize + blocks.length * 8 + n * 4, at, true)
    file.set(block.bytes, at)
    at += block.bytes.length
  }
  view.setUint32(placesAt - 4, at, true)
  return file
}

function packPlaces(places: readonly (Place | null)[]): { text: Uint8Array; offsets: number[] } {
  const lines = places.map((place) => Buffer.from(place ? `${place.country}\t${place.region ?? ''}\t${place.city ?? ''}\n` : ''))
  let end = 1
  const offsets = lines.map((line) => {
    if (line.length > longestPlace) throw new Error(`a place is too long: ${line}`)
    end += line.length
    return line.length === 0 ? 0 : end - line.length
  })
  return { text: new Uint8Array(Buffer.concat([Buffer.from('\n'), ...lines, Buffer.alloc(longestPlace)])), offsets }
}

function packBlocks({ starts, numbers }: Ranges, offsets: readonly number[]): { start: number; bytes: Uint8Array }[] {
  const count = Math.ceil(starts.length / blockSize)
  return Array.from({ length: count }, (_, block) => {
    const from = block * blockSize
    const to = Math.min(starts.length, from + blockSize)
    const bytes: number[] = []
    for (let n = from; n < to; n++) {
      const place = offsets[numbers[n] ?? 0] ?? 0
      bytes.push(place & 255, (place >> 8) & 255, place >> 16)
    }
    for (let n = from + 1; n < to; n++) pushVarint(bytes, (starts[n] ?? 0) - (starts[n - 1] ?? 0))
    return { start: starts[from] ?? 0, bytes: new Uint8Array(bytes) }
  })
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
