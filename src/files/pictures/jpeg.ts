import { ascii, littleNumber, number } from '../formats/bytes.ts'
import type { Peek } from './peek.ts'
import type { Size } from './size.ts'

/** A photo has a dozen segments before its picture; more than this is no photo. */
const mostSegments = 500

/** Walks from segment to segment until the frame header (ITU T.81), noting on the way how the camera was held. */
export function jpegSize(peek: Peek): Size | null {
  let at = 2
  let turned = false
  for (let n = 0; n < mostSegments; n++) {
    const [mark = 0, marker = 0] = peek(at, 2)
    if (mark !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = number(peek(at + 2, 2), 0, 2)
    if (isFrame(marker)) return frameSize(peek(at + 4, 5), turned)
    if (marker === 0xda || length < 2) return null
    if (marker === 0xe1) turned ||= isTurned(peek(at + 4, length - 2))
    at += 2 + length
  }
  return null
}

/** SOF0 to SOF15; three numbers between them mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function frameSize(frame: Uint8Array, turned: boolean): Size {
  const height = number(frame, 1, 2)
  const width = number(frame, 3, 2)
  return turned ? { width: height, height: width } : { width, height }
}

/** Exif's orientations 5 to 8 lie on their side. */
function isTurned(segment: Uint8Array): boolean {
  if (ascii(segment, 0, 6) !== 'Exif\0\0') return false
  const tiff = segment.subarray(6)
  const read = ascii(tiff, 0, 2) === 'II' ? littleNumber : number
  const directory = read(tiff, 4, 4)
  const entries = Math.min(read(tiff, directory, 2), 200)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    if (read(tiff, entry, 2) === 0x0112) return read(tiff, entry + 8, 2) >= 5
  }
  return false
}
