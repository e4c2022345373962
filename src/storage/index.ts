/** The one file: opened, migrated, written in groups, nothing acknowledged before it is on disk. */
export type { Core } from './core.ts'
export { applicationId, openDatabase, openReadOnly } from './database.ts'
export { ForeignFile, migrate, NewerFile, schemaVersion, versionOf } from './migrate.ts'
export { createStorage, type Storage } from './storage.ts'
