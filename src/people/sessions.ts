import { type Actor, record } from '#src/audit/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { digest, isToken, newToken } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { type Person, personById } from './person.ts'

const hour = 3_600_000
const day = 24 * hour
/** A remembered one also lives through a weekend: otherwise remembering would end with every night. */
const idle = { plain: 12 * hour, remembered: 7 * day }
const absolute = { plain: 7 * day, remembered: 30 * day }
/** Being seen is written at most once in this time. */
const seenEvery = 60_000

export type Session = {
  id: number
  personId: number
  createdAt: number
  seenAt: number
  expiresAt: number
  address: string | null
  agent: string | null
  remembered: boolean
  confirmedAt: number | null
}
type SessionRow = Omit<Session, 'remembered'> & { digest: Uint8Array; remembered: number }

/** Where a request comes from, as far as a session remembers it. */
export type From = { address: string | null; agent: string | null }

export type SignedIn = { token: string; session: Session }

/** Opens a session; the token is the only copy of its secret. A browser and address that this person never used want to be confirmed. */
export function openSession(core: Core, personId: number, from: From, remembered: boolean): SignedIn {
  const token = newToken()
  const now = core.now()
  const kind = remembered ? 'remembered' : 'plain'
  const confirmedAt = isFamiliar(core, personId, from) ? now : null
  const { lastInsertRowid } = core.db
    .query(`
      insert into sessions (digest, person_id, created_at, seen_at, expires_at, address, agent, remembered, confirmed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(digest(token), personId, now, now, now + absolute[kind], from.address, from.agent?.slice(0, 300) ?? null, remembered ? 1 : 0, confirmedAt)
  core.db.query('update people set seen_at = ? where id = ?').run(now, personId)
  return { token, session: sessionById(core, Number(lastInsertRowid)) }
}

/** The live session that a cookie's token opens, with its person; null for everything else, whatever was sent. */
export function sessionOf(core: Core, token: unknown): { session: Session; person: Person } | null {
  if (!isToken(token)) return null
  const row = core.db.query<SessionRow, [Uint8Array]>('select * from open_sessions where digest = ?').get(digest(token))
  if (!row || !isLive(row, core.now())) return null
  const person = personById(core, row.personId)
  return person.disabledAt === null ? { session: sessionFrom(row), person } : null
}

/** Whether a session is still good, for sockets that outlive the request that opened them. */
export function isSessionLive(core: Core, id: number): boolean {
  const session = findSession(core, id)
  return session !== null && isLive(session, core.now())
}

/** Whether it is time to write that this session was seen; then call `seeSession` inside a transaction. */
export function wantsToBeSeen(core: Core, session: Session): boolean {
  return core.now() - session.seenAt >= seenEvery
}

export function seeSession(core: Core, session: Pick<Session, 'id' | 'personId'>): void {
  core.db.query('update sessions set seen_at = ? where id = ? and ended_at is null').run(core.now(), session.id)
  core.db.query('update people set seen_at = ? where id = ?').run(core.now(), session.personId)
}

/** A person's live sessions, the newest first. */
export function liveSessions(core: Core, personId: number): Session[] {
  return core.db
    .query<SessionRow, [number]>('select * from open_sessions where personId = ? order by createdAt desc, id desc')
    .all(personId)
    .filter((row) => isLive(row, core.now()))
    .map(sessionFrom)
}

/** Of a person's own sessions, found through the person: somebody else's is missing. */
export function sessionFor(core: Core, person: Pick<Person, 'id'>, id: number): Session {
  const session = findSession(core, id)
  if (!session || session.personId !== person.id) throw missing()
  return sessionFrom(session)
}

/** Ends one session, and whatever hangs on it as soon as the commit is heard. */
export function endSession(core: Core, session: Pick<Session, 'id' | 'personId'>): void {
  core.db.query('update sessions set ended_at = ? where id = ? and ended_at is null').run(core.now(), session.id)
  core.announce({ kind: 'session-ended', person: session.personId, session: session.id })
}

/** Ends all sessions of a person but one; at every change of what the person may do, and of the password. */
export function endSessions(core: Core, personId: number, except: number | null = null): void {
  for (const session of liveSessions(core, personId)) if (session.id !== except) endSession(core, session)
}

/** Somebody ends one of their own sessions by hand. */
export function revokeSession(core: Core, by: Actor, session: Session): void {
  endSession(core, session)
  record(core, by, 'session.ended', { kind: 'session', id: session.id }, { detail: { address: session.address } })
}

/** Logins from a new browser or address that nobody has confirmed yet: shown on the person's other sessions until somebody does. */
export function unconfirmedLogins(core: Core, session: Session): Session[] {
  return liveSessions(core, session.personId).filter((other) => other.id !== session.id && other.confirmedAt === null)
}

export function confirmLogin(core: Core, session: Session): void {
  core.db.query('update sessions set confirmed_at = ? where id = ? and confirmed_at is null').run(core.now(), session.id)
}

/** The first login ever has nobody to be shown to; later ones are known by browser and address together. */
function isFamiliar({ db }: Core, personId: number, { address, agent }: From): boolean {
  const known = db.query<{ n: number }, [number]>('select count(*) as n from sessions where person_id = ?').get(personId)?.n ?? 0
  if (known === 0) return true
  return (
    db
      .query<{ id: number }, [number, string | null, string | null]>(
        'select id from sessions where person_id = ? and address is ? and agent is ? and confirmed_at is not null limit 1'
      )
      .get(personId, address, agent?.slice(0, 300) ?? null) !== null
  )
}

function sessionById(core: Core, id: number): Session {
  const row = findSession(core, id)
  if (!row) throw missing()
  return sessionFrom(row)
}

function findSession({ db }: Core, id: number): SessionRow | null {
  return db.query<SessionRow, [number]>('select * from open_sessions where id = ?').get(id)
}

function isLive(row: SessionRow, now: number): boolean {
  return row.expiresAt > now && row.seenAt + idle[row.remembered === 1 ? 'remembered' : 'plain'] > now
}

function sessionFrom({ digest: _, ...row }: SessionRow): Session {
  return { ...row, remembered: row.remembered === 1 }
}
