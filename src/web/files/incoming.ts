import { chunkBytes } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { atPace, type Pace } from './pace.ts'

/**
 * The body in pieces of 256 KiB (the last one shorter), each asked for when the one before is on disk: the sender waits
 * meanwhile, and memory stays as it is. A piece is valid until the next one is asked for. Stops reading at the limit.
 */
export async function* incomingChunks(body: ReadableStream<Uint8Array>, limit: number, pace: Pace): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  const read = atPace(reader, pace)
  const chunk = new Uint8Array(chunkBytes)
  let filled = 0
  let total = 0
  try {
    for (let piece = await read(); !piece.done; piece = await read()) {
      total += piece.value.length
      if (total > limit) throw tooLarge(limit)
      for (let rest = piece.value; rest.length > 0; ) {
        const fits = rest.subarray(0, chunkBytes - filled)
        chunk.set(fits, filled)
        rest = rest.subarray(fits.length)
        filled += fits.length
        if (filled === chunkBytes) {
          yield chunk
          filled = 0
        }
      }
    }
    if (filled > 0) yield chunk.subarray(0, filled)
  } finally {
    // Not awaited: a sender who has gone silent never answers.
    reader.cancel().catch(() => {})
  }
}

export function tooLarge(limit: number): Refusal {
  return new Refusal('too_large', 'refusal.too_large', { limit: `${Math.floor(limit / 1_048_576)} MB` })
}
