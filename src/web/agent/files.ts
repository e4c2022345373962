import { Elysia } from 'elysia'
import { conversationFor } from '#src/conversations/index.ts'
import { abandonUpload } from '#src/files/index.ts'
import type { House } from '#src/house.ts'
import { nothing } from '../answer.ts'
import { uploadLimits, uploadsOf } from '../files/index.ts'
import { rowId } from '../row-id.ts'
import { agentGuard } from './guard.ts'
import { inJson } from './in-json.ts'

/** Agents send files as raw bodies, by a script that shows how far they are: JSON back, `id` is what the message names. */
export const fileDoors = (house: House) => {
  const { core } = house
  return new Elysia({ prefix: '/conversations/:id/files' })
    .use(agentGuard(house))
    .post(
      '/',
      ({ request, params, agent, at }) =>
        inJson(at, async () => {
          const conversation = conversationFor(core, agent, rowId(params.id))
          const { publicId, ...file } = await uploadsOf(core).receive(request, {
            siteId: conversation.siteId,
            uploader: { kind: 'agent', id: agent.id },
            conversationId: conversation.id,
            limitBytes: uploadLimits.agent
          })
          return { id: publicId, ...file }
        }),
      { parse: 'none' }
    )
    .delete('/:file', async ({ params, agent }) => {
      await core.transact(() => {
        conversationFor(core, agent, rowId(params.id))
        abandonUpload(core, params.file, { kind: 'agent', id: agent.id })
      })
      return nothing()
    })
}
