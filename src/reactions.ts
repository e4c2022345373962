import { type Addition, additionOf } from '#src/conversations/index.ts'
import type { Event, Signal } from '#src/events.ts'
import type { House } from '#src/house.ts'
import { createPushes } from '#src/web/agent/pushes.tsx'
import { visitorLists } from '#src/web/agent/visitors/index.ts'
import { createDeliveries } from '#src/web/visitor/deliveries.ts'
import { visitorDoors } from '#src/web/visitor/doors.ts'

const reacting = new WeakSet<House>()

/** Who reacts to what, on one page. Heard after the commit; a reaction may be lost with the process, and one that fails stops no other. */
export function reactTo(house: House): void {
  if (reacting.has(house)) return
  reacting.add(house)
  const { core, hub, presence } = house
  const visitors = createDeliveries(visitorDoors(house))
  const agents = createPushes(house)

  const reactions: { [kind in Heard]?: ((happened: Extract<Happened, { kind: kind }>) => void)[] } = {
    'entry-added': [withAddition(core, visitors.entryAdded, agents.entryAdded)],
    'conversation-changed': [({ conversation }) => visitors.stateChanged(conversation), ({ conversation }) => agents.conversationChanged(conversation)],
    'read-marked': [
      ({ conversation, party }) => party === 'agent' && visitors.stateChanged(conversation),
      ({ conversation, party }) => agents.readMarked(conversation, party)
    ],
    'draft-saved': [agents.draftSaved],
    'visitor-changed': [agents.visitorChanged],
    'person-changed': [visitors.teamChanged, ({ person }) => agents.personChanged(person)],
    'person-present': [visitors.teamChanged, agents.personPresent],
    'session-ended': [({ session }) => hub.endSession(session)],
    'visitor-typing': [({ conversation, text }) => conversation !== null && agents.visitorTyping(conversation, text)],
    // What doors remember of a site is forgotten by the same event: look when everybody has heard it.
    'site-changed': [({ site }) => void setImmediate(() => guarded(house, 'site-changed', () => visitors.siteChanged(site))), visitorLists(house).touch],
    'agent-typing': [({ conversation }) => visitors.agentTyping(conversation)]
  }

  core.listen((happened) => {
    const heard = (reactions[happened.kind] ?? []) as ((happened: Happened) => void)[]
    for (const react of heard) guarded(house, happened.kind, () => react(happened))
  })
  hub.watch((person) => core.signal({ kind: 'person-present', person }))
  hub.watchThreads((tab, before) => {
    for (const thread of new Set([tab.thread, before])) if (thread !== null) guarded(house, 'watched', () => visitors.stateChanged(thread))
  })
  presence.watch((guest) => guarded(house, 'guest', () => agents.guestChanged(guest)))
  presence.watch(visitorLists(house).touch)
}

type Happened = Event | Signal
type Heard = Happened['kind']

/** The entry is read once, whoever hears of it. */
function withAddition(core: House['core'], ...hearers: ((addition: Addition) => void)[]) {
  return ({ conversation, entry }: { conversation: number; entry: number }) => {
    const addition = additionOf(core, conversation, entry)
    if (addition) for (const hear of hearers) hear(addition)
  }
}

function guarded({ core }: House, name: string, react: () => void): void {
  try {
    react()
  } catch (error) {
    core.log.fault(`reaction ${name}`, error)
  }
}
