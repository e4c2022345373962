import { missing, Refusal } from '#src/platform/refusal.ts'
import { newPublicId } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { type FileRow, type FileView, type Uploader, viewOf } from './file.ts'
import type { Inspected } from './inspect.ts'
import { wholeSize } from './inspect.ts'
import { assertRoom } from './quota.ts'
import { peekIntoStored } from './read.ts'

/** Whose upload, and where it will be used. Without a conversation: a visitor's first message, or a picture of a person. */
export type UploadFor = { siteId: number | null; uploader: Uploader; conversationId: number | null }

/**
 * Makes the row of a file whose bytes follow, inside a transaction, and returns its number. Nobody sees it before it is
 * finished, no message before it is attached; what never comes that far is discarded within the hour.
 */
export function beginUpload(core: Core, { siteId, uploader, conversationId }: UploadFor, file: Inspected): number {
  if (file.kind !== 'portrait') assertRoom(core, conversationId, uploader, { files: 1, bytes: 0 })
  const size = file.size === 'beyond' ? null : file.size
  const { lastInsertRowid } = core.db
    .query(`
    insert into files (public_id, site_id, kind, name, type, bytes, width, height, uploader_kind, uploader_id, conversation_id, started_at)
    values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)`)
    .run(
      newPublicId(),
      siteId,
      file.kind,
      file.name,
      file.type,
      size?.width ?? null,
      size?.height ?? null,
      uploader.kind,
      uploader.id,
      conversationId,
      core.now()
    )
  return Number(lastInsertRowid)
}

/** Appends chunk `n` (from 0), full but for the last; one small transaction each. Refused when the upload was discarded meanwhile. */
export function appendChunk({ db }: Core, fileId: number, n: number, bytes: Uint8Array): void {
  const { changes } = db
    .query(`
    insert into file_chunks (file_id, n, bytes)
    select id, ?, ? from files where id = ? and received_at is null and deleted_at is null`)
    .run(n, bytes, fileId)
  if (changes === 0) throw new Refusal('malformed', 'files.interrupted')
}

/** All bytes are here: from now on a message may use the file. A picture that did not tell its size at once is measured. */
export function finishUpload(core: Core, fileId: number, file: Inspected, sha256: Uint8Array): FileView {
  const bytes = bytesOf(core, fileId)
  const { conversationId, uploaderKind, uploaderId } = ownerOf(core, fileId)
  if (file.kind !== 'portrait') assertRoom(core, conversationId, { kind: uploaderKind, id: uploaderId }, { files: 0, bytes })
  const size = file.size === 'beyond' ? wholeSize(file.format, peekIntoStored(core, fileId, bytes)) : file.size
  const row = core.db
    .query<FileRow, [number, number | null, number | null, Uint8Array, number, number]>(`
    update files
       set bytes = ?, width = ?, height = ?, sha256 = ?, received_at = ?
     where id = ? and received_at is null and deleted_at is null
 returning public_id as publicId, kind, name, type, bytes, width, height`)
    .get(bytes, size?.width ?? null, size?.height ?? null, sha256, core.now(), fileId)
  if (!row) throw missing()
  return viewOf(row)
}

function bytesOf({ db }: Core, fileId: number): number {
  return db.query<{ bytes: number }, [number]>('select coalesce(sum(length(bytes)), 0) as bytes from file_chunks where file_id = ?').get(fileId)?.bytes ?? 0
}

type Owner = { conversationId: number | null; uploaderKind: Uploader['kind']; uploaderId: number }

function ownerOf({ db }: Core, fileId: number): Owner {
  const owner = db
    .query<Owner, [number]>('select conversation_id as conversationId, uploader_kind as uploaderKind, uploader_id as uploaderId from files where id = ?')
    .get(fileId)
  if (!owner) throw new Refusal('malformed', 'files.interrupted')
  return owner
}
