import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import type { Uploader } from './file.ts'

const mostFiles = 20
const mostBytes = 100 * 1_048_576

type Held = { files: number; bytes: number }

/** Refuses when a conversation (or, before there is one, its visitor) holds too much for `more`. Inside the transaction that adds it. */
export function assertRoom(core: Core, conversationId: number | null, uploader: Uploader, more: Held): void {
  const held = conversationId === null ? heldBy(core, uploader) : heldIn(core, conversationId)
  if (held.files + more.files > mostFiles) throw new Refusal('busy', 'files.too_many', { n: mostFiles })
  if (held.bytes + more.bytes > mostBytes) throw new Refusal('busy', 'files.no_room', { limit: '100 MB' })
}

function heldIn({ db }: Core, conversationId: number): Held {
  const held = db
    .query<Held, [number]>(`
    select count(*) as files, coalesce(sum(bytes), 0) as bytes
      from files
     where conversation_id = ? and deleted_at is null`)
    .get(conversationId)
  return held ?? { files: 0, bytes: 0 }
}

function heldBy({ db }: Core, { kind, id }: Uploader): Held {
  const held = db
    .query<Held, [string, number]>(`
    select count(*) as files, coalesce(sum(bytes), 0) as bytes
      from files
     where completed_at is null and conversation_id is null and uploader_kind = ? and uploader_id = ? and deleted_at is null and kind <> 'portrait'`)
    .get(kind, id)
  return held ?? { files: 0, bytes: 0 }
}
