import type { Child } from '#jsx'
import type { AcceptBy } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { Button, Composer, Icon } from '#views/ui/index.ts'
import type { Relation } from './relation.ts'
import { withName } from './with-name.tsx'

type ReplyProps = {
  id: number
  relation: Relation
  /** A waiting conversation is taken by the first reply, or only by a click. */
  acceptBy: AcceptBy
  visitor: string
  assignee: string | null
  draft: string
  say: Say
  fields?: Child
}

/** Where one answers, or why one cannot and what to do about it. Changed when the conversation changes hands; a composer that stays keeps what is being written. */
export function ReplyPlace({ id, relation, acceptBy, visitor, assignee, draft, say, fields }: ReplyProps) {
  const canWrite = relation === 'mine' || relation === 'left' || relation === 'handled' || (relation === 'free' && acceptBy === 'first-reply')
  return (
    <div class="reply" id={`reply-${id}`}>
      {canWrite ? <Writing {...{ id, visitor, draft, say, fields }} /> : <ReplyBar {...{ id, relation, assignee, say }} />}
    </div>
  )
}

function Writing({ id, visitor, draft, say, fields }: Pick<ReplyProps, 'id' | 'visitor' | 'draft' | 'say' | 'fields'>) {
  return (
    <Composer
      id={`composer-${id}`}
      action={`/conversations/${id}/messages`}
      label={say('desk.reply_to', { name: visitor })}
      placeholder={say('desk.reply_here')}
      draft={draft}
      say={say}
      fields={fields}
      data-conversation={id}
    />
  )
}

function ReplyBar({ id, relation, assignee, say }: Pick<ReplyProps, 'id' | 'relation' | 'assignee' | 'say'>) {
  if (relation === 'closed') {
    return (
      <Bar text={say('desk.is_closed')}>
        <Button size="small" icon="history" hx-delete={`/conversations/${id}/closing`} hx-swap="none">
          {say('desk.reopen')}
        </Button>
      </Bar>
    )
  }
  if (relation === 'colleague') return <Bar text={withName(say, 'desk.is_colleagues', assignee ?? '')} />
  return (
    <Bar text={relation === 'away' ? withName(say, 'desk.is_away', assignee ?? '') : say('desk.accept_first')}>
      <AcceptButton id={id} say={say} word={say(relation === 'away' ? 'desk.take_over' : 'desk.accept')} />
    </Bar>
  )
}

/** 接待, where it is the next thing to do. */
export function AcceptButton({ id, say, word = say('desk.accept') }: { id: number; say: Say; word?: string }) {
  const address = `/conversations/${id}/acceptance`
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" kind="primary" icon="hand" data-accept="">
        {word}
      </Button>
    </form>
  )
}

function Bar({ text, children }: { text: Child; children?: Child }) {
  return (
    <div class="reply-bar">
      <Icon name="info" />
      <span class="grow">{text}</span>
      {children}
    </div>
  )
}
