import type { ConversationRow } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { lastWords, visitorName, visitorType } from '#views/desk/index.ts'
import { Badge, Button, LinkButton, type Moment, Name, Time, VisitorSquare } from '#views/ui/index.ts'

type LeftRowProps = { row: ConversationRow; handled: boolean; moment: Moment; say: Say }

/** One message that was left: who, when, how to reach them, the words, and what to do with it. */
export function LeftRow({ row, handled, moment, say }: LeftRowProps) {
  return (
    <li class="left-message" id={`c${row.id}`}>
      <VisitorSquare type={visitorType(row)} say={say} />
      <span class="conv-line">
        <Name text={visitorName(row, say)} kind="conv-name" />
        <Badge>{row.siteName}</Badge>
        <Time at={row.openedAt} moment={moment} say={say} as="exact" />
      </span>
      <p class="body" hx-ignore="">
        <bdi dir="auto">{lastWords(row, say)}</bdi>
      </p>
      <Reach contact={row.contact} say={say} />
      <div class="acts">
        <HandleForm id={row.id} handled={handled} say={say} />
        <LinkButton size="small" href={`/conversations/${row.id}`}>
          {say('left.read')}
        </LinkButton>
      </div>
    </li>
  )
}

function Reach({ contact, say }: Pick<ConversationRow, 'contact'> & { say: Say }) {
  const { email = null, phone = null } = contact ?? {}
  if (email === null && phone === null) return <p class="contact dim">{say('left.no_contact')}</p>
  return (
    <p class="contact">
      {email === null ? null : (
        <a class="link cut" href={`mailto:${email}`} title={email}>
          <bdi dir="ltr">{email}</bdi>
        </a>
      )}
      {phone === null ? null : (
        <a class="link num" href={`tel:${phone}`}>
          <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
    </p>
  )
}

function HandleForm({ id, handled, say }: { id: number; handled: boolean; say: Say }) {
  const address = `/conversations/${id}/handling`
  if (handled) {
    return (
      <Button size="small" hx-delete={address} hx-swap="none">
        {say('left.not_handled')}
      </Button>
    )
  }
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" size="small" kind="soft" icon="check">
        {say('left.mark_handled')}
      </Button>
    </form>
  )
}
