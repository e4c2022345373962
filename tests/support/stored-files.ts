import { expect } from 'bun:test'
import { createHash } from 'node:crypto'
import { appendChunk, beginUpload, chunkBytes, type FileView, finishUpload, inspect, type UploadFor } from '#src/files/index.ts'
import type { Core } from '#src/storage/index.ts'

/** Puts a file into the appliance as a door would, chunk by chunk; `upTo` chunks only, when the sender breaks off. */
export async function store(core: Core, bytes: Uint8Array, name: string, upload: UploadFor, { portrait = false } = {}): Promise<FileView> {
  const { id, file } = await storeChunks(core, bytes, name, upload, { portrait })
  return core.transact(() => finishUpload(core, id, file, createHash('sha256').update(bytes).digest()))
}

export async function storeChunks(core: Core, bytes: Uint8Array, name: string, upload: UploadFor, { portrait = false, upTo = Number.POSITIVE_INFINITY } = {}) {
  const file = inspect(bytes.subarray(0, chunkBytes), name, portrait)
  const id = await core.transact(() => beginUpload(core, upload, file))
  for (let n = 0; n * chunkBytes < bytes.length && n < upTo; n++) {
    await core.transact(() => appendChunk(core, id, n, bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes)))
  }
  return { id, file }
}

type Broken = { id: number; why: string }

/** I-7: no finished file without all its bytes, no chunk without its file. */
export function expectWholeFiles({ db }: Core): void {
  const broken = db
    .query<Broken, []>(`
    select id, 'bytes are missing' as why
      from files
     where completed_at is not null and deleted_at is null
       and bytes <> (select coalesce(sum(length(c.bytes)), 0) from file_chunks c where c.file_id = files.id)
     union all
    select file_id, 'no such file' from file_chunks where file_id not in (select id from files)
     union all
    select file_id, 'emptied' from file_chunks where file_id in (select id from files where emptied_at is not null)
     union all
    select id, 'used but not here' from files where completed_at is not null and received_at is null`)
    .all()
  expect(broken).toEqual([])
}

export const countOf = ({ db }: Core, table: 'files' | 'file_chunks'): number =>
  (table === 'files'
    ? db.query<{ n: number }, []>('select count(*) as n from files')
    : db.query<{ n: number }, []>('select count(*) as n from file_chunks')
  ).get()?.n ?? 0
