import { missing } from '#src/platform/refusal.ts'
import { publicIdFrom } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import type { Uploader } from './file.ts'

/** Whoever has not sent an uploaded file after this long has forgotten it. */
const unfinishedFor = 3_600_000
/** 2 MB per commit: erased bytes are overwritten in the file, which costs as much as writing them. */
const chunksPerCommit = 8

/**
 * Deletes a file, inside a transaction: from its commit on the file does not exist for anybody. The bytes follow in small
 * transactions (`emptyDeleted`), which go on after a crash; the row stays for the rows that point to it, without name.
 */
export function deleteFile(core: Core, fileId: number): void {
  core.db.query("update files set deleted_at = ?, name = '', sha256 = null where id = ? and deleted_at is null").run(core.now(), fileId)
}

/** The same for the file of a message, if it has one. */
export function deleteFilesOfEntry(core: Core, entryId: number): void {
  for (const { id } of core.db.query<{ id: number }, [number]>('select id from files where entry_id = ?').all(entryId)) deleteFile(core, id)
}

/** The uploader changed their mind before sending. Inside a transaction; anybody else's file is missing. */
export function abandonUpload(core: Core, publicId: unknown, { kind, id }: Uploader): void {
  const { changes } = core.db
    .query(`
    update files
       set deleted_at = ?
     where public_id = ? and uploader_kind = ? and uploader_id = ? and completed_at is null and deleted_at is null`)
    .run(core.now(), publicIdFrom(publicId), kind, id)
  if (changes === 0) throw missing()
}

/** What was begun over an hour ago and never used by a message is gone afterwards, bytes and row. To be called every few minutes. */
export async function discardUnfinished(core: Core, now: number): Promise<void> {
  await core.transact(() =>
    core.db.query('update files set deleted_at = ? where completed_at is null and started_at < ? and deleted_at is null').run(now, now - unfinishedFor)
  )
  await emptyDeleted(core)
}

/** Removes the bytes of every deleted file that still has some. */
export async function emptyDeleted(core: Core): Promise<void> {
  const ids = core.db.query<{ id: number }, []>('select id from files where deleted_at is not null and emptied_at is null').all()
  for (const { id } of ids) await deleteFileBytes(core, id)
}

/** Removes the bytes of a deleted file, and its row too if no message ever used it. Harmless to repeat, and for files that are not deleted. */
export async function deleteFileBytes(core: Core, fileId: number): Promise<void> {
  while ((await core.transact(() => deleteSomeChunks(core, fileId))) === chunksPerCommit);
}

function deleteSomeChunks({ db, now }: Core, fileId: number): number {
  const { changes } = db
    .query(`
    delete from file_chunks
     where file_id = ?1 and exists (select 1 from files where id = ?1 and deleted_at is not null)
       and n in (select n from file_chunks where file_id = ?1 order by n limit ?2)`)
    .run(fileId, chunksPerCommit)
  if (changes === chunksPerCommit) return changes
  db.query('delete from files where id = ? and deleted_at is not null and completed_at is null').run(fileId)
  db.query('update files set emptied_at = ? where id = ? and deleted_at is not null and emptied_at is null').run(now(), fileId)
  return changes
}
