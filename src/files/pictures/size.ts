import { ascii, littleNumber, number } from '../formats/bytes.ts'
import type { Format } from '../formats/formats.ts'
import { heifSize } from './heif.ts'
import { jpegSize } from './jpeg.ts'
import { Beyond, type Peek } from './peek.ts'

/** Pixels as a browser shows them, turned as the camera's note says. */
export type Size = { width: number; height: number }

const sizeOfFormat: Partial<Record<Format, (peek: Peek) => Size | null>> = {
  png: pngSize,
  gif: gifSize,
  webp: webpSize,
  jpeg: jpegSize,
  heic: heifSize,
  avif: heifSize
}

/** Whether files of this format are pictures that must tell their size. */
export function isPicture(format: Format): boolean {
  return format in sizeOfFormat
}

/**
 * The size that a picture's header claims; the picture itself is never decoded. null for a header that makes no sense,
 * 'beyond' when the part of the file that can be read ends before the size is known.
 */
export function pictureSize(format: Format, peek: Peek): Size | null | 'beyond' {
  try {
    const size = sizeOfFormat[format]?.(peek) ?? null
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof Beyond) return 'beyond'
    throw error
  }
}

function pngSize(peek: Peek): Size | null {
  const head = peek(0, 24)
  return ascii(head, 12, 4) === 'IHDR' ? { width: number(head, 16, 4), height: number(head, 20, 4) } : null
}

function gifSize(peek: Peek): Size {
  const head = peek(0, 10)
  return { width: littleNumber(head, 6, 2), height: littleNumber(head, 8, 2) }
}

/** Three kinds of first chunk: RFC 9649. */
function webpSize(peek: Peek): Size | null {
  const head = peek(0, 30)
  const chunk = ascii(head, 12, 4)
  if (chunk === 'VP8X') return { width: littleNumber(head, 24, 3) + 1, height: littleNumber(head, 27, 3) + 1 }
  if (chunk === 'VP8 ') return { width: littleNumber(head, 26, 2) & 0x3fff, height: littleNumber(head, 28, 2) & 0x3fff }
  if (chunk !== 'VP8L') return null
  const bits = littleNumber(head, 21, 4)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
