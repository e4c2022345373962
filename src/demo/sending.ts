import { createHash } from 'node:crypto'
import { appendChunk, beginUpload, chunkBytes, finishUpload, inspect, type UploadFor } from '#src/files/index.ts'
import type { Core } from '#src/storage/index.ts'
import type { SentFile } from './files/index.ts'

/** Puts a small file into the appliance, inside a transaction, as the upload doors do in several; gives its public id. */
export function uploaded(core: Core, by: UploadFor, { name, bytes }: SentFile, asPortrait = false): string {
  const file = inspect(bytes.subarray(0, chunkBytes), name, asPortrait)
  const id = beginUpload(core, by, file)
  for (let n = 0; n * chunkBytes < bytes.length; n++) appendChunk(core, id, n, bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes))
  return finishUpload(core, id, file, new Uint8Array(createHash('sha256').update(bytes).digest())).publicId
}
