import { record } from '#src/audit/index.ts'
import { actorOf, type sessionOf } from '#src/people/index.ts'
import type { Core } from '#src/storage/index.ts'
import { fromOf } from './guard.ts'

/** However many origins somebody makes up, the memory and the log stay. */
const mostKept = 500

type Known = NonNullable<ReturnType<typeof sessionOf>>

/** Writes down that another page tried to open somebody's socket with their session: once for each session and origin. */
export function createForeignOrigins(core: Core): (request: Request, known: Known) => void {
  const told = new Set<string>()

  return (request, { person, session }) => {
    const origin = (request.headers.get('origin') ?? '').slice(0, 300)
    const key = `${session.id} ${origin}`
    if (told.has(key) || told.size >= mostKept) return
    told.add(key)
    const actor = actorOf({ person, ...fromOf(request) })
    core
      .transact(() => record(core, actor, 'origin.refused', { kind: 'session', id: session.id }, { detail: { origin } }))
      .catch((error) => core.log.fault('audit', error))
  }
}
