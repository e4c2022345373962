import { countActions, record } from '#src/audit/index.ts'
import type { Passwords } from '#src/platform/passwords.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { actorOf } from './caller.ts'
import { loginNames } from './contact.ts'
import type { LoginLimits } from './login-limits.ts'
import { passwordHash } from './password.ts'
import { type Person, personById } from './person.ts'
import { endSession, type From, openSession, type Session, type SignedIn } from './sessions.ts'

export type Attempt = { name: string; password: string; remembered: boolean; from: From }

/** So many wrong passwords before a login are worth telling their owner. */
const noticeable = 10
const tellFor = 10 * 60_000

/**
 * Opens a session for the right password. Every other case takes the same time and is refused with the same words:
 * wrong password, unknown name, no password yet, disabled. `busy` when tries come too fast.
 */
export async function signIn(core: Core, passwords: Passwords, limits: LoginLimits, attempt: Attempt): Promise<SignedIn & { person: Person }> {
  const account = accountName(attempt.name)
  const address = attempt.from.address ?? ''
  limits.attempt(account, address)
  const known = knownBy(core, attempt.name)
  const right = await passwords.verify(attempt.password, known?.hash ?? null)
  if (!known || !right || known.disabled) {
    await core.transact(() => recordFailure(core, known?.id ?? null, attempt.from))
    throw wrong()
  }
  limits.succeeded(account, address)
  return core.transact(() => enter(core, known.id, known.hash, attempt))
}

export function signOut(core: Core, person: Person, session: Session, from: From): void {
  endSession(core, session)
  record(core, actorOf({ person, ...from }), 'login.out', { kind: 'session', id: session.id })
}

/** How many wrong passwords came before a login that has just happened, when it is worth telling; else 0. */
export function failuresBefore(core: Core, session: Session): number {
  if (core.now() - session.createdAt > tellFor) return 0
  const before = core.db
    .query<{ at: number | null }, [number, number]>('select max(created_at) as at from sessions where person_id = ? and id < ?')
    .get(session.personId, session.id)?.at
  const failures = countActions(core, 'login.failed', { kind: 'person', id: session.personId }, before ?? 0)
  return failures >= noticeable ? failures : 0
}

/** One name per account, so that spellings of one number share their limit. */
function accountName(typed: string): string {
  const { email, phones } = loginNames(typed)
  return email ?? phones[0] ?? typed.trim().toLowerCase()
}

type Known = { id: number; hash: string | null; disabled: boolean }

function knownBy(core: Core, typed: string): Known | null {
  const { email, phones } = loginNames(typed)
  const id = (email && idByEmail(core, email)) || phones.map((phone) => idByPhone(core, phone)).find((found) => found !== null) || null
  if (id === null) return null
  return { id, hash: passwordHash(core, id), disabled: personById(core, id).disabledAt !== null }
}

function idByEmail({ db }: Core, email: string): number | null {
  return db.query<{ id: number }, [string]>('select id from people where email = ?').get(email)?.id ?? null
}

function idByPhone({ db }: Core, phone: string): number | null {
  return db.query<{ id: number }, [string]>('select id from people where phone = ?').get(phone)?.id ?? null
}

/** While the hash was computed the password may have been changed or the person disabled. */
function enter(core: Core, id: number, hash: string | null, { from, remembered }: Attempt): SignedIn & { person: Person } {
  const person = personById(core, id)
  if (person.disabledAt !== null || passwordHash(core, id) !== hash) throw wrong()
  const signedIn = openSession(core, id, from, remembered)
  record(core, actorOf({ person, ...from }), 'login.done', { kind: 'person', id })
  return { ...signedIn, person }
}

function recordFailure(core: Core, personId: number | null, from: From): void {
  record(core, { kind: 'anybody', id: null, ...from }, 'login.failed', personId === null ? null : { kind: 'person', id: personId })
}

const wrong = () => new Refusal('invalid', 'login.wrong', {}, 'password')
