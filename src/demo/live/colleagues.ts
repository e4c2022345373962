import { randomBytes } from 'node:crypto'
import { acceptConversation, closeConversation, conversationById, conversationFor, markReadBy, replyTo } from '#src/conversations/index.ts'
import { chooseStatus, personById } from '#src/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Talk as GuestTalk } from '#src/visitors/index.ts'
import { fileOf } from '../files/index.ts'
import type { Hired } from '../past/company.ts'
import { uploaded } from '../sending.ts'
import type { Line } from '../talks/index.ts'
import { type LiveTalk, nextLine } from './live-talk.ts'
import type { Stage } from './stage.ts'
import type { Visitor } from './visitor.ts'

/** More often than the grace after somebody's last page ends. */
const presumeEvery = 20_000
const lookEvery = 2_000

/**
 * The colleagues who play: they answer by the screenplay what is theirs, and take what waits too long. Whoever has a page
 * open is played by nobody, and what somebody else took is left alone.
 */
export function playColleagues(stage: Stage, visitors: () => Iterable<Visitor>): void {
  const { chance, house, staff } = stage
  const { core, hub, presence } = house
  const busy = new Set<number>()
  const reachable = (person: number) => hub.isPresent(person)
  const playing = () => staff.filter(({ plays, id }) => plays && !hub.tabsOf(id).some((tab) => tab.socket !== null))

  function beThere(): void {
    hub.presume(playing().map(({ id }) => id))
    stage.later(presumeEvery, beThere)
  }

  function look(): void {
    for (const visitor of visitors()) {
      const digest = visitor.digest()
      const guest = digest && presence.byDigest(digest)
      if (visitor.talk && guest?.talk) consider(visitor.talk, guest.talk)
    }
    stage.later(lookEvery * chance.between(0.7, 1.3), look)
  }

  function consider(talk: LiveTalk, { conversation, state, agent }: GuestTalk): void {
    if (busy.has(conversation)) return
    const colleague = state === 'waiting' ? volunteer(talk) : playing().find(({ id }) => id === agent)
    if (!colleague) return
    if (talk.isOver) return wrapUp(colleague, conversation)
    const line = nextLine(talk)
    if (line?.by === 'agent' && talk.isDue) answer(colleague, conversation, line, talk)
  }

  /** Somebody free who speaks the language, once people had their chance. */
  function volunteer({ isUrgent, language }: LiveTalk): Hired | undefined {
    const able = isUrgent ? playing().filter(({ speaks }) => speaks.includes(language)) : []
    return able.length === 0 ? undefined : chance.pick(able)
  }

  function answer(colleague: Hired, conversation: number, line: Line, talk: LiveTalk): void {
    core.signal({ kind: 'agent-typing', conversation, person: colleague.id })
    const takes = Math.min(12_000, line.text.length * (talk.language === 'en' ? 45 : 110)) + chance.between(500, 2_500)
    act(conversation, takes, () => {
      const agent = personById(core, colleague.id)
      const found = conversationFor(core, agent, conversation)
      if (found.state === 'closed') return
      acceptConversation(core, found, agent, reachable)
      const upload = { siteId: found.siteId, uploader: { kind: 'agent', id: agent.id } as const, conversationId: found.id }
      const file = line.file === null ? null : uploaded(core, upload, fileOf(line.file, 'agent', talk.language))
      replyTo(core, found, agent, { key: randomBytes(16).toString('base64url'), text: line.text, file }, { acceptBy: 'first-reply', reachable })
    })
  }

  function wrapUp(colleague: Hired, conversation: number): void {
    act(conversation, chance.between(20_000, 80_000), () => {
      const found = conversationById(core, conversation)
      if (found?.state !== 'open' || found.assignedTo !== colleague.id) return
      const agent = personById(core, colleague.id)
      markReadBy(core, found, agent, found.seq)
      closeConversation(core, found, agent)
    })
  }

  /** Does something to a conversation after a while, one thing at a time. Somebody else may have been quicker: that is no fault. */
  function act(conversation: number, after: number, work: () => void): void {
    busy.add(conversation)
    stage.later(after, () => {
      core
        .transact(work)
        .catch((error) => (error instanceof Refusal ? undefined : core.log.fault('demo', error)))
        .finally(() => busy.delete(conversation))
    })
  }

  /** Now and then somebody is busy for a while. */
  function changeStatus(): void {
    const able = playing().filter(({ role }) => role === 'agent')
    if (able.length > 0) {
      const { id } = chance.pick(able)
      const status = chance.happens(0.6) ? 'online' : 'busy'
      core.transact(() => chooseStatus(core, id, status)).catch((error) => core.log.fault('demo', error))
    }
    stage.later(chance.between(150_000, 360_000), changeStatus)
  }

  beThere()
  look()
  stage.later(chance.between(60_000, 150_000), changeStatus)
}
