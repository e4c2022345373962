import { type Actor, record } from '#src/audit/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { digest, isToken, newToken } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { type Person, personById } from './person.ts'

/** How somebody gets in who has no password (any more): a link that works once. */
export type LinkPurpose = 'invitation' | 'reset'

const minute = 60_000
const lifetime: Record<LinkPurpose, number> = { invitation: 72 * 60 * minute, reset: 30 * minute }

/** The token of a new link; every older link of this person is dead from now on. */
export function makeLink(core: Core, by: Actor, purpose: LinkPurpose, person: Person): string {
  const token = newToken()
  const now = core.now()
  killLinks(core, person.id)
  core.db
    .query('insert into login_links (digest, purpose, person_id, made_at, made_by, expires_at) values (?, ?, ?, ?, ?, ?)')
    .run(digest(token), purpose, person.id, now, by.kind === 'person' ? by.id : null, now + lifetime[purpose])
  record(core, by, purpose === 'invitation' ? 'invitation.made' : 'reset.made', { kind: 'person', id: person.id })
  return token
}

/** Whom a link lets in, while it does; null when it was used, is too old, or never was. */
export function linkHolder(core: Core, purpose: LinkPurpose, token: unknown): Person | null {
  if (!isToken(token)) return null
  const row = core.db
    .query<{ personId: number }, [Uint8Array, string, number]>(
      'select person_id as personId from login_links where digest = ? and purpose = ? and expires_at > ?'
    )
    .get(digest(token), purpose, core.now())
  const person = row ? personById(core, row.personId) : null
  return person?.disabledAt === null ? person : null
}

/** Uses a link up, inside the transaction of what it is used for. Throws `missing` when another was quicker. */
export function spendLink(core: Core, purpose: LinkPurpose, token: unknown): Person {
  const person = linkHolder(core, purpose, token)
  if (!person || !isToken(token)) throw missing()
  core.db.query('delete from login_links where digest = ?').run(digest(token))
  return person
}

export function killLinks(core: Core, personId: number): void {
  core.db.query('delete from login_links where person_id = ? or expires_at < ?').run(personId, core.now())
}

/** Until when a person's open invitation works, or null. */
export function invitedUntil({ db, now }: Core, personId: number): number | null {
  return (
    db
      .query<{ expiresAt: number }, [number, number]>(
        "select expires_at as expiresAt from login_links where person_id = ? and purpose = 'invitation' and expires_at > ?"
      )
      .get(personId, now())?.expiresAt ?? null
  )
}
