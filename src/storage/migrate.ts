import type { Database } from 'bun:sqlite'
import { applicationId } from './database.ts'
import { type Migration, migrations } from './migrations/index.ts'

export class NewerFile extends Error {}
export class ForeignFile extends Error {}

/** The version of the schema that this program writes. */
export const schemaVersion = migrations.length

/**
 * Brings the file to this program's schema: forward only, each migration one transaction with its version number.
 * Throws NewerFile for a file of a later program, ForeignFile for another program's database.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations, before: (from: number, to: number) => void = () => {}): void {
  const version = versionOf(db)
  const id = db.query<{ application_id: number }, []>('pragma application_id').get()?.application_id ?? 0
  const tables = db.query<{ n: number }, []>('select count(*) as n from sqlite_schema').get()?.n ?? 0
  if (id !== applicationId && (id !== 0 || tables > 0)) throw new ForeignFile('another program owns this database')
  if (version > steps.length) throw new NewerFile(`the file has schema ${version}, this program knows ${steps.length}`)
  if (version > 0 && version < steps.length) before(version, steps.length)
  for (const [index, step] of steps.entries()) {
    if (index < version) continue
    applyStep(db, step, index + 1)
  }
}

export function versionOf(db: Database): number {
  return db.query<{ user_version: number }, []>('pragma user_version').get()?.user_version ?? 0
}

/** Pragmas inside the transaction roll back with it, so a killed migration leaves the old version whole. */
function applyStep(db: Database, step: Migration, version: number): void {
  db.transaction(() => {
    db.run(step.sql)
    db.run(`pragma application_id = ${applicationId}`)
    db.run(`pragma user_version = ${version}`)
  }).exclusive()
}
