import { existsSync, readFileSync } from 'node:fs'
import packed from '#public/built/geo.bin.gz' with { type: 'file' }
import { openGeo, place } from '#src/geo/index.ts'
import type { Config } from '#src/platform/config.ts'
import { CannotRun } from '#src/platform/exit.ts'
import { type DataFolder, isLocked, openReadOnly } from '#src/storage/index.ts'
import { refuseTakenPort } from '../../port.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

const fewestFiles = 4_096
/** This program was not written before. */
const earliest = Date.UTC(2026, 0, 1)
const latest = Date.UTC(2100, 0, 1)
const toleranceMs = 5 * 60_000

/** The machine: clock, open files, port, data of places. */
export async function lookAtMachine(config: Config, folder: DataFolder, now: number): Promise<Finding[]> {
  return [clock(folder, now), openFiles(), port(config, folder), await places()]
}

/** Against the youngest thing in the file: a clock that was set back makes sessions and bans last too long. */
function clock(folder: DataFolder, now: number): Finding {
  const time = new Date(now).toISOString()
  if (now < earliest || now > latest) return bad('doctor.clock.wrong', 'doctor.clock.cure', { time })
  const youngest = youngestIn(folder)
  if (youngest > now + toleranceMs) return doubtful('doctor.clock.behind', 'doctor.clock.cure', { time, written: new Date(youngest).toISOString() })
  return good('doctor.clock.right', { time, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
}

function youngestIn({ db: file }: DataFolder): number {
  if (!existsSync(file)) return 0
  try {
    const db = openReadOnly(file)
    const youngest = db
      .query<{ at: number | null }, []>('select max(at) as at from (select max(at) as at from audit union all select max(changed_at) from appliance_settings)')
      .get()
    db.close()
    return youngest?.at ?? 0
  } catch {
    // Whether the file can be read is another check's business.
    return 0
  }
}

/** Each visitor who is present takes one. */
function openFiles(): Finding {
  const limit = existsSync('/proc/self/limits') ? /Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] : undefined
  if (limit === undefined) return good('doctor.files.unlimited')
  return Number(limit) < fewestFiles ? doubtful('doctor.files.few', 'doctor.files.cure', { limit }) : good('doctor.files.enough', { limit })
}

function port(config: Config, folder: DataFolder): Finding {
  const values = { port: String(config.port), host: config.host }
  if (isLocked(folder)) return good('doctor.port.ours', values)
  try {
    refuseTakenPort(config)
    return good('doctor.port.free', values)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    return bad('doctor.port.refused', 'doctor.port.cure', { ...values, reason: error.message })
  }
}

/** One of China's public resolvers, which is where it is since 2008. */
const known = { address: '114.114.114.114', country: 'CN' }

async function places(): Promise<Finding> {
  try {
    const geo = openGeo(Bun.gunzipSync(await Bun.file(packed).bytes()))
    const found = place(geo, known.address)?.country
    geo.close()
    return found === known.country ? good('doctor.geo.good') : bad('doctor.geo.wrong', 'doctor.geo.cure')
  } catch {
    return bad('doctor.geo.wrong', 'doctor.geo.cure')
  }
}
