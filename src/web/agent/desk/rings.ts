import { type Addition, type Conversation, type Entry, rowOf } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { effectiveStatus, type Person, people } from '#src/people/index.ts'
import { cleanName, cut } from '#src/platform/clean-text.ts'
import { say } from '#src/texts/index.ts'
import { lastWords, visitorName } from '#views/desk/index.ts'

/** Longest text of a notice, in characters. */
const longest = 120
/** One person hears one conversation at most this often, ms. */
const pause = 1_000
const mostRemembered = 2_000

export type Rings = { entryAdded(addition: Addition): void }

/**
 * "Something for you": a new request to everybody who is online, a message to whoever answers the visitor. Sent as data in
 * the person's words, by the means the person chose; a page that shows the thread keeps silent by itself.
 */
export function createRings({ core, hub }: House): Rings {
  const rung = new Map<string, number>()

  function entryAdded({ conversation, entry }: Addition): void {
    if (entry.kind !== 'message' || entry.authorKind !== 'visitor' || conversation.kind !== 'chat') return
    if (conversation.state === 'waiting') ringForRequest(conversation, entry)
    else if (conversation.assignedTo !== null && isDue(`${conversation.assignedTo} ${conversation.id}`, core.now() - pause)) {
      const person = people(core).find(({ id }) => id === conversation.assignedTo)
      if (person) ring(person, 'message', conversation, entry)
    }
  }

  /** Once for every time it begins to wait, not for every word. */
  function ringForRequest(conversation: Conversation, entry: Entry): void {
    const since = conversation.waitingSince ?? entry.at
    if (!isDue(`waiting ${conversation.id}`, since - 1)) return
    const present = people(core).filter(({ id, disabledAt }) => disabledAt === null && hub.isPresent(id))
    const online = present.filter(({ status }) => effectiveStatus(status, true) === 'online')
    const called = online.length > 0 ? online : present.filter(({ status }) => status === 'busy')
    for (const person of called) ring(person, 'request', conversation, entry)
  }

  /** Whether this was last told before `before`; then it counts as told now. */
  function isDue(key: string, before: number): boolean {
    if ((rung.get(key) ?? Number.NEGATIVE_INFINITY) > before) return false
    if (rung.size > mostRemembered) rung.clear()
    rung.set(key, core.now())
    return true
  }

  function ring(person: Person, kind: 'request' | 'message', conversation: Conversation, entry: Entry): void {
    const { sound, desktop, title, newRequest, newMessage, hideContent } = person.notices
    if (!(kind === 'request' ? newRequest : newMessage) || hub.tabsOf(person.id).length === 0) return
    const voice = say(person.language)
    const row = rowOf(core, person, conversation.id)
    if (!row) return
    const name = visitorName(row, voice)
    const words = lastWords({ lastKind: entry.kind, lastText: entry.text, lastFile: entry.file?.kind ?? null }, voice)
    hub.tellPerson(person.id, {
      ring: {
        id: `e${entry.id}`,
        kind,
        conversation: conversation.id,
        title: noticeText(voice(kind === 'request' ? 'desk.ring.request' : 'desk.ring.message', { name })),
        text: hideContent ? voice('desk.ring.hidden') : noticeText(words),
        flash: noticeText(voice(kind === 'request' ? 'desk.flash.request' : 'desk.flash.message', { name })),
        means: { sound, desktop, title }
      }
    })
  }

  return { entryAdded }
}

/** One line of plain text for the system's own notices: no control or direction signs, cut. */
export function noticeText(text: string): string {
  return cut(cleanName(text.slice(0, 1_000), 1_000), longest)
}
