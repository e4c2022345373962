import { Elysia } from 'elysia'
import { conversationFor } from '#src/conversations/index.ts'
import { fileByPublicId, type StoredFile } from '#src/files/index.ts'
import type { House } from '#src/house.ts'
import { isPortrait, type Person } from '#src/people/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { SignedOut } from '../errors.tsx'
import { fileSlots, type Slots, serveFile } from '../files/index.ts'
import { enter } from './guard.ts'

/** Where agents' pages load files from. Without a session nothing is there: a copied link is worth nothing, and tells nothing. */
export const fileViewDoors = (house: House) => {
  const slots = fileSlots()
  return new Elysia().get('/f/:id', ({ request, params }) => show(house, slots, request, params.id))
}

function show(house: House, slots: Slots, request: Request, id: string): Promise<Response> {
  const agent = viewer(house, request)
  const file = fileByPublicId(house.core, id)
  if (!file || !maySee(house, agent, file)) throw missing()
  return serveFile(house.core, slots, request, file, { name: `agent ${agent.id}` })
}

function viewer(house: House, request: Request): Person {
  try {
    return enter(house, request).agent
  } catch (error) {
    throw error instanceof SignedOut ? missing() : error
  }
}

/** Through its conversation, once a message uses it; before that only for whoever sent it. Pictures of colleagues are for all. */
function maySee({ core }: House, agent: Person, { id, kind, conversationId, entryId, uploader }: StoredFile): boolean {
  if (kind === 'portrait') return isPortrait(core, id)
  if (conversationId === null || (entryId === null && !(uploader.kind === 'agent' && uploader.id === agent.id))) return false
  conversationFor(core, agent, conversationId)
  return true
}
