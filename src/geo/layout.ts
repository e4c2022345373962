import { groupsOf, isMapped } from '#src/platform/address.ts'

/*
 * geo.bin, made at build time from GeoLite2's ranges and read in place:
 *
 *   "kefugeo1"                      8 bytes, then five u32: size of the file, ranges, blocks, where places begin, where blocks begin
 *   first key of every block        f64 × blocks
 *   where every block begins        u32 × (blocks + 1), from the beginning of the file
 *   places                          lines of UTF-8: country, region, city between tabs; a place's number is its line's
 *                                   offset from the beginning of the places, 0 is an empty line: unknown
 *   blocks                          of 128 ranges: their places (u24 each), then the distances from key to key (varints)
 *
 * All numbers are little-endian. A range holds from its key to the next one. IPv4 and IPv6 share one line of keys: IPv4 is
 * its 32 bits; of IPv6 the first 56 bits count, less the three that all global addresses begin with (2000::/3), so that a
 * key is an exact double. What IPv4 covers there (2000::/24) is assigned to nobody.
 */
export const magic = 'kefugeo1'
export const headerSize = 32
export const blockSize = 128
/** No line of places is longer: two letters, three, 46 bytes of city, tabs and line feed. */
export const longestPlace = 64
export const keysOfIPv4 = 2 ** 32

/** Where an address stands on the line of keys, or null when nobody can be placed there. */
export function keyOf(address: string): number | null {
  const groups = groupsOf(address)
  if (!groups) return null
  const [a = 0, b = 0, c = 0, d = 0, , , high = 0, low = 0] = groups
  return isMapped(groups) ? high * 0x1_0000 + low : keyOfIPv6(a * 0x1_0000 + b, c * 0x1_0000 + d)
}

/** The key of an IPv6 address by its first and second 32 bits. */
export function keyOfIPv6(first: number, second: number): number | null {
  const key = (first - 0x2000_0000) * 0x100_0000 + Math.floor(second / 0x100)
  return first < 0x4000_0000 && key >= keysOfIPv4 ? key : null
}
