import type { Core } from '#src/storage/index.ts'

/** Asked more often than this, the last answer counts: a stranger must not be able to cause syncs. */
const freshMs = 1_000
const patienceMs = 2_000

export type WriteProbe = () => Promise<boolean>

/** Whether a write reaches the disk: one small row goes the way of every message. A write that does not settle in two seconds counts as none. */
export function createWriteProbe(core: Core): WriteProbe {
  let last = Promise.resolve(false)
  let at = Number.NEGATIVE_INFINITY
  return () => {
    const now = performance.now()
    if (now - at < freshMs) return last
    at = now
    last = probe(core)
    return last
  }
}

async function probe(core: Core): Promise<boolean> {
  const written = core.transact(() => {
    core.db
      .query(`
        insert into appliance_settings (subject, body, changed_at) values ('write-probe', '', ?)
        on conflict (subject) do update set changed_at = excluded.changed_at`)
      .run(core.now())
  })
  let late: Timer | undefined
  const gaveUp = new Promise<false>((settle) => {
    late = setTimeout(settle, patienceMs, false)
  })
  try {
    return await Promise.race([written.then(() => true), gaveUp])
  } catch {
    return false
  } finally {
    clearTimeout(late)
  }
}
