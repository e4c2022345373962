import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { currentSchema, schemaFile } from '#src/build/schema.ts'
import { migrate, openDatabase, schemaVersion, versionOf } from '#src/storage/index.ts'

test('schema.sql is what the migrations make (bun src/build/schema.ts writes it anew)', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(currentSchema())
})

test('every table is strict, but for the text index', () => {
  const db = openDatabase(':memory:')
  migrate(db)
  const loose = db
    .query<{ name: string }, []>("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'")
    .all()
  db.close()
  expect(loose).toEqual([])
})

test('a row of a growing table can go without looking through its children: their foreign keys are served by an index', () => {
  const db = openDatabase(':memory:')
  migrate(db)
  const growing = ['entries', 'entry_versions', 'visits', 'page_views', 'conversations', 'file_chunks', 'read_marks', 'participants', 'drafts']
  const keys = db
    .query<{ child: string; field: string }, []>(`
      select m.name as child, f."from" as field
        from sqlite_schema m, pragma_foreign_key_list(m.name) f
       where m.type = 'table' and f."table" in (${growing.map((name) => `'${name}'`).join(', ')})`)
    .all()
  const indexed = db
    .query<{ child: string; field: string }, []>(`
      select m.name as child, c.name as field
        from sqlite_schema m, pragma_index_list(m.name) i, pragma_index_info(i.name) c
       where m.type = 'table' and c.seqno = 0
       union
      select m.name, c.name from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.pk = 1`)
    .all()
  db.close()
  const served = new Set(indexed.map(({ child, field }) => `${child}.${field}`))
  const small = new Set(['drafts.conversation_id'])
  expect(keys.map(({ child, field }) => `${child}.${field}`).filter((key) => !served.has(key) && !small.has(key))).toEqual([])
})

test('the migrations have reached the version that the program names', () => {
  const db = openDatabase(':memory:')
  migrate(db)
  const version = versionOf(db)
  db.close()
  expect(version).toBe(schemaVersion)
})
