import type { Conversation } from '#src/conversations/index.ts'

/**
 * What a conversation is to the agent who looks at it: it decides which acts are offered. `free` waits and may be taken; `away` is a
 * colleague's who cannot be reached, and may be taken over.
 */
export type Relation = 'mine' | 'free' | 'colleague' | 'away' | 'closed' | 'left' | 'handled'

export function relationOf(
  { kind, state, assignedTo, handledAt }: Pick<Conversation, 'kind' | 'state' | 'assignedTo' | 'handledAt'>,
  me: number,
  reachable: (person: number) => boolean
): Relation {
  if (kind === 'message') return handledAt === null ? 'left' : 'handled'
  if (state === 'closed') return 'closed'
  if (state === 'waiting' || assignedTo === null) return 'free'
  if (assignedTo === me) return 'mine'
  return reachable(assignedTo) ? 'colleague' : 'away'
}

/** Whose eyes count as "read by the shop": somebody who only looks at a colleague's work leaves no trace. */
export function reads(relation: Relation): boolean {
  return relation !== 'colleague' && relation !== 'away'
}
