import type { Entry } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { Bubble, type Delivery, dayDistance, Message, type Moment, type Speaker, SystemLine, type VisitorType } from '#views/ui/index.ts'
import { EntryFile } from './entry-file.tsx'
import { withName } from './with-name.tsx'

/** How far the visitor has come, in visitor_seq. */
export type VisitorMarks = { delivered: number; read: number }

export type EntryContext = {
  say: Say
  moment: Moment
  /** Who looks: one's own words stand without a face. */
  me: number
  visitor: { name: string; type: VisitorType }
  marks: VisitorMarks
}

type EntryProps = EntryContext & { entry: Entry; previous: Entry | null }

/** One entry of the log: what was said, or a line about what happened. */
export function EntryItem({ entry, previous, ...context }: EntryProps) {
  return entry.kind === 'message' ? <Said entry={entry} previous={previous} {...context} /> : <Happened entry={entry} {...context} />
}

const together = 3 * 60_000

/** The same speaker within three minutes and on the same day goes on without a new head. */
export function goesOn({ kind, authorKind, authorId, at }: Entry, previous: Entry | null, zone: string): boolean {
  if (previous === null || kind !== 'message' || previous.kind !== 'message') return false
  if (previous.authorKind !== authorKind || previous.authorId !== authorId) return false
  return at - previous.at < together && dayDistance(previous.at, at, zone) === 'today'
}

function Said({ entry, previous, say, moment, me, visitor, marks }: EntryProps) {
  const { id, seq, visitorSeq, at, text, file, key } = entry
  const speaker = speakerOf(entry, me, visitor)
  const isMine = speaker.kind === 'mine'
  return (
    <Message
      id={`e${id}`}
      seq={seq}
      speaker={speaker}
      continues={goesOn(entry, previous, moment.zone)}
      at={at}
      moment={moment}
      say={say}
      delivery={isMine ? deliveryOf(visitorSeq, marks) : null}
      data-visitor-seq={visitorSeq ?? undefined}
      data-key={isMine && key !== null ? key : undefined}
    >
      {file === null ? null : <EntryFile file={file} say={say} />}
      {text === '' ? null : <Bubble text={text} />}
    </Message>
  )
}

function speakerOf({ authorKind, authorId, authorName, authorPicture }: Entry, me: number, visitor: EntryContext['visitor']): Speaker {
  if (authorKind === 'visitor') return { kind: 'visitor', ...visitor }
  if (authorId === me) return { kind: 'mine' }
  return { kind: 'colleague', person: { id: authorId ?? 0, name: authorName ?? '', picture: pictureAddress(authorPicture) } }
}

/** Where colleagues see a picture. */
export function pictureAddress(publicId: string | null): string | null {
  return publicId === null ? null : `/f/${publicId}`
}

export function deliveryOf(visitorSeq: number | null, { delivered, read }: VisitorMarks): Delivery {
  if (visitorSeq === null || visitorSeq > delivered) return 'sent'
  return visitorSeq <= read ? 'read' : 'delivered'
}

function Happened({ entry, say, moment, visitor }: EntryContext & { entry: Entry }) {
  return (
    <SystemLine id={`e${entry.id}`} seq={entry.seq} at={entry.at} moment={moment} say={say}>
      {whatHappened(entry, visitor.name, say)}
    </SystemLine>
  )
}

function whatHappened({ kind, authorKind, authorName }: Entry, visitorName: string, say: Say) {
  const name = authorKind === 'visitor' ? visitorName : (authorName ?? '')
  if (kind === 'opened') return withName(say, 'desk.happened.opened', visitorName)
  if (kind === 'accepted') return withName(say, 'desk.happened.accepted', name)
  if (kind === 'closed') return authorKind === 'agent' ? withName(say, 'desk.happened.closed', name) : say('desk.happened.closed_by_itself')
  if (kind === 'reopened') return withName(say, authorKind === 'visitor' ? 'desk.happened.came_back' : 'desk.happened.reopened', name)
  if (kind === 'returned') return say('desk.happened.returned')
  return withName(say, kind === 'handled' ? 'desk.happened.handled' : 'desk.happened.unhandled', name)
}
