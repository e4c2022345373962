import { ascii, number } from '../formats/bytes.ts'
import type { Peek } from './peek.ts'
import type { Size } from './size.ts'

type Box = { kind: string; body: Uint8Array }

/** The description of a picture is some kilobytes; a larger one is no picture of ours. */
const longestMeta = 1_048_576
const mostBoxes = 4_000

/**
 * HEIC and AVIF (ISO/IEC 23008-12): the primary item's size and turn among the properties in `meta`. A photo of tiles has a
 * size per tile and one for the whole; should the primary item not say, the largest counts.
 */
export function heifSize(peek: Peek): Size | null {
  const meta = metaOf(peek)
  if (!meta) return null
  const inside = boxesIn(meta.subarray(4))
  const properties = boxesIn(bodyOf(inside, 'iprp'))
  const all = boxesIn(bodyOf(properties, 'ipco'))
  const own = propertiesOf(bodyOf(properties, 'ipma'), primaryItem(bodyOf(inside, 'pitm'))).flatMap((index) => all[index - 1] ?? [])
  const size = largest(own) ?? largest(all)
  const turned = ((own.find((box) => box.kind === 'irot')?.body[0] ?? 0) & 1) === 1
  return size && turned ? { width: size.height, height: size.width } : size
}

function metaOf(peek: Peek): Uint8Array | null {
  let at = 0
  for (let n = 0; n < 20; n++) {
    const head = peek(at, 8)
    const length = number(head, 0, 4)
    if (length < 8) return null
    if (ascii(head, 4, 4) === 'meta') return length > longestMeta ? null : peek(at + 8, length - 8)
    at += length
  }
  return null
}

function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length && boxes.length < mostBoxes; ) {
    const length = number(bytes, at, 4)
    if (length < 8) break
    boxes.push({ kind: ascii(bytes, at + 4, 4), body: bytes.subarray(at + 8, at + length) })
    at += length
  }
  return boxes
}

function bodyOf(boxes: Box[], kind: string): Uint8Array {
  return boxes.find((box) => box.kind === kind)?.body ?? new Uint8Array()
}

function primaryItem(body: Uint8Array): number {
  return number(body, 4, body[0] === 0 ? 2 : 4)
}

/** Indices (from 1) of an item's properties; item numbers and indices are short or long by version and flag. */
function propertiesOf(body: Uint8Array, item: number): number[] {
  const idBytes = body[0] === 0 ? 2 : 4
  const indexBytes = ((body[3] ?? 0) & 1) === 1 ? 2 : 1
  const items = Math.min(number(body, 4, 4), mostBoxes)
  for (let n = 0, at = 8; n < items && at < body.length; n++) {
    const id = number(body, at, idBytes)
    const count = body[at + idBytes] ?? 0
    const from = at + idBytes + 1
    if (id === item) return Array.from({ length: count }, (_, i) => number(body, from + i * indexBytes, indexBytes) & (indexBytes === 2 ? 0x7fff : 0x7f))
    at = from + count * indexBytes
  }
  return []
}

function largest(boxes: Box[]): Size | null {
  return boxes
    .filter((box) => box.kind === 'ispe')
    .map(sizeIn)
    .reduce<Size | null>((best, size) => (best && best.width * best.height >= size.width * size.height ? best : size), null)
}

function sizeIn({ body }: Box): Size {
  return { width: number(body, 4, 4), height: number(body, 8, 4) }
}
