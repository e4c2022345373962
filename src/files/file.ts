import { publicIdFrom, publicIdText } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import type { FileKind } from './formats/formats.ts'

/** Files lie in the database in rows of this size: a commit stays small, and a long file is read piece by piece. */
export const chunkBytes = 262_144

export type Uploader = { kind: 'visitor' | 'agent'; id: number }

/** A file as it is shown. Strangers know it by its public id, 22 characters; sizes in pixels are there for pictures. */
export type FileView = { publicId: string; kind: FileKind; name: string; type: string; bytes: number; width: number | null; height: number | null }

/** A file that arrived whole, and what decides who may see it. Without an entry no message has used it yet. */
export type StoredFile = FileView & { id: number; uploader: Uploader; conversationId: number | null; entryId: number | null }

export type FileRow = Omit<FileView, 'publicId'> & { publicId: Uint8Array }

export function viewOf({ publicId, kind, name, type, bytes, width, height }: FileRow): FileView {
  return { publicId: publicIdText(publicId), kind, name, type, bytes, width, height }
}

type StoredRow = FileRow & { id: number; uploaderKind: Uploader['kind']; uploaderId: number; conversationId: number | null; entryId: number | null }

/** The file that a stranger names, or null; deleted ones and ones that never arrived whole do not exist. */
export function fileByPublicId({ db }: Core, publicId: unknown): StoredFile | null {
  const wanted = publicIdFrom(publicId)
  const row =
    wanted &&
    db
      .query<StoredRow, [Uint8Array]>(`
      select id, public_id as publicId, kind, name, type, bytes, width, height, uploader_kind as uploaderKind, uploader_id as uploaderId,
             conversation_id as conversationId, entry_id as entryId
        from files
       where public_id = ? and received_at is not null and deleted_at is null`)
      .get(wanted)
  if (!row) return null
  const { id, uploaderKind, uploaderId, conversationId, entryId } = row
  return { ...viewOf(row), id, uploader: { kind: uploaderKind, id: uploaderId }, conversationId, entryId }
}
