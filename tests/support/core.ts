import { silentLog } from '#src/platform/log.ts'
import { type Core, createStorage, migrate, openDatabase, type Storage } from '#src/storage/index.ts'

/** A real appliance file in memory, with a clock that the test turns. */
export type Bench = { core: Core; storage: Storage; clock: { now: number }; close(): void }

export function openBench(now = Date.UTC(2026, 8, 8, 2, 42)): Bench {
  const clock = { now }
  const db = openDatabase(':memory:')
  migrate(db)
  const storage = createStorage(db, { now: () => clock.now, log: silentLog })
  return {
    core: storage.core,
    storage,
    clock,
    close() {
      storage.flush()
      db.close()
    }
  }
}
