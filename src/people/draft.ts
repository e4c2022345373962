import { cleanName, isBlank } from '#src/platform/clean-text.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { timeZoneName } from '#src/platform/time-zone.ts'
import type { Core } from '#src/storage/index.ts'
import { isLanguage, type Language, type TextKey } from '#src/texts/index.ts'
import { emailFrom, phoneFrom } from './contact.ts'

/** What somebody typed into the form about a person. */
export type TypedPerson = { nickname: string; jobNumber: string; email: string; phone: string; language: string }

/** The same, fit to be stored. */
export type PersonDraft = { nickname: string; jobNumber: string | null; email: string | null; phone: string | null; language: Language }

const longestNickname = 40
const longestJobNumber = 20

/** Refuses with the field that is wrong. `self` is the person who may of course keep their own address and number. */
export function draftFrom(core: Core, typed: TypedPerson, self: number | null): PersonDraft {
  const language = languageFrom(typed.language)
  const draft = {
    nickname: nicknameFrom(typed.nickname),
    jobNumber: cleanName(typed.jobNumber, longestJobNumber) || null,
    email: typedOr(typed.email, emailFrom, 'people.email_wrong', 'email'),
    phone: typedOr(typed.phone, (text) => phoneFrom(text, language), 'people.phone_wrong', 'phone'),
    language
  }
  if (draft.email === null && draft.phone === null) throw new Refusal('invalid', 'people.login_name_needed', {}, 'email')
  if (draft.email !== null && isTakenEmail(core, draft.email, self)) throw new Refusal('conflict', 'people.email_taken', {}, 'email')
  if (draft.phone !== null && isTakenPhone(core, draft.phone, self)) throw new Refusal('conflict', 'people.phone_taken', {}, 'phone')
  return draft
}

export function nicknameFrom(typed: string): string {
  const nickname = cleanName(typed, longestNickname)
  if (isBlank(nickname)) throw new Refusal('invalid', 'people.nickname_needed', {}, 'nickname')
  return nickname
}

export function languageFrom(typed: string): Language {
  if (!isLanguage(typed)) throw new Refusal('malformed', 'refusal.bad_request', {}, 'language')
  return typed
}

/** A zone that this machine knows, or null for "the browser's". */
export function timeZoneFrom(typed: string): string | null {
  if (typed === '') return null
  const zone = timeZoneName(typed)
  if (zone === null) throw new Refusal('invalid', 'people.time_zone_wrong', {}, 'timeZone')
  return zone
}

function typedOr(typed: string, parse: (text: string) => string | null, wrong: TextKey, field: string): string | null {
  if (typed.trim() === '') return null
  const parsed = parse(typed)
  if (parsed === null) throw new Refusal('invalid', wrong, {}, field)
  return parsed
}

function isTakenEmail({ db }: Core, email: string, self: number | null): boolean {
  return db.query<{ id: number }, [string, number]>('select id from people where email = ? and id <> ?').get(email, self ?? 0) !== null
}

function isTakenPhone({ db }: Core, phone: string, self: number | null): boolean {
  return db.query<{ id: number }, [string, number]>('select id from people where phone = ? and id <> ?').get(phone, self ?? 0) !== null
}
