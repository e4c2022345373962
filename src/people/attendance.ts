import type { Core } from '#src/storage/index.ts'

/** Who was seen within this time before the process stopped counts as there when it starts again. */
const fresh = 120_000

/** Writes that these sessions, whose pages are open, are in use. Inside a transaction, seldom. */
export function seeSessions({ db, now }: Core, sessions: readonly number[]): void {
  const ids = JSON.stringify(sessions)
  db.query('update sessions set seen_at = ? where ended_at is null and id in (select value from json_each(?))').run(now(), ids)
  db.query('update people set seen_at = ? where id in (select person_id from sessions where id in (select value from json_each(?)))').run(now(), ids)
}

/** Whoever was at work when the process was last alive, however long ago that is: their pages will come back first. */
export function seenLast({ db }: Core): number[] {
  return db
    .query<{ id: number }, [number]>('select id from people where disabled_at is null and seen_at > (select max(seen_at) from people) - ?')
    .all(fresh)
    .map((row) => row.id)
}
