import { forbidden } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'

/** What a role may do besides answering visitors. The owner's `*` is all of them and all that will come. */
export const rights = ['sites', 'people', 'conversations.all'] as const
export type Right = (typeof rights)[number]

export type Role = { id: number; name: RoleName; rights: readonly string[] }
export type RoleName = 'owner' | 'administrator' | 'agent'
type Holder = { rights: readonly string[]; disabledAt: number | null }

export const roleIds: Record<RoleName, number> = { owner: 1, administrator: 2, agent: 3 }

export function can(person: Holder, right: Right): boolean {
  return person.disabledAt === null && (person.rights.includes('*') || person.rights.includes(right))
}

/** Refuses what is not allowed; the door writes it into the audit log. */
export function demand(person: Holder, right: Right): void {
  if (!can(person, right)) throw forbidden()
}

/** Whether one holds every right the other holds: nobody changes, invites or promotes to somebody mightier than oneself. */
export function covers(one: { rights: readonly string[] }, other: { rights: readonly string[] }): boolean {
  return one.rights.includes('*') || other.rights.every((right) => one.rights.includes(right))
}

export function roles({ db }: Core): Role[] {
  return db
    .query<Omit<Role, 'rights'> & { rights: string }, []>('select id, name, rights from roles order by id')
    .all()
    .map((role) => ({ ...role, rights: rightsFrom(role.rights) }))
}

export function rightsFrom(json: string): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.filter((right) => typeof right === 'string') : []
}
