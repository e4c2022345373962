import { record } from '#src/audit/index.ts'
import { forbidden, Refusal } from '#src/platform/refusal.ts'
import { newPublicId } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'
import { actorOf, type Caller } from './caller.ts'
import { draftFrom, type PersonDraft, type TypedPerson } from './draft.ts'
import { killLinks, makeLink } from './links.ts'
import { type Person, personById, personFor } from './person.ts'
import { covers, demand, type Role, type RoleName, roleIds, roles } from './rights.ts'
import { endSessions } from './sessions.ts'

/* Who works here: everything in this file needs the right 'people', and never reaches somebody mightier than oneself. */

export type Invited = { person: Person; token: string }

/** Adds somebody who gets in by the link's token: works without mail. */
export function invite(core: Core, by: Caller, typed: TypedPerson, role: RoleName): Invited {
  demand(by.person, 'people')
  demandRole(core, by, role)
  const person = insertPerson(core, draftFrom(core, typed, null), roleIds[role], by.person.id)
  return { person, token: makeLink(core, actorOf(by), 'invitation', person) }
}

/** A new link for somebody who was invited and did not come, or who lost the password. */
export function inviteAgain(core: Core, by: Caller, id: number): Invited {
  const person = inReach(core, by, id)
  if (person.disabledAt !== null) throw new Refusal('conflict', 'people.is_disabled')
  return { person, token: makeLink(core, actorOf(by), person.hasPassword ? 'reset' : 'invitation', person) }
}

/** Oneself included, if one may manage people. Links that went to an old address die with it. */
export function changePerson(core: Core, by: Caller, id: number, typed: TypedPerson): Person {
  const before = id === by.person.id ? ownself(by) : inReach(core, by, id)
  const draft = draftFrom(core, typed, id)
  core.db
    .query('update people set nickname = ?, job_number = ?, email = ?, phone = ?, language = ? where id = ?')
    .run(draft.nickname, draft.jobNumber, draft.email, draft.phone, draft.language, id)
  if (draft.email !== before.email || draft.phone !== before.phone) killLinks(core, id)
  record(core, actorOf(by), 'person.changed', { kind: 'person', id }, { before: shown(before), after: shown({ ...before, ...draft }) })
  core.announce({ kind: 'person-changed', person: id })
  return personById(core, id)
}

/** Every change of rights signs the person out: what the old ones opened is closed within a second. */
export function changeRole(core: Core, by: Caller, id: number, role: RoleName): Person {
  const before = inReach(core, by, id)
  demandRole(core, by, role)
  if (before.role === role) return before
  setRole(core, id, role)
  endSessions(core, id)
  record(core, actorOf(by), 'person.role_changed', { kind: 'person', id }, { before: { role: before.role }, after: { role } })
  return personById(core, id)
}

export function disablePerson(core: Core, by: Caller, id: number): Person {
  const person = inReach(core, by, id)
  if (person.disabledAt !== null) return person
  core.db.query('update people set disabled_at = ?, disabled_by = ? where id = ?').run(core.now(), by.person.id, id)
  killLinks(core, id)
  endSessions(core, id)
  record(core, actorOf(by), 'person.disabled', { kind: 'person', id })
  core.announce({ kind: 'person-changed', person: id })
  return personById(core, id)
}

export function enablePerson(core: Core, by: Caller, id: number): Person {
  const person = inReach(core, by, id)
  if (person.disabledAt === null) return person
  core.db.query('update people set disabled_at = null, disabled_by = null where id = ?').run(id)
  record(core, actorOf(by), 'person.enabled', { kind: 'person', id })
  core.announce({ kind: 'person-changed', person: id })
  return personById(core, id)
}

/** There is always exactly one owner. Both sign in again, with their new rights. */
export function handOver(core: Core, by: Caller, id: number): Person {
  if (by.person.role !== 'owner') throw forbidden()
  const heir = inReach(core, by, id)
  if (heir.disabledAt !== null || !heir.hasPassword) throw new Refusal('conflict', 'people.heir_unready')
  setRole(core, by.person.id, 'administrator')
  setRole(core, id, 'owner')
  endSessions(core, by.person.id)
  endSessions(core, id)
  record(core, actorOf(by), 'owner.handed_over', { kind: 'person', id }, { detail: { from: by.person.id } })
  return personById(core, id)
}

/** The roles that somebody may give: none mightier than one's own, and never the owner's, of which there is one. */
export function rolesToGive(core: Core, by: Person): Role[] {
  return roles(core).filter((role) => role.name !== 'owner' && covers(by, role))
}

/** Whether a page may offer to change somebody; the acts check again. */
export function reaches(by: Person, person: Person): boolean {
  return person.role !== 'owner' && person.id !== by.id && covers(by, person)
}

export function insertPerson(core: Core, draft: PersonDraft, roleId: number, by: number | null): Person {
  const now = core.now()
  const { lastInsertRowid } = core.db
    .query(`
      insert into people (public_id, role_id, nickname, job_number, email, phone, language, status_at, created_at, created_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(newPublicId(), roleId, draft.nickname, draft.jobNumber, draft.email, draft.phone, draft.language, now, now, by)
  const id = Number(lastInsertRowid)
  core.announce({ kind: 'person-changed', person: id })
  return personById(core, id)
}

/** Somebody else whom one may change. Who may not manage people learns nothing about who exists. */
function inReach(core: Core, by: Caller, id: number): Person {
  demand(by.person, 'people')
  const person = personFor(core, by.person, id)
  if (!reaches(by.person, person)) throw forbidden()
  return person
}

function ownself(by: Caller): Person {
  demand(by.person, 'people')
  return by.person
}

function demandRole(core: Core, by: Caller, role: RoleName): void {
  if (!rolesToGive(core, by.person).some((given) => given.name === role)) throw forbidden()
}

function setRole(core: Core, id: number, role: RoleName): void {
  core.db.query('update people set role_id = ? where id = ?').run(roleIds[role], id)
  core.announce({ kind: 'person-changed', person: id })
}

const shown = ({ nickname, jobNumber, email, phone, language }: PersonDraft) => ({ nickname, jobNumber, email, phone, language })
