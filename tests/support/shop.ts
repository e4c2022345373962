import { newPublicId } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'

/** A site with two visitors and a conversation each, and two agents: the least that files need around them. */
export type Shop = { site: number; visitors: [number, number]; conversations: [number, number]; agents: [number, number] }

export async function openShop(core: Core): Promise<Shop> {
  return core.transact(() => {
    const site = insert(
      core,
      "insert into sites (key, name, url, language, time_zone, created_at) values (?, 'Tea', 'https://tea.example', 'en', 'UTC', 0)",
      'key'
    )
    const visitor = () =>
      insert(core, 'insert into visitors (public_id, site_id, token_digest, first_at, seen_at) values (?, ?, ?, 0, 0)', newPublicId(), site, newPublicId())
    const conversation = (of: number) =>
      insert(
        core,
        "insert into conversations (public_id, site_id, visitor_id, kind, state, opened_at, opened_by_kind, last_at) values (?, ?, ?, 'chat', 'open', 0, 'visitor', 0)",
        newPublicId(),
        site,
        of
      )
    const agent = () =>
      insert(core, "insert into people (public_id, role_id, nickname, language, status_at, created_at) values (?, 3, 'Hua', 'en', 0, 0)", newPublicId())
    const visitors: [number, number] = [visitor(), visitor()]
    return { site, visitors, conversations: [conversation(visitors[0]), conversation(visitors[1])], agents: [agent(), agent()] }
  })
}

/** A message of a visitor, as the conversations room would write it. */
export function insertEntry(core: Core, conversation: number): number {
  const seq = core.db.query<{ n: number }, [number]>('select count(*) + 1 as n from entries where conversation_id = ?').get(conversation)?.n ?? 1
  return insert(core, "insert into entries (conversation_id, seq, kind, author_kind, posted_at) values (?, ?, 'message', 'visitor', 0)", conversation, seq)
}

function insert(core: Core, sql: string, ...values: (string | number | Uint8Array)[]): number {
  return Number(core.db.query(sql).run(...values).lastInsertRowid)
}
