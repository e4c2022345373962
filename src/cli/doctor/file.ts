import { existsSync, statSync } from 'node:fs'
import { CannotRun } from '#src/platform/exit.ts'
import { type DataFolder, findDataFile, isLocked, openReadOnly, schemaVersion, versionOf } from '#src/storage/index.ts'
import { wholeFileDamage } from '#src/upkeep/index.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

const megabyte = 1024 * 1024
const longLog = 256 * megabyte

/** The database: whole (every page and every index is read), of a version this program knows, with its key. */
export async function lookAtFile(folder: DataFolder): Promise<Finding[]> {
  const found = look(folder)
  if (found !== true) return [found === false ? good('doctor.file.none') : found]
  const damage = await wholeFileDamage(folder.db)
  if (damage !== null) return [bad('doctor.file.damaged', 'doctor.file.damaged_cure', { file: folder.db, damage })]
  return [good('doctor.file.whole', { mb: Math.ceil(statSync(folder.db).size / megabyte) }), version(folder), log(folder), key(folder), running(folder)]
}

/** Whether there is a file; a finding when it must not be used. */
function look(folder: DataFolder): boolean | Finding {
  try {
    return existsSync(folder.path) && findDataFile(folder)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    return bad('doctor.file.refused', 'doctor.file.refused_cure', { reason: error.message })
  }
}

function version({ db: file }: DataFolder): Finding {
  const db = openReadOnly(file)
  const known = versionOf(db)
  db.close()
  if (known === schemaVersion) return good('doctor.file.version', { version: known })
  return doubtful('doctor.file.older', 'doctor.file.older_cure', { version: known, current: schemaVersion })
}

function log({ wal }: DataFolder): Finding {
  const mb = Math.ceil((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) / megabyte)
  return mb * megabyte > longLog ? doubtful('doctor.file.log_long', 'doctor.file.log_long_cure', { mb }) : good('doctor.file.log_short', { mb })
}

function key({ key: file }: DataFolder): Finding {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === 32) return good('doctor.key.there')
  return size === undefined ? doubtful('doctor.key.missing', 'doctor.key.missing_cure', { file }) : bad('doctor.key.wrong', 'doctor.key.wrong_cure', { file })
}

function running(folder: DataFolder): Finding {
  return good(isLocked(folder) ? 'doctor.running' : 'doctor.stopped')
}
