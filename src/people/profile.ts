import { record } from '#src/audit/index.ts'
import type { Core } from '#src/storage/index.ts'
import { actorOf, type Caller } from './caller.ts'
import { languageFrom, nicknameFrom, timeZoneFrom } from './draft.ts'
import { type Person, personById } from './person.ts'

/** What everybody may change about themselves. Address, number and role are changed by who manages people. */
export type TypedProfile = { nickname: string; language: string; timeZone: string }

export function changeProfile(core: Core, by: Caller, typed: TypedProfile): Person {
  const after = { nickname: nicknameFrom(typed.nickname), language: languageFrom(typed.language), timeZone: timeZoneFrom(typed.timeZone) }
  const { id, nickname, language, timeZone } = by.person
  core.db.query('update people set nickname = ?, language = ?, time_zone = ? where id = ?').run(after.nickname, after.language, after.timeZone, id)
  record(core, actorOf(by), 'person.changed', { kind: 'person', id }, { before: { nickname, language, timeZone }, after })
  core.announce({ kind: 'person-changed', person: id })
  return personById(core, id)
}

/** `pictureId` is a finished picture of the files room, or null for the first letter of the name. */
export function changePicture(core: Core, by: Caller, pictureId: number | null): Person {
  core.db.query('update people set picture_id = ? where id = ?').run(pictureId, by.person.id)
  record(core, actorOf(by), 'person.changed', { kind: 'person', id: by.person.id }, { detail: { picture: pictureId !== null } })
  core.announce({ kind: 'person-changed', person: by.person.id })
  return personById(core, by.person.id)
}
