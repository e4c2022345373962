import { Elysia, t } from 'elysia'
import {
  acceptConversation,
  type Conversation,
  closeConversation,
  conversationFor,
  handleMessage,
  markReadBy,
  reopenConversation,
  replyTo,
  saveDraft
} from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { createLimiter } from '#src/platform/rate-limit.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { newToken } from '#src/platform/tokens.ts'
import { siteSettings } from '#src/sites/index.ts'
import { reads, relationOf } from '#views/desk/index.ts'
import { html, moved, nothing, wantsPart } from '../../answer.ts'
import { rowId } from '../../row-id.ts'
import { visitorDoors } from '../../visitor/doors.ts'
import { type At, agentGuard } from '../guard.ts'
import { momentOf } from '../shell.tsx'
import { onePage, type Seen, see } from './open-conversation.ts'
import { EntriesPart, HeadPart, MarksPart, Partial, ReplyPart } from './parts.tsx'

const words = t.Object({
  text: t.String({ maxLength: 20_000 }),
  /** Made per message by the page's program; a plain form has none, and is sent once. */
  key: t.Optional(t.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' })),
  file: t.Optional(t.String({ maxLength: 64 }))
})
const perAgent = { burst: 30, per: 30, every: 10_000 }

/** What an agent does with a conversation. Each act is found through permission, inside its transaction. */
export const deskActs = (house: House) => {
  const { core } = house
  const { reachable } = visitorDoors(house).team
  const pace = createLimiter(perAgent, core.now)
  const act = (at: At, id: number, work: (conversation: Conversation) => void) => core.transact(() => work(conversationFor(core, at.agent, id)))
  const relation = (at: At, conversation: Conversation) => relationOf(conversation, at.agent.id, reachable)

  return new Elysia({ prefix: '/conversations/:id' })
    .use(agentGuard(house))
    .post(
      '/messages',
      async ({ at, params, body }) => {
        const wait = pace.take(String(at.agent.id))
        if (wait > 0) throw new Refusal('busy', 'conversations.too_fast', { seconds: Math.ceil(wait / 1_000) })
        const said = await core.transact(() => {
          const conversation = conversationFor(core, at.agent, rowId(params.id))
          const saying = { key: body.key ?? newToken(), text: body.text, file: body.file || null }
          return replyTo(core, conversation, at.agent, saying, { acceptBy: siteSettings(core, conversation.siteId, 'window').accept, reachable })
        })
        return wantsPart(at.request) ? saidPart(house, at, said.conversationId, said.id) : moved(at.request, `/conversations/${said.conversationId}`)
      },
      { body: words }
    )
    .post('/acceptance', async ({ at, params }) => {
      const id = rowId(params.id)
      await act(at, id, (conversation) => acceptConversation(core, conversation, at.agent, reachable))
      return done(house, at, id, { 'hx-trigger': JSON.stringify({ 'kefu:open': `/conversations/${id}` }) })
    })
    .post('/closing', async ({ at, params }) => {
      const id = rowId(params.id)
      await act(at, id, (conversation) => closeConversation(core, conversation, at.agent))
      return done(house, at, id)
    })
    .delete('/closing', async ({ at, params }) => {
      const id = rowId(params.id)
      await act(at, id, (conversation) => reopenConversation(core, conversation, at.agent))
      return done(house, at, id)
    })
    .post('/handling', async ({ at, params }) => handled(house, at, rowId(params.id), true))
    .delete('/handling', async ({ at, params }) => handled(house, at, rowId(params.id), false))
    .post(
      '/reading',
      async ({ at, params, body }) => {
        await act(at, rowId(params.id), (conversation) => {
          if (reads(relation(at, conversation))) markReadBy(core, conversation, at.agent, Number(body.seq))
        })
        return nothing()
      },
      { body: t.Object({ seq: t.String({ pattern: '^[0-9]{1,12}$' }) }) }
    )
    .post(
      '/draft',
      async ({ at, params, body }) => {
        const id = rowId(params.id)
        await act(at, id, (conversation) => {
          saveDraft(core, conversation, at.agent, body.text)
          if (body.text !== '' && relation(at, conversation) === 'mine') core.signal({ kind: 'agent-typing', conversation: id, person: at.agent.id })
        })
        return nothing()
      },
      { body: t.Object({ text: t.String({ maxLength: 20_000 }) }) }
    )
}

async function handled(house: House, at: At, id: number, isHandled: boolean): Promise<Response> {
  const { core } = house
  await core.transact(() => handleMessage(core, conversationFor(core, at.agent, id), at.agent, isHandled))
  if (!wantsPart(at.request)) return moved(at.request, '/left-messages')
  return html(
    <>
      <Partial to={`c${id}`} swap="delete" />
      <StateParts house={house} at={at} seen={seenBy(house, at, id)} />
    </>
  )
}

/** After an act: the parts of the open conversation that it changed; a page that does not show it drops them. */
function done(house: House, at: At, id: number, headers: Record<string, string> = {}): Response {
  if (!wantsPart(at.request)) return moved(at.request, `/conversations/${id}`)
  return html(<StateParts house={house} at={at} seen={seenBy(house, at, id)} />, 200, headers)
}

function saidPart(house: House, at: At, id: number, entryId: number): Response {
  const seen = seenBy(house, at, id)
  return html(
    <>
      <MarksPart seen={seen} />
      <EntriesPart seen={seen} page={onePage(house, entryId)} />
    </>
  )
}

function seenBy(house: House, at: At, id: number): Seen {
  return see(house, { ...at, moment: momentOf(house, at.agent) }, id)
}

function StateParts({ house, at, seen }: { house: House; at: At; seen: Seen }) {
  return (
    <>
      <MarksPart seen={seen} />
      <HeadPart seen={seen} />
      <ReplyPart house={house} agent={at.agent} seen={seen} />
    </>
  )
}
