import { type Conversation, type Entry, marksOf, newestConversation } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { publicIdText } from '#src/platform/tokens.ts'
import type { OpenSite } from '#src/sites/index.ts'
import { say } from '#src/texts/index.ts'
import { signFileAddress } from '#src/web/files/index.ts'
import { shades } from './colour.ts'
import type { EntryView, FileView, SiteView, Snapshot } from './frames.ts'
import { pictureAddress, type Team } from './team.ts'

/** An entry as its visitor sees it, or null for what visitors never see. */
export function entryView(house: House, conversation: Pick<Conversation, 'publicId' | 'visitorId'>, entry: Entry): EntryView | null {
  if (entry.visitorSeq === null) return null
  const place = { c: publicIdText(conversation.publicId), seq: entry.visitorSeq, at: entry.at }
  const agent = entry.authorKind === 'agent' ? { name: entry.authorName ?? '', picture: pictureAddress(entry.authorPicture) } : null
  if (entry.kind === 'accepted') return agent && { ...place, kind: 'accepted', agent }
  if (entry.kind === 'closed') return { ...place, kind: 'closed', by: entry.authorKind === 'agent' ? 'agent' : 'system' }
  if (entry.kind === 'reopened') return { ...place, kind: 'reopened' }
  const by = entry.authorKind === 'visitor' ? 'visitor' : 'agent'
  return {
    ...place,
    kind: 'message',
    by,
    agent,
    key: by === 'visitor' ? entry.key : null,
    text: entry.text,
    file: fileView(house, conversation.visitorId, entry.file)
  }
}

/** A file with an address that only this visitor can use, for ten minutes. */
function fileView({ secret, core }: House, visitorId: number, file: Entry['file']): FileView | null {
  if (!file) return null
  const { publicId, ...facts } = file
  return { id: publicId, ...facts, kind: facts.kind === 'portrait' ? 'image' : facts.kind, url: signFileAddress(secret, visitorId, publicId, core.now()) }
}

/** What is not a log: the state of the newest conversation, who answers, how the shop can be reached. */
export function snapshotOf({ core, hub }: House, team: Team, visitorId: number | null): Snapshot {
  const conversation = visitorId === null ? null : newestConversation(core, visitorId)
  const agent = conversation?.assignedTo ? team.view(conversation.assignedTo) : null
  return {
    conversation: conversation && conversationView(core, team, conversation, agent),
    reach: team.reach(),
    host: agent ?? team.host(),
    watched: conversation !== null && hub.tabsShowing(conversation.id).length > 0
  }
}

/** Received is what lies on an open page of whoever answers: lists there are complete at every moment. */
function conversationView(core: House['core'], team: Team, conversation: Conversation, agent: Snapshot['host']): NonNullable<Snapshot['conversation']> {
  const marks = marksOf(core, conversation.id)
  const heard = conversation.assignedTo === null ? team.reach() === 'chat' : team.reachable(conversation.assignedTo)
  return {
    c: publicIdText(conversation.publicId),
    kind: conversation.kind,
    state: conversation.state,
    agent,
    delivered: heard ? conversation.visitorSeq : marks.agents.visitorSeq,
    read: marks.agents.visitorSeq,
    seen: marks.visitor.read
  }
}

/** The site in the language that the page asked for, with what the owner wrote in it. */
export function siteView(site: OpenSite, language: SiteView['language']): SiteView {
  const welcome = site.window.welcome[language] ?? site.window.welcome[site.language] ?? say(language)('chat.welcome', { site: site.name })
  return { name: site.name, language, colour: shades(site.window.colour), welcome }
}
