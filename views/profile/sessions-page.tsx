import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Roster, RosterRow } from '#views/settings/roster.tsx'
import { Badge, Button, Icon, type Moment, timeText } from '#views/ui/index.ts'

export type SessionRow = {
  id: number
  /** Browser and system; null when unknown. */
  device: string | null
  isHandheld: boolean
  /** Place, as far as anybody knows, and address. */
  place: string
  createdAt: number
  seenAt: number
  isRemembered: boolean
  isConfirmed: boolean
  isThis: boolean
}

type SessionsPaneProps = { sessions: readonly SessionRow[]; say: Say; moment: Moment }

/** Where one is signed in, and an end to it. */
export function SessionsPane({ sessions, say, moment }: SessionsPaneProps) {
  const acts = sessions.some((session) => !session.isThis) ? <EndOthers say={say} /> : null
  const head = <PageHead form title={say('profile.sessions')} back={{ href: places.settings, label: say('layout.settings.all') }} acts={acts} />
  return (
    <Pane head={head}>
      <div class="sheet">
        <p class="lead">{say('profile.sessions_text')}</p>
        <Roster id="sessions" label={say('profile.sessions')}>
          {sessions.map((session) => (
            <SessionLine {...{ session, say, moment }} />
          ))}
        </Roster>
      </div>
    </Pane>
  )
}

function EndOthers({ say }: { say: Say }) {
  return (
    <form method="post" action={`${places.sessions}/others/revocation`}>
      <Button type="submit" kind="danger" icon="log-out">
        {say('profile.session.end_others')}
      </Button>
    </form>
  )
}

function SessionLine({ session, say, moment }: { session: SessionRow; say: Say; moment: Moment }) {
  const time = (at: number) => timeText(at, moment, say, 'exact')
  return (
    <RosterRow
      id={`session-${session.id}`}
      picture={<Icon name={session.isHandheld ? 'smartphone' : 'monitor'} size={20} />}
      name={session.device ?? say('profile.session.unknown')}
      badges={badgeOf(session, say)}
      under={session.place}
      side={
        <>
          <span>{say('profile.session.seen_at', { time: time(session.seenAt) })}</span>
          <span>{say('profile.session.since', { time: time(session.createdAt) })}</span>
        </>
      }
      acts={session.isThis ? null : <SessionActs {...{ session, say }} />}
    />
  )
}

function badgeOf({ isThis, isConfirmed, isRemembered }: SessionRow, say: Say): Child {
  if (isThis) return <Badge tone="jade">{say('profile.session.this')}</Badge>
  if (!isConfirmed) return <Badge tone="amber">{say('profile.session.new')}</Badge>
  return isRemembered ? <Badge tone="line">{say('profile.session.remembered')}</Badge> : null
}

function SessionActs({ session: { id, isConfirmed }, say }: { session: SessionRow; say: Say }) {
  return (
    <>
      {isConfirmed ? null : (
        <form method="post" action={`${places.sessions}/${id}/confirmation`}>
          <Button type="submit" size="small" kind="soft">
            {say('profile.session.confirm')}
          </Button>
        </form>
      )}
      <form method="post" action={`${places.sessions}/${id}/revocation`}>
        <Button type="submit" size="small">
          {say('profile.session.end')}
        </Button>
      </form>
    </>
  )
}
