import type { House } from '#src/house.ts'
import { effectiveStatus, type Person, people, portraits, type Status } from '#src/people/index.ts'
import type { AgentView } from './frames.ts'

/** The people who answer, kept in memory: asked for at every hello and every message. */
export type Team = {
  status(person: number): Status
  /** Whether somebody can hear a visitor: any status but offline. */
  reachable(person: number): boolean
  /** `chat` while anybody is reachable, else the message form. */
  reach(): 'chat' | 'form'
  view(person: number): AgentView | null
  /** Whoever would answer now: online before busy before away. */
  host(): AgentView | null
}

type Member = { person: Person; picture: string | null }

export function createTeam({ core, hub }: Pick<House, 'core' | 'hub'>): Team {
  let members: Map<number, Member> | null = null
  core.listen((happened) => {
    if (happened.kind === 'person-changed') members = null
  })

  function all(): Map<number, Member> {
    members ??= read(core)
    return members
  }

  const statusOf = ({ person }: Member): Status =>
    person.disabledAt !== null || !person.hasPassword ? 'offline' : effectiveStatus(person.status, hub.isPresent(person.id))
  const viewOf = (member: Member): AgentView => ({ name: member.person.nickname, picture: member.picture, status: statusOf(member) })
  const status = (person: number): Status => {
    const member = all().get(person)
    return member ? statusOf(member) : 'offline'
  }

  return {
    status,
    reachable: (person) => status(person) !== 'offline',
    reach: () => ([...all().values()].some((member) => statusOf(member) !== 'offline') ? 'chat' : 'form'),
    view(person) {
      const member = all().get(person)
      return member ? viewOf(member) : null
    },
    host() {
      const order: Status[] = ['online', 'busy', 'away']
      for (const wanted of order) for (const member of all().values()) if (statusOf(member) === wanted) return viewOf(member)
      return null
    }
  }
}

function read(core: House['core']): Map<number, Member> {
  const pictures = portraits(core)
  return new Map(people(core).map((person) => [person.id, { person, picture: pictureAddress(pictures.get(person.id)) }]))
}

/** Where visitors see somebody's picture, below the public address. */
export function pictureAddress(publicId: string | null | undefined): string | null {
  return publicId ? `/v/picture/${publicId}` : null
}
