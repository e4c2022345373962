import { Database } from 'bun:sqlite'

/** "Kefu" in ASCII: tells our file from any other SQLite file. */
export const applicationId = 0x4b656675

/** WAL-reset bug before this version; see HOSTILE S20. */
const oldestSqlite = [3, 51, 3]

/** Bun keeps twenty prepared statements by default, and preparing one costs ten times what running it does. */
Database.MAX_QUERY_CACHE_SIZE = 1_000

/** Opens the appliance's file (or `:memory:`) with everything that bun:sqlite leaves off by default. */
export function openDatabase(file: string): Database {
  const db = new Database(file, { create: true, strict: true })
  db.run('pragma busy_timeout = 5000')
  db.run('pragma journal_mode = wal')
  db.run('pragma synchronous = full')
  db.run('pragma foreign_keys = on')
  db.run('pragma trusted_schema = off')
  db.run('pragma cell_size_check = on')
  db.run('pragma secure_delete = on')
  db.run('pragma wal_autocheckpoint = 0')
  db.run('pragma cache_size = -16000')
  db.run('pragma temp_store = memory')
  assertBuild(db)
  return db
}

/** A connection that can only read: workers, search, backup. */
export function openReadOnly(file: string): Database {
  const db = new Database(file, { readonly: true, strict: true })
  db.run('pragma busy_timeout = 5000')
  db.run('pragma trusted_schema = off')
  db.run('pragma query_only = on')
  return db
}

function assertBuild(db: Database): void {
  const { version } = db.query<{ version: string }, []>('select sqlite_version() as version').get() ?? { version: '0' }
  const options = db.query<{ option: string }, []>('select compile_options as option from pragma_compile_options').all()
  const fault = faultOfBuild(
    version,
    options.map(({ option }) => option)
  )
  if (fault !== null) throw new Error(fault)
}

/** What keeps this SQLite from being trusted with somebody's data, or null. */
export function faultOfBuild(version: string, options: readonly string[]): string | null {
  const parts = version.split('.').map(Number)
  const older = oldestSqlite.some((least, i) => (parts[i] ?? 0) < least && oldestSqlite.slice(0, i).every((same, j) => parts[j] === same))
  if (older) return `SQLite ${version} is older than ${oldestSqlite.join('.')}`
  return options.includes('THREADSAFE=1') ? null : 'This SQLite was built without THREADSAFE=1'
}
