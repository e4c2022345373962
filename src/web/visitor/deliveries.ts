import { type Addition, conversationById, latestChat, unreadByVisitor } from '#src/conversations/index.ts'
import { digestOfVisitor, type Guest } from '#src/visitors/index.ts'
import type { VisitorDoors } from './doors.ts'
import { talkOf } from './talk.ts'
import { entryView, snapshotOf } from './views.ts'

/** Words of ours that a page shows beside its icon, at most. */
const longestPeek = 120

/** What visitors hear of what happened; each is called by a reaction, after the commit. */
export type Deliveries = {
  entryAdded(addition: Addition): void
  stateChanged(conversation: number): void
  /** Somebody came, left, or changed their status: whoever would answer may be another now. */
  teamChanged(): void
  agentTyping(conversation: number): void
  /** Hidden, or other origins allowed: pages that may not be open any more are told so. */
  siteChanged(site: number): void
}

export function createDeliveries(doors: VisitorDoors): Deliveries {
  const { house, team } = doors
  const { core, presence, links } = house
  let reach = team.reach()

  function guestOf(visitorId: number): Guest | null {
    const known = presence.byVisitor(visitorId)
    if (known) return known
    // Between the commit and its answer a new guest is not known by row yet.
    const digest = digestOfVisitor(core, visitorId)
    return digest && presence.byDigest(digest)
  }

  function sendState(guest: Guest, visitorId: number): void {
    links.send(guest.id, 'window', { t: 'state', snapshot: snapshotOf(house, team, visitorId) })
  }

  function entryAdded({ conversation, entry }: Addition): void {
    const guest = guestOf(conversation.visitorId)
    if (!guest || links.of(guest.id).length === 0) return
    const view = entryView(house, conversation, entry)
    if (!view) return
    links.send(guest.id, 'window', { t: 'entry', entry: view })
    if (entry.kind !== 'message' || entry.authorKind === 'visitor') return
    const text = entry.text === '' ? (entry.file?.name ?? '') : entry.text
    links.send(guest.id, 'page', {
      t: 'unread',
      n: unreadByVisitor(core, conversation.visitorId),
      peek: { name: entry.authorName ?? '', text: [...text].slice(0, longestPeek).join('') }
    })
  }

  function stateChanged(conversationId: number): void {
    const conversation = conversationById(core, conversationId)
    const guest = conversation && guestOf(conversation.visitorId)
    if (!conversation || !guest) return
    presence.settled(guest, conversation.visitorId, guest.visitId ?? conversation.visitId)
    presence.talk(conversation.visitorId, talkOf(team, latestChat(core, conversation.visitorId)))
    sendState(guest, conversation.visitorId)
  }

  return {
    entryAdded,
    stateChanged,
    teamChanged() {
      const before = reach
      reach = team.reach()
      for (const guest of presence.guests()) {
        if (links.of(guest.id).every((link) => link.as !== 'window')) continue
        if (before !== reach || guest.talk !== null) links.send(guest.id, 'window', { t: 'state', snapshot: snapshotOf(house, team, guest.visitorId) })
      }
    },
    agentTyping(conversationId) {
      const conversation = conversationById(core, conversationId)
      const guest = conversation && guestOf(conversation.visitorId)
      if (guest) links.send(guest.id, 'window', { t: 'typing' })
    },
    siteChanged(site) {
      for (const guest of presence.guests()) {
        if (guest.siteId !== site) continue
        for (const link of links.of(guest.id).filter((open) => !open.mayStay())) {
          link.send({ t: 'bye', because: 'gone', wait: 0 })
          link.close(1008, 'not here')
        }
      }
    }
  }
}
