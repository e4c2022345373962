import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Avatar, BotAvatar, type Face } from '../avatar.tsx'
import { classes, type Hooks } from '../hooks.ts'
import { Icon } from '../icon.tsx'
import { Name } from '../name.tsx'
import type { Moment } from '../time.tsx'
import { Time } from '../time.tsx'
import { VisitorSquare, type VisitorType } from '../visitor-square.tsx'
import { type Delivery, Foot } from './foot.tsx'

/** Who speaks: the visitor and the robot at the start side, colleagues and oneself at the end side; a note is between colleagues. */
export type Speaker =
  | { kind: 'visitor'; name: string; type: VisitorType }
  | { kind: 'bot'; name: string }
  | { kind: 'colleague'; person: Face }
  | { kind: 'mine' }
  | { kind: 'note'; name: string }

type MessageProps = {
  id: string
  /** Its place in the conversation: the script keeps the thread in this order. */
  seq?: number
  speaker: Speaker
  /** The same speaker within three minutes: stands close to the one before and has neither face nor name. */
  continues?: boolean
  at: number
  moment: Moment
  say: Say
  /** BCP 47, when known: zh-TW and ja then get their own glyphs. */
  language?: string | null
  delivery?: Delivery | null
  edited?: boolean
  acts?: Child
  children?: Child
} & Hooks

/** One message of a thread. Its children are Bubbles, Pictures, FileCards. */
export function Message({ id, seq, speaker, continues = false, at, moment, say, language, delivery, edited, acts, children, ...rest }: MessageProps) {
  const ours = speaker.kind === 'mine' || speaker.kind === 'colleague' || speaker.kind === 'note'
  return (
    <article
      class={classes('msg', ours && 'msg-ours', `msg-${speaker.kind}`)}
      id={id}
      data-seq={seq}
      data-continues={continues ? 'true' : null}
      lang={language}
      {...rest}
    >
      {continues && speaker.kind !== 'note' ? null : <MessageHead {...{ speaker, at, moment, say }} />}
      {children}
      {acts ? <div class="msg-acts">{acts}</div> : null}
      {speaker.kind === 'mine' || edited ? <Foot {...{ at, moment, say, delivery, edited }} /> : null}
    </article>
  )
}

function MessageHead({ speaker, at, moment, say }: Pick<MessageProps, 'speaker' | 'at' | 'moment' | 'say'>) {
  if (speaker.kind === 'mine') return null
  if (speaker.kind === 'note') {
    return (
      <header class="msg-head">
        <Icon name="lock" size={14} />
        <span>{say('ui.note.colleagues_only')}</span>
        <Name text={speaker.name} />
        <Time at={at} moment={moment} say={say} as="exact" />
      </header>
    )
  }
  return (
    <>
      {speaker.kind === 'visitor' ? (
        <VisitorSquare type={speaker.type} say={say} />
      ) : speaker.kind === 'bot' ? (
        <BotAvatar />
      ) : (
        <Avatar person={speaker.person} />
      )}
      <header class="msg-head">
        <Name text={speaker.kind === 'colleague' ? speaker.person.name : speaker.name} kind="msg-name" />
        {speaker.kind === 'bot' ? <span>{say('ui.bot')}</span> : null}
        <Time at={at} moment={moment} say={say} as="exact" />
      </header>
    </>
  )
}
