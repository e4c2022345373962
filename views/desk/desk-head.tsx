import type { Say } from '#src/texts/index.ts'
import { OpenCardButton, ThreadHead } from '#views/layout/index.ts'
import { Badge, Button, Dot } from '#views/ui/index.ts'
import type { Relation } from './relation.ts'
import { AcceptButton } from './reply-place.tsx'

export type DeskHeadProps = {
  id: number
  relation: Relation
  visitor: string
  place: string | null
  /** On the site now, and where. */
  present: boolean
  page: { url: string; title: string } | null
  site: string
  say: Say
}

/** Over the thread: who, where on the site, from where; and the acts that fit. */
export function DeskHead({ id, relation, visitor, say, ...where }: DeskHeadProps) {
  return (
    <ThreadHead
      id={`head-${id}`}
      name={visitor}
      badges={<StateBadge relation={relation} say={say} />}
      under={<Whereabouts say={say} {...where} />}
      acts={
        <>
          <HeadActs id={id} relation={relation} say={say} />
          <OpenCardButton label={say('desk.card')} href="#card" />
        </>
      }
      back={{ href: '/conversations', label: say('desk.back_to_list') }}
    />
  )
}

function StateBadge({ relation, say }: { relation: Relation; say: Say }) {
  if (relation === 'free') return <Badge tone="amber">{say('desk.state.waiting')}</Badge>
  if (relation === 'closed') return <Badge>{say('desk.state.closed')}</Badge>
  if (relation === 'left') return <Badge tone="indigo">{say('desk.state.left')}</Badge>
  if (relation === 'handled') return <Badge>{say('desk.state.handled')}</Badge>
  return null
}

function Whereabouts({ place, present, page, site, say }: Pick<DeskHeadProps, 'place' | 'present' | 'page' | 'site' | 'say'>) {
  const where = present && page ? say('desk.on_page', { page: page.title || page.url }) : present ? say('desk.on_site', { site }) : say('desk.has_left')
  const text = place === null ? where : `${where} · ${place}`
  return (
    <>
      {present ? <Dot tone="live" /> : null}
      <span class="cut" title={text}>
        <bdi dir="auto">{text}</bdi>
      </span>
    </>
  )
}

function HeadActs({ id, relation, say }: { id: number; relation: Relation; say: Say }) {
  const handling = `/conversations/${id}/handling`
  if (relation === 'free') return <AcceptButton id={id} say={say} />
  if (relation === 'mine') return <CloseForm id={id} say={say} />
  if (relation === 'left') {
    return (
      <form method="post" action={handling} hx-post={handling} hx-swap="none">
        <Button type="submit" icon="check">
          {say('desk.handled')}
        </Button>
      </form>
    )
  }
  if (relation !== 'handled') return null
  return (
    <Button icon="history" hx-delete={handling} hx-swap="none">
      {say('desk.not_handled')}
    </Button>
  )
}

function CloseForm({ id, say }: { id: number; say: Say }) {
  const address = `/conversations/${id}/closing`
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none">
      <Button type="submit" icon="check" data-close-conversation="">
        {say('desk.close')}
      </Button>
    </form>
  )
}
