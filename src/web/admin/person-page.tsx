import type { Child } from '#jsx'
import type { House } from '#src/house.ts'
import { type Person, reaches, type TypedPerson } from '#src/people/index.ts'
import { SettingsShell } from '#views/layout/index.ts'
import { type FreshLink, PersonPane } from '#views/people/person-pane.tsx'
import type { At } from '../agent/guard.ts'
import { consoleOf, settingsNav } from '../agent/shell.tsx'
import { memberOf, roleNames, valuesOf } from './member.ts'

type PersonPageProps = { house: House; at: At; person: Person; typed?: TypedPerson; errors?: Record<string, string>; link?: FreshLink | null }

export function PersonPage({ house, at, person, typed, errors = {}, link = null }: PersonPageProps) {
  const inReach = reaches(at.agent, person)
  return (
    <PeopleShell house={house} at={at} title={person.nickname}>
      <PersonPane
        member={memberOf(house, at, person)}
        values={typed ?? valuesOf(person)}
        errors={errors}
        roles={inReach ? roleNames(house, at) : []}
        inReach={inReach}
        mayHandOver={at.agent.role === 'owner' && inReach && person.hasPassword}
        link={link}
        say={at.say}
      />
    </PeopleShell>
  )
}

export function PeopleShell({ house, at, title, children }: { house: House; at: At; title: string; children?: Child }) {
  return (
    <SettingsShell {...consoleOf(house, at)} title={title} nav={settingsNav(house, at.agent, 'people')}>
      {children}
    </SettingsShell>
  )
}
