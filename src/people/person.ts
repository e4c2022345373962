import { missing } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { isLanguage, type Language } from '#src/texts/index.ts'
import { type Look, lookFrom, type Notices, noticesFrom, oneOf } from './preferences.ts'
import { can, type RoleName, rightsFrom } from './rights.ts'
import { type Status, statuses } from './status.ts'

/** Somebody who works here. An invited person has no password yet; a disabled one keeps the name under what was said. */
export type Person = {
  id: number
  publicId: Uint8Array
  roleId: number
  role: RoleName
  rights: readonly string[]
  nickname: string
  jobNumber: string | null
  email: string | null
  phone: string | null
  pictureId: number | null
  language: Language
  timeZone: string | null
  look: Look
  notices: Notices
  hasPassword: boolean
  mustChangePassword: boolean
  status: Status
  statusAt: number
  seenAt: number | null
  createdAt: number
  disabledAt: number | null
}

export type PersonRow = Omit<Person, 'rights' | 'language' | 'look' | 'notices' | 'hasPassword' | 'mustChangePassword' | 'status'> & {
  rights: string
  language: string
  look: string
  notices: string
  hasPassword: number
  mustChangePassword: number
  status: string
}

/** For use inside the house, where the number is known to be right. Throws `missing` otherwise. */
export function personById({ db }: Core, id: number): Person {
  const row = db.query<PersonRow, [number]>('select * from persons where id = ?').get(id)
  if (!row) throw missing()
  return personFrom(row)
}

/** Somebody as `agent` may see and change them: oneself, or anybody for who may manage people. */
export function personFor(core: Core, agent: Person, id: number): Person {
  if (id !== agent.id && !can(agent, 'people')) throw missing()
  return personById(core, id)
}

export function people({ db }: Core): Person[] {
  return db.query<PersonRow, []>('select * from persons order by disabledAt is not null, roleId, nickname').all().map(personFrom)
}

export function owner({ db }: Core): Person | null {
  const row = db.query<PersonRow, []>('select * from persons where roleId = 1').get()
  return row ? personFrom(row) : null
}

export function hasOwner({ db }: Core): boolean {
  return db.query<{ id: number }, []>('select id from people where role_id = 1').get() !== null
}

export function personFrom(row: PersonRow): Person {
  return {
    ...row,
    rights: rightsFrom(row.rights),
    language: isLanguage(row.language) ? row.language : 'zh-CN',
    look: lookFrom(row.look),
    notices: noticesFrom(row.notices),
    hasPassword: row.hasPassword === 1,
    mustChangePassword: row.mustChangePassword === 1,
    status: oneOf(statuses, row.status) ?? 'online'
  }
}
