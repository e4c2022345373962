import { writeFileSync } from 'node:fs'
import { migrate, openDatabase } from '#src/storage/index.ts'

/** What the migrations make, as one page to read: each table with its indexes and triggers, by name. */
export function currentSchema(): string {
  const db = openDatabase(':memory:')
  migrate(db)
  const parts = db
    .query<{ sql: string }, []>(`
      select sql
        from sqlite_schema
       where sql is not null and name not like 'sqlite\\_%' escape '\\' and tbl_name not glob '*_texts_*'
       order by tbl_name, type = 'trigger', type = 'index', name`)
    .all()
  db.close()
  return `${['-- Made from the migrations by `bun src/build/schema.ts`; change those.', ...parts.map(({ sql }) => `${asWritten(sql)};`)].join('\n\n')}\n`
}

/** SQLite keeps a statement as it was written, but for its first words. */
function asWritten(sql: string): string {
  return sql.replace(/^CREATE (VIRTUAL )?(TABLE|INDEX|UNIQUE INDEX|TRIGGER)/, (words) => words.toLowerCase())
}

export const schemaFile = 'src/storage/schema.sql'

if (import.meta.main) writeFileSync(schemaFile, currentSchema())
