import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { chooseStatus, oneOf, personById, statuses } from '#src/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { OwnStatus } from '#views/layout/index.ts'
import { html, moved, wantsPart } from '../answer.ts'
import { agentGuard } from './guard.ts'
import { meOf } from './shell.tsx'

/** Online, busy, away, offline: chosen by hand, kept until chosen anew. */
export const ownStatusDoor = (house: House) =>
  new Elysia({ prefix: '/profile' }).use(agentGuard(house)).post(
    '/status',
    async ({ agent, body, request, say }) => {
      const status = oneOf(statuses, body.status)
      if (status === null) throw new Refusal('malformed', 'refusal.bad_request')
      await house.core.transact(() => chooseStatus(house.core, agent.id, status))
      if (!wantsPart(request)) return moved(request, '/')
      const id = request.headers.get('hx-target')?.endsWith('#me-small') ? 'me-small' : 'me'
      return html(<OwnStatus id={id} me={meOf(house, personById(house.core, agent.id))} say={say} />)
    },
    { body: t.Object({ status: t.String({ maxLength: 20 }) }) }
  )
