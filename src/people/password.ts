import { type Actor, record } from '#src/audit/index.ts'
import type { Core } from '#src/storage/index.ts'
import { actorOf, type Caller } from './caller.ts'
import { killLinks, type LinkPurpose, spendLink } from './links.ts'
import type { Person } from './person.ts'
import { endSessions, type From, openSession, type Session, type SignedIn } from './sessions.ts'

/* Hashing takes a tenth of a second and never happens inside a transaction: what comes in here is a hash. */

/** The hash of somebody's password, for comparing; null when there is none yet. */
export function passwordHash({ db }: Core, personId: number): string | null {
  return db.query<{ hash: string | null }, [number]>('select password_hash as hash from people where id = ?').get(personId)?.hash ?? null
}

/** A new password ends every session, this one too; the person goes on with the new one that is returned. */
export function changePassword(core: Core, by: Caller, session: Session, hash: string): SignedIn {
  setPassword(core, by.person.id, hash)
  record(core, actorOf(by), 'password.changed', { kind: 'person', id: by.person.id })
  return openSession(core, by.person.id, by, session.remembered)
}

/** What follows an invitation or reset link: the link is spent, the password set, everything older ended, the person signed in. */
export function passwordByLink(core: Core, purpose: LinkPurpose, token: unknown, hash: string, from: From): SignedIn & { person: Person } {
  const person = spendLink(core, purpose, token)
  setPassword(core, person.id, hash)
  record(core, { kind: 'person', id: person.id, ...from }, purpose === 'invitation' ? 'invitation.accepted' : 'password.reset', {
    kind: 'person',
    id: person.id
  })
  return { ...openSession(core, person.id, from, false), person }
}

/** From the machine itself, for who lost everything else. */
export function resetPassword(core: Core, by: Actor, personId: number, hash: string): void {
  setPassword(core, personId, hash)
  core.db.query('update people set must_change_password = 1 where id = ?').run(personId)
  record(core, by, 'password.reset', { kind: 'person', id: personId })
}

function setPassword(core: Core, personId: number, hash: string): void {
  core.db.query('update people set password_hash = ?, must_change_password = 0 where id = ?').run(hash, personId)
  killLinks(core, personId)
  endSessions(core, personId)
}
