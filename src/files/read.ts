import type { Core } from '#src/storage/index.ts'
import { chunkBytes } from './file.ts'
import { Beyond, type Peek } from './pictures/peek.ts'

/** Bytes `from` to `to`, both counted in, from 0. */
export type ByteRange = { from: number; to: number }

/** Streams a file, or a range of it; each chunk is read when the receiver has room for it. Fails when the file is deleted meanwhile. */
export function readFile(core: Core, fileId: number, { from, to }: ByteRange): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = at <= to ? chunkAt(core, fileId, Math.floor(at / chunkBytes)) : null
        if (!chunk) return controller.error(new Error('a file ended before its end'))
        const start = at % chunkBytes
        const piece = chunk.subarray(start, Math.min(chunk.length, start + to - at + 1))
        at += piece.length
        controller.enqueue(piece)
        if (at > to) controller.close()
      }
    },
    { highWaterMark: 0 }
  )
}

/** A look at some bytes of a stored file, for the header of a picture. */
export function peekIntoStored(core: Core, fileId: number, bytes: number): Peek {
  return (from, length) => {
    if (from + length > bytes) throw new Beyond()
    const found = new Uint8Array(length)
    for (let at = from; at < from + length; ) {
      const chunk = chunkAt(core, fileId, Math.floor(at / chunkBytes))
      const piece = chunk?.subarray(at % chunkBytes, (at % chunkBytes) + from + length - at)
      if (!piece || piece.length === 0) throw new Beyond()
      found.set(piece, at - from)
      at += piece.length
    }
    return found
  }
}

function chunkAt({ db }: Core, fileId: number, n: number): Uint8Array | null {
  return db.query<{ bytes: Uint8Array }, [number, number]>('select bytes from file_chunks where file_id = ? and n = ?').get(fileId, n)?.bytes ?? null
}
