import type { Log } from '#src/platform/log.ts'
import { daily, every } from '#src/platform/schedule.ts'
import { freeBytes, type OpenStorage, startCheckpoints, trimBallast } from '#src/storage/index.ts'
import { wholeFileDamage } from './integrity.ts'
import { createWriteProbe } from './write-probe.ts'

/** Why this appliance should get no new work now. */
export type Unready = 'stopping' | 'damaged' | 'cannot-write' | 'disk-full'

export type Upkeep = {
  /** What keeps it from working, by a real write; empty when nothing does. */
  unready(): Promise<Unready[]>
  /** The damage found while running. From then on nothing is written any more. */
  damage(): string | null
  /** From now on new work should go elsewhere. */
  announceStop(): void
  stop(): Promise<void>
}

const diskEveryMs = 10_000
/** Less than this and writing is about to fail. */
const leastFree = 32 * 1024 * 1024
const soonMs = 5_000

/** Looks after a running appliance: log kept short, room on the disk, the file whole. */
export function startUpkeep(storage: OpenStorage, log: Log): Upkeep {
  const { core, folder } = storage
  let damage: string | null = null
  let stopping = false
  const canWrite = createWriteProbe(core)
  const checkpoints = startCheckpoints(core.db, folder, log)

  async function checkFile(): Promise<void> {
    damage = await wholeFileDamage(folder.db)
    if (damage === null) return
    // Whatever is written now may make it worse; what is there stays readable.
    core.db.run('pragma query_only = on')
    log.fault('file-damaged', damage, { file: folder.db })
  }

  async function lookAtDisk(): Promise<void> {
    const did = await trimBallast(folder)
    if (did === 'let-go') log.warn('disk-nearly-full', { free: freeBytes(folder.path), folder: folder.path })
  }

  const first = setTimeout(() => void lookAtDisk().catch((error) => log.fault('disk', error)), soonMs).unref()
  const rounds = [every(diskEveryMs, 'disk', log, lookAtDisk), daily(3, 40, 'file-check', log, checkFile)]
  if (!storage.checked) void checkFile().catch((error) => log.fault('file-check', error))

  return {
    async unready() {
      const reasons: Unready[] = []
      if (stopping) reasons.push('stopping')
      if (damage !== null) reasons.push('damaged')
      else if (!(await canWrite())) reasons.push('cannot-write')
      if (freeBytes(folder.path) < leastFree) reasons.push('disk-full')
      return reasons
    },
    damage: () => damage,
    announceStop() {
      stopping = true
    },
    async stop() {
      clearTimeout(first)
      for (const round of rounds) round.stop()
      await checkpoints.stop()
    }
  }
}
