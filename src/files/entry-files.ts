import type { Core } from '#src/storage/index.ts'
import { type FileRow, type FileView, viewOf } from './file.ts'

/** The files of some messages, one look-up for a whole page of them. Deleted files are not there any more. */
export function filesOfEntries({ db }: Core, entryIds: readonly number[]): Map<number, FileView> {
  const rows = db
    .query<FileRow & { entryId: number }, [string]>(`
    select entry_id as entryId, public_id as publicId, kind, name, type, bytes, width, height
      from files
     where entry_id in (select value from json_each(?)) and deleted_at is null`)
    .all(JSON.stringify(entryIds))
  return new Map(rows.map((row) => [row.entryId, viewOf(row)]))
}
