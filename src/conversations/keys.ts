import { filesOfEntries } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
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
    .query<Said & { body: string | null }, [string, number, string]>(`
      select e.id, e.conversation_id as conversationId, c.public_id as publicId, e.seq, e.visitor_seq as visitorSeq, e.posted_at as at, e.body
        from entries e join conversations c on c.id = e.conversation_id
       where e.author_kind = ? and e.author_id = ? and e.client_key = ?`)
    .get(author.kind, author.id, saying.key)
  if (!found) return null
  const file = filesOfEntries(core, [found.id]).get(found.id)?.publicId ?? null
  if ((found.body ?? '') !== saying.text || file !== saying.file) throw new Refusal('conflict', 'conversations.key_reused')
  const { body: _, ...said } = found
  return said
}
