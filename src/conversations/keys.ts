import { filesOfEntries } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { conversationById } from './find.ts'
import type { Added } from './log.ts'
import type { Saying } from './types.ts'

export type Author = { kind: 'visitor' | 'agent'; id: number }
export type Said = Added & { conversationId: number; publicId: Uint8Array }

/**
 * What this author already said under this key, for ever: a retry is answered like the first time. The same key with
 * other words is refused (409): somebody would believe that both were said.
 */
export function alreadySaid(core: Core, author: Author, saying: Saying): Said | null {
  const found = core.db
    .query<Added & { conversationId: number; body: string | null; payload: string | null }, [string, number, string]>(`
      select id, conversation_id as conversationId, seq, visitor_seq as visitorSeq, posted_at as at, body, payload
        from entries
       where author_kind = ? and author_id = ? and client_key = ?`)
    .get(author.kind, author.id, saying.key)
  if (!found) return null
  const file = found.payload === null ? null : (filesOfEntries(core, [found.id]).get(found.id)?.publicId ?? null)
  if ((found.body ?? '') !== saying.text || file !== saying.file) throw new Refusal('conflict', 'conversations.key_reused')
  const { body: _, payload: __, ...said } = found
  const publicId = conversationById(core, found.conversationId)?.publicId ?? new Uint8Array(16)
  return { ...said, publicId }
}
