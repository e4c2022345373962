/** Reads some bytes of a file. Throws `Beyond` where the file, or the part of it that is here, ends before. */
export type Peek = (from: number, length: number) => Uint8Array

export class Beyond extends Error {}

export function peekInto(bytes: Uint8Array): Peek {
  return (from, length) => {
    if (from + length > bytes.length) throw new Beyond()
    return bytes.subarray(from, from + length)
  }
}
