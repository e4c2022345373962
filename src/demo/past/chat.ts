import { randomBytes } from 'node:crypto'
import {
  type Conversation,
  closeConversation,
  conversationById,
  markByVisitor,
  markReadBy,
  replyTo,
  type Speaker,
  saveDraft,
  visitorSays
} from '#src/conversations/index.ts'
import { type Person, personById } from '#src/people/index.ts'
import type { Core } from '#src/storage/index.ts'
import { pageIdOf, settleGuest } from '#src/visitors/index.ts'
import type { Chance } from '../chance.ts'
import { fileOf } from '../files/index.ts'
import { uploaded } from '../sending.ts'
import { filled, type Line, type Talk } from '../talks/index.ts'
import type { Hired } from './company.ts'
import { minute } from './hours.ts'
import type { PastVisit, Telling } from './visit.ts'

/** When each line of a talk is said, ms after the first: people think, read and type. */
export function tempo(chance: Chance, talk: Talk): number[] {
  let at = 0
  return talk.lines.map((line, n) => {
    const before = talk.lines[n - 1]
    if (before) at += pause(chance, before, line, n === firstAnswer(talk))
    return Math.round(at)
  })
}

function pause(chance: Chance, before: Line, line: Line, accepts: boolean): number {
  const signs = /[\u4e00-\u9fff]/.test(line.text) ? 420 : 130
  const typing = Math.min(45_000, line.text.length * signs)
  if (accepts) return chance.between(14_000, 75_000) + typing
  return before.by === line.by ? chance.between(1_500, 5_000) + typing : chance.between(4_000, 26_000) + typing
}

export const firstAnswer = (talk: Talk): number => talk.lines.findIndex(({ by }) => by === 'agent')

/** A talk of the past, or its first `lines` lines. `conversation` is there once it was told. */
export type PastChat = { talk: Talk; order: string; lines: number; conversation(): number }

type Plan = { talk: Talk; order: string; colleague: Hired; at: number; moments: readonly number[]; lines: number; closes: boolean }

/** Tells a talk in which the visitor of `visit` speaks from `at` on. The rest, if `lines` leaves one, is said while the demo runs. */
export function tellChat({ timeline, chance, sites }: Telling, visit: PastVisit, plan: Plan): PastChat {
  const { core } = timeline
  const { talk, order, colleague, at, moments, lines, closes } = plan
  const { persona } = visit.known
  let id = 0
  const conversation = () => found(core, id)
  const site = sites[persona.shop]

  for (const [n, line] of talk.lines.slice(0, lines).entries()) {
    const moment = at + (moments[n] ?? 0)
    timeline.at(moment, () => {
      if (line.by === 'agent') return answer(core, conversation(), personById(core, colleague.id), line, order)
      const rows = settleGuest(core, visit.guest())
      const speaker: Speaker = { siteId: site.id, ...rows, pageId: () => pageIdOf(core, visit.guest()), language: persona.language }
      id = say(core, speaker, line, order)
    })
    if (line.by === 'agent') {
      timeline.at(moment + 300, () => markByVisitor(core, conversation(), 'delivered', conversation().visitorSeq))
      timeline.at(moment + chance.between(1_200, 4_500), () => markByVisitor(core, conversation(), 'read', conversation().visitorSeq))
    }
  }
  if (closes) timeline.at(at + (moments[lines - 1] ?? 0) + chance.between(0.6, 6) * minute, () => close(core, conversation(), personById(core, colleague.id)))
  return { talk, order, lines, conversation: () => id }
}

function found(core: Core, id: number): Conversation {
  const conversation = conversationById(core, id)
  if (!conversation) throw new Error('a talk of the past lost its conversation')
  return conversation
}

function say(core: Core, speaker: Speaker, line: Line, order: string): number {
  const upload = { siteId: speaker.siteId, uploader: { kind: 'visitor', id: speaker.visitorId } as const, conversationId: null }
  const file = line.file === null ? null : uploaded(core, upload, fileOf(line.file, 'visitor', 'zh-CN'))
  return visitorSays(core, speaker, { key: newKey(), text: filled(line.text, order), file }, () => true).conversationId
}

function answer(core: Core, conversation: Conversation, agent: Person, line: Line, order: string): void {
  const upload = { siteId: conversation.siteId, uploader: { kind: 'agent', id: agent.id } as const, conversationId: conversation.id }
  const file = line.file === null ? null : uploaded(core, upload, fileOf(line.file, 'agent', agent.language))
  replyTo(core, conversation, agent, { key: newKey(), text: filled(line.text, order), file }, { acceptBy: 'first-reply', reachable: () => true })
}

/** Read to the end before it is closed. */
function close(core: Core, conversation: Conversation, agent: Person): void {
  markReadBy(core, conversation, agent, conversation.seq)
  closeConversation(core, conversation, agent)
}

/** The beginning of what somebody is about to answer. */
export function tellDraft({ timeline, now }: Telling, chat: PastChat, colleague: Hired): void {
  const next = chat.talk.lines[chat.lines]?.text ?? ''
  timeline.at(now, () => {
    const agent = personById(timeline.core, colleague.id)
    saveDraft(timeline.core, found(timeline.core, chat.conversation()), agent, filled(next, chat.order).slice(0, Math.ceil(next.length * 0.55)))
  })
}

export const newKey = (): string => randomBytes(16).toString('base64url')
