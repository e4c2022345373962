import type { VisitorCard } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { VisitorCardBody } from '#views/desk/index.ts'
import { PageHead, Pane, Shell, type ShellProps } from '#views/layout/index.ts'
import { Button, LinkButton, type Moment } from '#views/ui/index.ts'

export type GuestCard = { id: number; card: VisitorCard; site: string; talk: { conversation: number; waiting: boolean } | null; moment: Moment; say: Say }

/** One visitor who is here: the same card as beside a conversation, and the way into the one that is open. */
export function VisitorDetail({ id, card, site, talk, moment, say }: GuestCard) {
  return (
    <div id="visitor-detail" class="visitor-detail" data-guest={id} hx-get={`/visitors/${id}/again`} hx-trigger="kefu:refresh from:body" hx-swap="outerMorph">
      {talk ? <ToConversation talk={talk} say={say} /> : null}
      <VisitorCardBody {...{ card, site, moment, say }} />
    </div>
  )
}

function ToConversation({ talk: { conversation, waiting }, say }: { talk: NonNullable<GuestCard['talk']>; say: Say }) {
  if (!waiting) {
    return (
      <LinkButton href={`/conversations/${conversation}`} icon="message-circle" wide>
        {say('visitors.open_conversation')}
      </LinkButton>
    )
  }
  const address = `/conversations/${conversation}/acceptance`
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" kind="primary" icon="hand" wide>
        {say('desk.accept')}
      </Button>
    </form>
  )
}

/** The same as a page, for a link that was opened in a tab of its own. */
export function VisitorCardPage({ detail, ...shell }: Omit<ShellProps, 'section' | 'title' | 'children'> & { detail: GuestCard }) {
  const { say } = shell
  return (
    <Shell {...shell} section="visitors" title={say('desk.card')} front="page">
      <Pane head={<PageHead title={say('desk.card')} back={{ href: '/visitors', label: say('visitors.title') }} />}>
        <div class="sheet-body visitor-sheet">
          <VisitorDetail {...detail} />
        </div>
      </Pane>
    </Shell>
  )
}
