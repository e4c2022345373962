/** Latin-1 text of some bytes; shorter where the file ends. */
export function ascii(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, Math.min(bytes.length, from + length))
}

export function startsWith(bytes: Uint8Array, mark: string): boolean {
  return ascii(bytes, 0, mark.length) === mark
}

/** Whole numbers, most significant byte first; beyond the end of the bytes they are 0. */
export function number(bytes: Uint8Array, from: number, length: number): number {
  let value = 0
  for (let at = from; at < from + length; at++) value = value * 256 + (bytes[at] ?? 0)
  return value
}

/** The same, least significant byte first. */
export function littleNumber(bytes: Uint8Array, from: number, length: number): number {
  let value = 0
  for (let at = from + length - 1; at >= from; at--) value = value * 256 + (bytes[at] ?? 0)
  return value
}
