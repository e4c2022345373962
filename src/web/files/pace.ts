import { Refusal } from '#src/platform/refusal.ts'

/** A sender must bring at least `bytes` in every `every` milliseconds, and all of it within `longest`: there are few slots. */
export type Pace = { every: number; bytes: number; longest: number }

/** Two kilobytes a second: a slower line could not send a photo while anybody waits for it. */
export const patience: Pace = { every: 30_000, bytes: 65_536, longest: 15 * 60_000 }

type Piece = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>

/** Reads a sender's pieces for as long as they come fast enough; else the upload counts as broken off. */
export function atPace(reader: ReadableStreamDefaultReader<Uint8Array>, { every, bytes, longest }: Pace): () => Promise<Piece> {
  const end = performance.now() + longest
  let windowEnd = performance.now() + every
  let arrived = 0
  return async () => {
    const reading = reader.read()
    for (let piece = await unlessLate(reading, windowEnd); ; piece = await unlessLate(reading, windowEnd)) {
      if (piece) {
        arrived += piece.value?.length ?? 0
        return piece
      }
      if (arrived < bytes || performance.now() > end) throw new Refusal('malformed', 'files.interrupted')
      windowEnd = performance.now() + every
      arrived = 0
    }
  }
}

async function unlessLate(reading: Promise<Piece>, until: number): Promise<Piece | null> {
  let timer: Timer | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, until - performance.now()), null)
  })
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}
