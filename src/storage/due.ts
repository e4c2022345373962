import type { Core } from './core.ts'

/*
 * What must happen at a time, and after a crash all the same: one row per kind and subject, written in the transaction of
 * its cause. A worker (due-worker.ts) does what has come due.
 */

export type Due = { kind: string; subjectId: number; at: number; payload: unknown }

/** Once more for the same subject means: then instead of before. Inside a transaction. */
export function scheduleDue({ db }: Core, kind: string, subjectId: number, at: number, payload: unknown = null): void {
  db.query(`
    insert into due (kind, subject_id, at, payload) values (?, ?, ?, ?)
        on conflict (kind, subject_id) do update set at = excluded.at, payload = excluded.payload`).run(kind, subjectId, at, JSON.stringify(payload))
}

/** Harmless when nothing was scheduled. Inside a transaction. */
export function cancelDue({ db }: Core, kind: string, subjectId: number): void {
  db.query('delete from due where kind = ? and subject_id = ?').run(kind, subjectId)
}

/** What has come due, the oldest first, of these kinds only: a row that nobody here knows waits for a program that does. */
export function dueNow({ db, now }: Core, kinds: readonly string[], most: number): Pick<Due, 'kind' | 'subjectId'>[] {
  return db
    .query<Pick<Due, 'kind' | 'subjectId'>, [number, string, number]>(`
    select kind, subject_id as subjectId
      from due
     where at <= ? and kind in (select value from json_each(?))
     order by at
     limit ?`)
    .all(now(), JSON.stringify(kinds), most)
}

/** When the next row of these kinds comes due, or null. */
export function nextDueAt({ db }: Core, kinds: readonly string[]): number | null {
  return (
    db.query<{ at: number | null }, [string]>('select min(at) as at from due where kind in (select value from json_each(?))').get(JSON.stringify(kinds))?.at ??
    null
  )
}

/** Takes a row out, if it is still due. Inside the transaction that does what it says. */
export function takeDue({ db, now }: Core, kind: string, subjectId: number): Due | null {
  const row = db
    .query<{ at: number; payload: string }, [string, number, number]>('delete from due where kind = ? and subject_id = ? and at <= ? returning at, payload')
    .get(kind, subjectId, now())
  return row && { kind, subjectId, at: row.at, payload: JSON.parse(row.payload) }
}
