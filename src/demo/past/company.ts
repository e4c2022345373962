import { randomInt } from 'node:crypto'
import { command, record } from '#src/audit/index.ts'
import { attachPortrait } from '#src/files/index.ts'
import type { OpenHouse } from '#src/house.ts'
import { setUp } from '#src/install/index.ts'
import {
  actorOf,
  type Caller,
  changePerson,
  changePicture,
  changeProfile,
  chooseStatus,
  invite,
  openSession,
  owner,
  passwordByLink,
  personById
} from '#src/people/index.ts'
import { missing } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { portrait } from '../files/index.ts'
import { uploaded } from '../sending.ts'
import { shops } from '../shop.ts'
import { type Colleague, staff } from '../staff.ts'
import { day, hour } from './hours.ts'
import type { Timeline } from './timeline.ts'

/** A colleague with a row in the file, and the only copy of the password. */
export type Hired = Colleague & { id: number; password: string }

const browser = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36'
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The shop opened two months ago: its owner first, then the others, one after another, by invitation. */
export async function hireStaff(timeline: Timeline, { passwords }: OpenHouse, now: number): Promise<Hired[]> {
  const hired: Hired[] = staff.map((colleague) => ({ ...colleague, id: 0, password: newPassword() }))
  const hashes = await Promise.all(hired.map(({ password }) => passwords.hash(password)))
  for (const [n, colleague] of hired.entries()) {
    const hash = hashes[n] ?? ''
    timeline.at(now - (61 - n * 2) * day, () => {
      colleague.id = colleague.role === 'owner' ? found(timeline.core, colleague, hash) : join(timeline.core, colleague, hash)
    })
    timeline.at(now - (60 - n * 2) * day, () => settleIn(timeline.core, colleague))
    timeline.at(colleague.plays ? now : now - 20 * hour, () => signIn(timeline.core, colleague))
  }
  await timeline.tell()
  return hired
}

/** Sixty bits, easy to read off a screen: `k7mf-p2xr-9wqd`. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('')
  return `${group()}-${group()}-${group()}`
}

function found(core: Core, { nickname, email, language, timeZone }: Colleague, passwordHash: string): number {
  const { name, url } = shops.chinese
  return setUp(core, command, { nickname, email, passwordHash, siteName: name, siteUrl: url, language, timeZone, publicUrl: null }).owner.id
}

function join(core: Core, colleague: Colleague, hash: string): number {
  const { nickname, jobNumber, email, phone, language, role } = colleague
  const { token } = invite(core, ownerAsCaller(core), { nickname, jobNumber, email, phone, language }, role)
  return passwordByLink(core, 'invitation', token, hash, fromDesk(colleague)).person.id
}

/** Fills in what everybody may say of themselves. */
function settleIn(core: Core, colleague: Hired): void {
  const { nickname, language, timeZone, jobNumber, email, phone } = colleague
  const caller = { person: personById(core, colleague.id), ...fromDesk(colleague) }
  if (colleague.role === 'owner') changePerson(core, caller, colleague.id, { nickname, jobNumber, email, phone, language })
  changeProfile(core, caller, { nickname, language, timeZone })
  chooseStatus(core, colleague.id, colleague.status)
  if (colleague.portrait === null) return
  const uploader = { kind: 'agent', id: colleague.id } as const
  const file = uploaded(core, { siteId: null, uploader, conversationId: null }, { name: 'portrait.png', bytes: portrait(colleague.portrait) }, true)
  changePicture(core, caller, attachPortrait(core, file, uploader))
}

/** The last time before the demo begins; whoever plays is at work as it does. */
function signIn(core: Core, colleague: Hired): void {
  const from = fromDesk(colleague)
  openSession(core, colleague.id, from, true)
  record(core, actorOf({ person: personById(core, colleague.id), ...from }), 'login.done', { kind: 'person', id: colleague.id })
}

export function ownerAsCaller(core: Core): Caller {
  const person = owner(core)
  if (!person) throw missing()
  return { person, address: staff[0]?.address ?? null, agent: browser }
}

const fromDesk = ({ address }: Colleague) => ({ address, agent: browser })
