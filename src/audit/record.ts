import { createHash } from 'node:crypto'
import type { Core } from '#src/storage/index.ts'
import type { Action } from './actions.ts'

/** Who did it, and from where. `command` is somebody at the machine itself, `system` nobody. */
export type Actor = { kind: 'person' | 'visitor' | 'command' | 'system' | 'anybody'; id: number | null; address: string | null; agent: string | null }

export type Target = { kind: 'person' | 'site' | 'session' | 'role' | 'conversation' | 'appliance' | 'file' | 'visitor'; id: number }

/** What was there and what is there now, or a word on what happened. Never a secret. */
export type Detail = { before?: Record<string, unknown>; after?: Record<string, unknown>; detail?: Record<string, unknown> }

export const system: Actor = { kind: 'system', id: null, address: null, agent: null }
export const command: Actor = { kind: 'command', id: null, address: null, agent: null }

/** Everything but the number; the order of the names is the order that is hashed. */
export type AuditFields = {
  at: number
  actorKind: string
  actorId: number | null
  address: string | null
  agent: string | null
  action: string
  targetKind: string | null
  targetId: number | null
  before: string | null
  after: string | null
  detail: string | null
}

const longestAgent = 300
const longestJson = 4_000

/** Writes one row that nobody can change. Inside the transaction of what it is about: one does not happen without the other. */
export function record(core: Core, actor: Actor, action: Action, target: Target | null, { before, after, detail }: Detail = {}): void {
  const fields: AuditFields = {
    at: core.now(),
    actorKind: actor.kind,
    actorId: actor.id,
    address: actor.address,
    agent: actor.agent?.slice(0, longestAgent) ?? null,
    action,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    before: json(before),
    after: json(after),
    detail: json(detail)
  }
  const previous = lastHash(core)
  insert(core, fields, previous, chainHash(previous, fields))
}

/** SHA-256 over the hash of the row before and this row's fields: a row changed, taken out or put in between breaks every later hash. */
export function chainHash(previous: Uint8Array | null, fields: AuditFields): Uint8Array {
  const { at, actorKind, actorId, address, agent, action, targetKind, targetId, before, after, detail } = fields
  const written = JSON.stringify([at, actorKind, actorId, address, agent, action, targetKind, targetId, before, after, detail])
  const hash = createHash('sha256')
  if (previous) hash.update(previous)
  return new Uint8Array(hash.update(written).digest())
}

function json(value: Record<string, unknown> | undefined): string | null {
  if (value === undefined) return null
  const text = JSON.stringify(value)
  return text.length > longestJson ? JSON.stringify({ cut: text.slice(0, longestJson) }) : text
}

function lastHash({ db }: Core): Uint8Array | null {
  return db.query<{ hash: Uint8Array }, []>('select hash from audit order by id desc limit 1').get()?.hash ?? null
}

function insert({ db }: Core, fields: AuditFields, previous: Uint8Array | null, hash: Uint8Array): void {
  db.query(`
    insert into audit (at, actor_kind, actor_id, address, agent, action, target_kind, target_id, before, after, detail, previous, hash)
    values ($at, $actorKind, $actorId, $address, $agent, $action, $targetKind, $targetId, $before, $after, $detail, $previous, $hash)`).run({
    ...fields,
    previous,
    hash
  })
}
