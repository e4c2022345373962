import type { Conversation } from '#src/conversations/index.ts'
import type { Talk } from '#src/visitors/index.ts'
import type { Team } from './team.ts'

/** What lists show of a visitor's conversation; null when none is going on. */
export function talkOf(team: Team, conversation: Conversation | null): Talk | null {
  if (conversation?.kind !== 'chat' || conversation.state === 'closed') return null
  return {
    conversation: conversation.id,
    state: conversation.state,
    agent: conversation.assignedTo,
    agentName: conversation.assignedTo === null ? null : (team.view(conversation.assignedTo)?.name ?? null),
    since: conversation.waitingSince ?? conversation.openedAt
  }
}
