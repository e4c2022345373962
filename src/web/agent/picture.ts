import { Elysia } from 'elysia'
import { attachPortrait, deleteFile } from '#src/files/index.ts'
import type { House } from '#src/house.ts'
import { type Caller, changePicture, personById } from '#src/people/index.ts'
import { nothing } from '../answer.ts'
import { uploadLimits, uploadsOf } from '../files/index.ts'
import { agentGuard } from './guard.ts'
import { inJson } from './in-json.ts'

/** One's own picture: a raw body puts it there, DELETE takes it away. The one before is gone with it. */
export const pictureDoors = (house: House) => {
  const { core } = house
  return new Elysia({ prefix: '/profile/picture' })
    .use(agentGuard(house))
    .post(
      '/',
      ({ request, agent, at }) =>
        inJson(at, async () => {
          const uploader = { kind: 'agent', id: agent.id } as const
          const upload = { siteId: null, conversationId: null, uploader, limitBytes: uploadLimits.portrait, portrait: true }
          const { publicId } = await uploadsOf(core).receive(request, upload)
          await core.transact(() => replacePicture(house, at.caller, attachPortrait(core, publicId, uploader)))
          return { id: publicId }
        }),
      { parse: 'none' }
    )
    .delete('/', async ({ at }) => {
      await core.transact(() => replacePicture(house, at.caller, null))
      return nothing()
    })
}

function replacePicture({ core }: House, by: Caller, fileId: number | null): void {
  const before = personById(core, by.person.id).pictureId
  changePicture(core, by, fileId)
  if (before !== null) deleteFile(core, before)
}
