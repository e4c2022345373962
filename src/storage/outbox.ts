import type { Core } from './core.ts'

/*
 * What must be told to the world outside: a row written in the transaction of its cause, carried afterwards by a worker
 * (outbox-worker.ts), at least once. Whoever receives it knows a second copy by its key.
 */

export type Parcel = {
  /** Who carries it: 'mail', 'webhook'… */
  kind: string
  /** What it is about: parcels of one kind, subject and target go out in order, one after the other. */
  subject: string
  targetId: number | null
  payload: unknown
  /** The same key twice is one parcel. */
  key: string
  /** Not before this time; at once without it. */
  dueAt?: number
}

export type QueuedParcel = Required<Parcel> & { id: number; queuedAt: number; tries: number }

/** Inside the transaction of the cause. */
export function enqueue({ db, now }: Core, { kind, subject, targetId, payload, key, dueAt }: Parcel): void {
  db.query(`
    insert into outbox (kind, subject, target_id, payload, key, queued_at, due_at) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (key) do nothing`).run(kind, subject, targetId, JSON.stringify(payload), key, now(), dueAt ?? now())
}

type ParcelRow = Omit<QueuedParcel, 'payload'> & { payload: string }

/**
 * What may go out now: of these kinds, not in hand already, and nothing older of the same subject and target waiting. A
 * retry that lies further ahead than any retry can was written before the clock was set back, and goes out too.
 */
export function parcelsDue(core: Core, kinds: readonly string[], inHand: readonly number[], most: number): QueuedParcel[] {
  const now = core.now()
  const due = parcelsBetween(core, kinds, inHand, most, { from: 0, to: now, leastTries: 0 })
  return due.length > 0 ? due : parcelsBetween(core, kinds, inHand, most, { from: now + longestRetry + 1, to: Number.MAX_SAFE_INTEGER, leastTries: 1 })
}

type Between = { from: number; to: number; leastTries: number }

/** In the order of that index the first few rows are found at once; left alone, SQLite would sort a long backlog each time. */
function parcelsBetween({ db }: Core, kinds: readonly string[], inHand: readonly number[], most: number, { from, to, leastTries }: Between): QueuedParcel[] {
  const rows = db
    .query<ParcelRow, [number, number, number, string, string, number]>(`
    select id, kind, subject, target_id as targetId, payload, key, queued_at as queuedAt, due_at as dueAt, tries
      from outbox indexed by outbox_due
     where done_at is null and due_at between ? and ? and tries >= ?
       and kind in (select value from json_each(?)) and id not in (select value from json_each(?))
       and not exists (
         select 1
           from outbox older
          where older.kind = outbox.kind and older.subject = outbox.subject and older.target_id is outbox.target_id
            and older.done_at is null and older.id < outbox.id)
     order by due_at, id
     limit ?`)
    .all(from, to, leastTries, JSON.stringify(kinds), JSON.stringify(inHand), most)
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }))
}

/** Of milliseconds: ten seconds, doubled with every try, at most six hours. */
export function retryDelay(tries: number, chance: number): number {
  return Math.round(Math.min(longestRetry, 10_000 * 2 ** tries) * (0.5 + chance / 2))
}

const longestRetry = 6 * 3_600_000
/** As many tries as fit into a day; by the clock alone a step of it would give up everything at once. */
const givenUpAfter = { ms: 24 * 3_600_000, tries: 12 }

export function markDelivered({ db, now }: Core, id: number): void {
  db.query('update outbox set done_at = ?, error = null, tries = tries + 1 where id = ?').run(now(), id)
}

/** Puts it off, or gives it up after a day (or at once, when another try cannot help). Returns whether it was given up. */
export function markFailed(
  { db, now }: Core,
  { id, tries, queuedAt }: QueuedParcel,
  error: string,
  { hopeless, chance }: { hopeless: boolean; chance: number }
): boolean {
  const givenUp = hopeless || (tries + 1 >= givenUpAfter.tries && now() - queuedAt >= givenUpAfter.ms)
  db.query('update outbox set tries = tries + 1, error = ?, due_at = ?, done_at = ? where id = ?').run(
    error.slice(0, 500),
    now() + retryDelay(tries, chance),
    givenUp ? now() : null,
    id
  )
  return givenUp
}

export type DeadParcel = {
  id: number
  kind: string
  subject: string
  targetId: number | null
  queuedAt: number
  givenUpAt: number
  tries: number
  error: string
}

/** What was given up, the newest first: somebody should look at it, and may send it again. */
export function deadParcels({ db }: Core, most: number): DeadParcel[] {
  return db
    .query<DeadParcel, [number]>(`
    select id, kind, subject, target_id as targetId, queued_at as queuedAt, done_at as givenUpAt, tries, error
      from outbox
     where done_at is not null and error is not null
     order by done_at desc, id desc
     limit ?`)
    .all(most)
}

/** Tries a parcel that was given up once more from the beginning. Inside a transaction; harmless for any other. */
export function sendAgain({ db, now }: Core, id: number): void {
  db.query(
    'update outbox set done_at = null, error = null, tries = 0, queued_at = ?1, due_at = ?1 where id = ?2 and done_at is not null and error is not null'
  ).run(now(), id)
}

/** Forgets what was done before a time, some hundred rows at once; returns how many. Inside a transaction. */
export function forgetDone({ db }: Core, before: number): number {
  return db.query('delete from outbox where id in (select id from outbox where done_at < ? order by done_at limit 500)').run(before).changes
}
