import type { Actor } from '#src/audit/index.ts'
import type { Person } from './person.ts'
import type { From } from './sessions.ts'

/** A person at a door, and where from: what acts need that are written into the audit log. */
export type Caller = From & { person: Person }

export function actorOf({ person, address, agent }: Caller): Actor {
  return { kind: 'person', id: person.id, address, agent }
}
