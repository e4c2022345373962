import type { ByteRange } from '#src/files/index.ts'

/**
 * What a `Range` header asks of a file (RFC 9110): null for all of it, 'none' for what cannot be had. Several ranges at
 * once are refused: nobody needs them, and a thousand overlapping ones are an attack.
 */
export function rangeIn(header: string | null, bytes: number): ByteRange | null | 'none' {
  if (header === null) return null
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? []
  // Without a first byte the last so many are meant; of something that is no range these are none.
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  return from <= to ? { from, to } : 'none'
}
