import { missing } from '#src/platform/refusal.ts'
import { publicIdFrom } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { type FileRow, type FileView, type Uploader, viewOf } from './file.ts'
import { assertRoom } from './quota.ts'

/**
 * Uses an uploaded file for a message, inside the transaction that posts the message. A file is usable once, by its
 * uploader, in its conversation (or in any of theirs, when it was uploaded before there was one); anything else is missing.
 */
export function attachFile(core: Core, publicId: unknown, uploader: Uploader, conversationId: number, entryId: number): FileView & { id: number } {
  const file = usableFile(core, publicIdFrom(publicId), uploader)
  if (!file || (file.conversationId !== null && file.conversationId !== conversationId)) throw missing()
  if (file.conversationId === null) assertRoom(core, conversationId, uploader, { files: 1, bytes: file.bytes })
  core.db.query('update files set conversation_id = ?, entry_id = ?, completed_at = ? where id = ?').run(conversationId, entryId, core.now(), file.id)
  return { ...viewOf(file), id: file.id }
}

/** Uses an uploaded picture for a person, inside the transaction that sets it; returns its number for `picture_id`. */
export function attachPortrait(core: Core, publicId: unknown, uploader: Uploader): number {
  const file = usableFile(core, publicIdFrom(publicId), uploader, 'portrait')
  if (!file) throw missing()
  core.db.query('update files set completed_at = ? where id = ?').run(core.now(), file.id)
  return file.id
}

type UsableRow = FileRow & { id: number; conversationId: number | null }

function usableFile({ db }: Core, publicId: Uint8Array | null, { kind, id }: Uploader, as: 'portrait' | 'attachment' = 'attachment'): UsableRow | null {
  if (!publicId) return null
  return db
    .query<UsableRow, [Uint8Array, string, number, string]>(`
    select id, public_id as publicId, kind, name, type, bytes, width, height, conversation_id as conversationId
      from files
     where public_id = ? and uploader_kind = ? and uploader_id = ? and received_at is not null and completed_at is null and deleted_at is null
       and case when kind = 'portrait' then 'portrait' else 'attachment' end = ?`)
    .get(publicId, kind, id, as)
}
