import type { Core } from '#src/storage/index.ts'
import { type AuditFields, chainHash } from './record.ts'

export type AuditRow = AuditFields & { id: number; previous: Uint8Array | null; hash: Uint8Array }

export type Chain = { whole: true; rows: number } | { whole: false; brokenAt: number }

const rowsAtOnce = 1_000

/** Walks the whole log and says whether every row is what was written, in the order it was written. */
export function verifyAudit(core: Pick<Core, 'db'>): Chain {
  let previous: Uint8Array | null = null
  let last = 0
  let rows = 0
  for (;;) {
    const page = rowsAfter(core, last)
    for (const row of page) {
      if (!same(row.previous, previous) || !same(row.hash, chainHash(previous, row))) return { whole: false, brokenAt: row.id }
      previous = row.hash
      last = row.id
      rows++
    }
    if (page.length < rowsAtOnce) return { whole: true, rows }
  }
}

function rowsAfter({ db }: Pick<Core, 'db'>, id: number): AuditRow[] {
  return db
    .query<AuditRow, [number, number]>(`
    select id, at, actor_kind as actorKind, actor_id as actorId, address, agent, action, target_kind as targetKind, target_id as targetId,
           before, after, detail, previous, hash
      from audit
     where id > ?
     order by id
     limit ?`)
    .all(id, rowsAtOnce)
}

function same(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (one === null || other === null) return one === other
  return Buffer.compare(one, other) === 0
}
