/** The one file: opened, migrated, written in groups, nothing acknowledged before it is on disk. */

export { trimBallast } from './ballast.ts'
export { type Checkpoints, startCheckpoints } from './checkpoints.ts'
export type { Core } from './core.ts'
export { applicationId, openDatabase, openReadOnly } from './database.ts'
export { firstDamage } from './file-checks.ts'
export { type DataFolder, folderAt } from './folder.ts'
export { freeBytes } from './free-space.ts'
export { isLocked } from './lock.ts'
export { ForeignFile, migrate, NewerFile, schemaVersion, versionOf } from './migrate.ts'
export { type OpenStorage, openStorage } from './open.ts'
export { createStorage, type Storage } from './storage.ts'
export { entriesWith, indexText, unindexText } from './text-index.ts'
