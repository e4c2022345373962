import { ascii, number } from './bytes.ts'
import type { Format } from './formats.ts'

/** Brands of ISO/IEC 14496-12 files (`ftyp`), as registered at mp4ra.org. QuickTime (`qt  `) is not on the list. */
const brands: readonly [Format, readonly string[]][] = [
  ['avif', ['avif', 'avis']],
  ['heic', ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']],
  ['m4a', ['M4A ', 'M4B ']],
  ['mp4', ['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'M4VH', 'M4VP', 'dash', 'mmp4', 'MSNV', 'f4v ']]
]
/** Brands that only say "a picture of the HEIF family"; the compatible ones tell which. */
const familyBrands = ['mif1', 'msf1']

export function isoFormat(head: Uint8Array): Format | null {
  const size = Math.min(number(head, 0, 4), 1_024, head.length)
  const major = ascii(head, 8, 4)
  if (!familyBrands.includes(major)) return formatOf(major)
  for (let at = 16; at + 4 <= size; at += 4) {
    const format = formatOf(ascii(head, at, 4))
    if (format === 'avif' || format === 'heic') return format
  }
  return null
}

function formatOf(brand: string): Format | null {
  return brands.find(([, known]) => known.includes(brand))?.[0] ?? null
}
