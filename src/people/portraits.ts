import { publicIdText } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'

/** Whose picture is which file: public ids by person, for everybody who has one. */
export function portraits({ db }: Core): Map<number, string> {
  const rows = db
    .query<{ person: number; file: Uint8Array }, []>(
      'select p.id as person, f.public_id as file from people p join files f on f.id = p.picture_id where f.deleted_at is null'
    )
    .all()
  return new Map(rows.map(({ person, file }) => [person, publicIdText(file)]))
}

/** Who spoke, as a thread shows it; somebody who left keeps the name under what was said. */
export type Author = { name: string; picture: string | null }

export function authorOf({ db }: Core, person: number): Author {
  const row = db
    .query<{ name: string; picture: number | null }, [number]>('select nickname as name, picture_id as picture from people where id = ?')
    .get(person)
  const file = row?.picture
    ? db.query<{ id: Uint8Array }, [number]>('select public_id as id from files where id = ? and deleted_at is null').get(row.picture)
    : null
  return { name: row?.name ?? '', picture: file ? publicIdText(file.id) : null }
}

/** Whether a file is somebody's picture: those are shown to visitors too. */
export function isPortrait({ db }: Core, file: number): boolean {
  return db.query<{ id: number }, [number]>('select id from people where picture_id = ?').get(file) !== null
}
