/** What visitors and agents say to each other: a log per conversation, and who may add to it. */
export { type AcceptBy, acceptConversation, closeConversation, draftOf, handleMessage, markReadBy, reopenConversation, replyTo, saveDraft } from './by-agent.ts'
export { leaveMessage, reopensWithin, type Speaker, visitorSays } from './by-visitor.ts'
export { cardOfGuest, type VisitorCard, visitorCard } from './card.ts'
export { type Addition, additionOf, entriesAfter, entriesBefore, entryById, lastEntries } from './entries.ts'
export { visitorOfFile } from './files.ts'
export { conversationById, conversationFor, conversationOfVisitor, latestChat, newestConversation } from './find.ts'
export {
  type Before,
  type ConversationRow,
  type Counters,
  closedConversations,
  countersFor,
  type Inbox,
  type InboxFilter,
  inboxOf,
  leftMessages,
  otherConversations,
  rowOf
} from './inbox.ts'
export type { Said } from './keys.ts'
export { type Marks, markByVisitor, marksOf, readBy, unreadByVisitor } from './marks.ts'
export {
  type AuthorKind,
  type Contact,
  type Conversation,
  type ConversationKind,
  type ConversationState,
  type Entry,
  type EntryKind,
  longestMessage,
  type Payload,
  type Saying
} from './types.ts'
export { addedAfter, type HistoryPage, lastForVisitor, olderForVisitor } from './visitor-history.ts'
