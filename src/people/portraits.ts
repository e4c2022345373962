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

/** Whether a file is somebody's picture: those are shown to visitors too. */
export function isPortrait({ db }: Core, file: number): boolean {
  return db.query<{ id: number }, [number]>('select id from people where picture_id = ?').get(file) !== null
}
