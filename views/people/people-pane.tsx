import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Roster, RosterRow } from '#views/settings/roster.tsx'
import { Avatar, Badge, type Face, LinkButton, type Moment, Presence, type PresenceState, timeText } from '#views/ui/index.ts'

export type RoleName = 'owner' | 'administrator' | 'agent'

/** Somebody of the team as the list shows them. */
export type Member = {
  face: Face
  role: RoleName
  jobNumber: string | null
  login: string
  /** What visitors see now. */
  status: PresenceState
  seenAt: number | null
  state: 'active' | 'invited' | 'invitation-over' | 'disabled'
  isMe: boolean
}

type PeoplePaneProps = { people: readonly Member[]; say: Say; moment: Moment }

/** Who works here, the disabled last. */
export function PeoplePane({ people, say, moment }: PeoplePaneProps) {
  const invite = (
    <LinkButton kind="primary" icon="user-plus" href={`${places.people}/new`}>
      {say('people.invite')}
    </LinkButton>
  )
  return (
    <Pane head={<PageHead form title={say('people.title')} back={{ href: places.settings, label: say('layout.settings.all') }} acts={invite} />}>
      <div class="sheet">
        <p class="lead">{say('people.text')}</p>
        <Roster id="people" label={say('people.title')}>
          {people.map((member) => (
            <MemberRow {...{ member, say, moment }} />
          ))}
        </Roster>
      </div>
    </Pane>
  )
}

function MemberRow({ member, say, moment }: { member: Member; say: Say; moment: Moment }) {
  const { face, role, jobNumber, login, seenAt, isMe } = member
  const under = [say(`people.role.${role}`), login, jobNumber].filter(Boolean).join(' · ')
  return (
    <RosterRow
      id={`person-${face.id}`}
      picture={<Avatar person={face} />}
      name={face.name}
      href={`${places.people}/${face.id}`}
      badges={
        <>
          {isMe ? <Badge tone="line">{say('people.you')}</Badge> : null}
          {stateBadge(member.state, say)}
        </>
      }
      under={under}
      side={
        member.state === 'active' ? (
          <>
            <Presence state={member.status} say={say} />
            <span>{seenAt === null ? say('people.never_seen') : timeText(seenAt, moment, say)}</span>
          </>
        ) : null
      }
      isOff={member.state === 'disabled'}
    />
  )
}

export function stateBadge(state: Member['state'], say: Say): Child {
  if (state === 'invited') return <Badge tone="amber">{say('people.invited')}</Badge>
  if (state === 'invitation-over') return <Badge tone="red">{say('people.invitation_over')}</Badge>
  return state === 'disabled' ? <Badge>{say('people.disabled')}</Badge> : null
}
