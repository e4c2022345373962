import type { House } from '#src/house.ts'
import { effectiveStatus, invitedUntil, type Person, type RoleName, rolesToGive } from '#src/people/index.ts'
import type { Member } from '#views/people/people-pane.tsx'
import type { PersonValues } from '#views/people/person-fields.tsx'
import type { At } from '../agent/guard.ts'
import { faceOf } from '../agent/shell.tsx'

/** Somebody of the team, for the pages that show them. */
export function memberOf(house: House, at: At, person: Person): Member {
  return {
    face: faceOf(house, person),
    role: person.role,
    jobNumber: person.jobNumber,
    login: [person.email, person.phone].filter(Boolean).join(' · '),
    status: effectiveStatus(person.status, house.hub.isPresent(person.id)),
    seenAt: person.seenAt,
    state: stateOf(house, person),
    isMe: person.id === at.agent.id
  }
}

/** What the form shows before anything was typed. */
export function valuesOf({ nickname, jobNumber, email, phone, language }: Person): PersonValues {
  return { nickname, jobNumber: jobNumber ?? '', email: email ?? '', phone: phone ?? '', language }
}

export function roleNames({ core }: House, { agent }: At): RoleName[] {
  return rolesToGive(core, agent).map((role) => role.name)
}

function stateOf({ core }: House, { id, disabledAt, hasPassword }: Person): Member['state'] {
  if (disabledAt !== null) return 'disabled'
  if (hasPassword) return 'active'
  return invitedUntil(core, id) === null ? 'invitation-over' : 'invited'
}
