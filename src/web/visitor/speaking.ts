import { leaveMessage, type Said, type Speaker, visitorSays } from '#src/conversations/index.ts'
import { limitKey } from '#src/platform/address.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { publicIdText } from '#src/platform/tokens.ts'
import type { OpenSite } from '#src/sites/index.ts'
import { type Language, say } from '#src/texts/index.ts'
import { type Guest, pageIdOf, settleGuest } from '#src/visitors/index.ts'
import { contactFrom } from './contact.ts'
import type { VisitorDoors } from './doors.ts'
import type { FromVisitor, NakCode, ToVisitor } from './frames.ts'

/** Whose window speaks. */
export type Voice = { guest: Guest; site: OpenSite; language: Language; send(frame: ToVisitor): void }
export type Words = Extract<FromVisitor, { t: 'say' | 'leave' }>

/** Unacknowledged messages of one author at a time, over all its links. */
const mostInFlight = 20
const inFlight = new WeakMap<Guest, number>()

/**
 * Words that came after refused ones wait until those come again (or were given up), so that the author's order is kept even
 * by a client that sends many at once. Per link: another tab of the same visitor is not held up.
 */
const heldUp = new WeakMap<Voice['send'], { key: string; until: number }>()
const givenUpAfter = 10_000

/** Takes a visitor's words, and acknowledges them when they are on disk; refuses them by name of their key. Throws only where neither could be said. */
export async function speak(doors: VisitorDoors, voice: Voice, words: Words): Promise<void> {
  const { guest } = voice
  const wait = isHeldUp(doors, voice, words) ? 1 : waitBefore(doors, guest, words)
  if (wait > 0) return notYet(doors, voice, words.key, wait)
  inFlight.set(guest, (inFlight.get(guest) ?? 0) + 1)
  try {
    const { said, publicId } = await write(doors, voice, words, () => isHeldUp(doors, voice, words))
    voice.send({ t: 'ack', key: words.key, c: publicId, seq: said.visitorSeq ?? 0, at: said.at })
  } catch (error) {
    giveBack(doors, guest, words)
    refuse(doors, voice, words.key, error)
  } finally {
    inFlight.set(guest, (inFlight.get(guest) ?? 1) - 1)
  }
}

function isHeldUp({ house }: VisitorDoors, { send }: Voice, { key }: Words): boolean {
  const held = heldUp.get(send)
  if (!held) return false
  if (held.key !== key && house.core.now() < held.until) return true
  heldUp.delete(send)
  return false
}

function holdUp({ house }: VisitorDoors, { send }: Voice, key: string): void {
  if (!heldUp.has(send)) heldUp.set(send, { key, until: house.core.now() + givenUpAfter })
}

function notYet(doors: VisitorDoors, voice: Voice, key: string, wait: number): void {
  holdUp(doors, voice, key)
  nak(voice, key, 'rate', tooFast(wait), wait)
}

/** Seconds until these words may come; 0 for now. */
function waitBefore({ limits }: VisitorDoors, guest: Guest, words: Words): number {
  if ((inFlight.get(guest) ?? 0) >= mostInFlight) return 1
  if (words.t === 'leave') return Math.ceil(limits.forms.take(limitKey(guest.address)) / 1_000)
  const key = Buffer.from(guest.digest).toString('base64url')
  return Math.ceil(Math.max(limits.bursts.take(key), limits.messages.take(key)) / 1_000)
}

/** A form that was refused for what stood in it was not sent. */
function giveBack({ limits }: VisitorDoors, guest: Guest, words: Words): void {
  if (words.t === 'leave') limits.forms.giveBack(limitKey(guest.address))
}

/** Writes a visitor's words and the rows that they need, in one transaction; refusals are thrown. */
export async function write(
  { house, team }: VisitorDoors,
  { guest, site, language }: Omit<Voice, 'send'>,
  words: Words,
  isLate: () => boolean = () => false
): Promise<{ said: Said; publicId: string }> {
  const { core, presence } = house
  const done = await core.transact(() => {
    // The batch before may have failed as a whole after these words were queued.
    if (isLate()) throw new Refusal('busy', 'refusal.busy')
    const rows = guest.visitorId !== null && guest.visitId !== null ? { visitorId: guest.visitorId, visitId: guest.visitId } : settleGuest(core, guest)
    const speaker: Speaker = { siteId: site.id, ...rows, pageId: () => pageIdOf(core, guest), language }
    const said =
      words.t === 'leave'
        ? leaveMessage(core, speaker, words.key, words.text, contactFrom(words, site))
        : visitorSays(core, speaker, { key: words.key, text: words.text ?? '', file: words.file ?? null }, team.reachable)
    return { said, rows }
  })
  presence.settled(guest, done.rows.visitorId, done.rows.visitId)
  return { said: done.said, publicId: publicIdText(done.said.publicId) }
}

function refuse(doors: VisitorDoors, voice: Voice, key: string, error: unknown): void {
  if (!(error instanceof Refusal) || error.kind === 'busy') holdUp(doors, voice, key)
  if (error instanceof Refusal) return nak(voice, key, codeOf(error), error, error.kind === 'busy' ? 5 : undefined)
  doors.house.core.log.fault('visitor message', error)
  nak(voice, key, 'fault', new Refusal('busy', 'refusal.busy'), 5)
}

function nak({ send, language }: Voice, key: string, code: NakCode, refusal: Refusal, wait?: number): void {
  send({ t: 'nak', key, code, wait, text: say(language)(refusal.say, refusal.values), field: refusal.field ?? undefined })
}

const tooFast = (seconds: number): Refusal => new Refusal('busy', 'conversations.too_fast', { seconds })

function codeOf(refusal: Refusal): NakCode {
  if (refusal.say === 'conversations.too_long') return 'too_long'
  if (refusal.say === 'conversations.empty') return 'empty'
  if (refusal.say === 'conversations.key_reused') return 'cmid_reused'
  if (refusal.say === 'refusal.storage_full') return 'storage_full'
  if (refusal.kind === 'busy') return 'busy'
  return refusal.kind === 'missing' ? 'missing' : 'invalid'
}
