import { blockSize, headerSize, keyOf, longestPlace, magic } from './layout.ts'

/** Where an address is: ISO 3166-1 alpha-2, the part behind the hyphen of ISO 3166-2, and the city's English name. */
export type Place = { country: string; region: string | null; city: string | null }

/** Something that knows places: our own data, or one day a file that the owner brought. */
export type Geo = { find(address: string): Place | null; close(): void }

/** Bytes of geo.bin, valid until the next call. */
export type Reader = { size: number; read(at: number, length: number): Uint8Array; close(): void }

/** Where an address is, or null when nobody knows: private addresses are in no data, damaged ones are none. About 4 µs. */
export function place(geo: Geo, address: string): Place | null {
  return geo.find(address)
}

/** Keeps only the blocks' index in memory (0.3 MB) and reads the rest where it lies. Throws when the bytes are not ours. */
export function geoFrom(reader: Reader): Geo {
  const index = readIndex(reader)
  return { find: (address) => find(reader, index, address), close: () => reader.close() }
}

type Index = { ranges: number; starts: Float64Array; blocks: Uint32Array; placesAt: number }

function readIndex(reader: Reader): Index {
  const header = new Uint8Array(reader.read(0, headerSize))
  const isOurs = header.length === headerSize && new TextDecoder().decode(header.subarray(0, magic.length)) === magic
  const [size = 0, ranges = 0, blocks = 0, placesAt = 0] = isOurs ? new Uint32Array(header.buffer, magic.length, 5) : []
  if (!isOurs || size !== reader.size) throw new Error('not a geo file')
  const index = new Uint8Array(reader.read(headerSize, blocks * 12 + 4)).buffer
  return { ranges, starts: new Float64Array(index, 0, blocks), blocks: new Uint32Array(index, blocks * 8, blocks + 1), placesAt }
}

function find(reader: Reader, { ranges, starts, blocks, placesAt }: Index, address: string): Place | null {
  const key = keyOf(address)
  const n = key === null ? -1 : lastNotAbove(starts, key)
  if (key === null || n < 0) return null
  const from = blocks[n] ?? 0
  const block = reader.read(from, (blocks[n + 1] ?? from) - from)
  const number = numberIn(block, Math.min(blockSize, ranges - n * blockSize), key - (starts[n] ?? 0))
  return number === 0 ? null : placeFrom(reader.read(placesAt + number, longestPlace))
}

/** The last block that begins at or before a key; -1 before the first. */
function lastNotAbove(starts: Float64Array, key: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Walks a block's distances until they reach `distance`, and answers with that range's place. */
function numberIn(block: Uint8Array, count: number, distance: number): number {
  let range = 0
  let reached = 0
  for (let at = count * 3; range + 1 < count; range++) {
    let step = 0
    let scale = 1
    let byte = 0
    do {
      byte = block[at++] ?? 0
      step += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    reached += step
    if (reached > distance) break
  }
  const at = range * 3
  return (block[at] ?? 0) + (block[at + 1] ?? 0) * 0x100 + (block[at + 2] ?? 0) * 0x1_0000
}

function placeFrom(bytes: Uint8Array): Place {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.indexOf(10)).toString('utf8')
  const [country = '', region = '', city = ''] = line.split('\t')
  return { country, region: region || null, city: city || null }
}
