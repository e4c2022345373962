import type { StoredFile } from '#src/files/index.ts'
import type { Core } from '#src/storage/index.ts'

/** Whose conversation a file was used in; null before it was used. */
export function visitorOfFile({ db }: Core, { conversationId, entryId }: StoredFile): number | null {
  if (conversationId === null || entryId === null) return null
  return db.query<{ visitor: number }, [number]>('select visitor_id as visitor from conversations where id = ?').get(conversationId)?.visitor ?? null
}
