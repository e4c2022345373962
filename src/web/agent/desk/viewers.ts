import type { House } from '#src/house.ts'
import { type Person, personById } from '#src/people/index.ts'
import type { Tab } from '#src/realtime/index.ts'
import { type Say, say } from '#src/texts/index.ts'
import type { Moment } from '#views/ui/index.ts'
import { momentOf } from '../shell.tsx'

/** Who looks at a page: what is pushed to it is made for the person's language, zone and part in the conversation. */
export type Viewer = { agent: Person; say: Say; moment: Moment }

export type Viewers = {
  of(person: number): Viewer
  /** Tabs by whoever they belong to: a part is made once per person, not per tab. */
  byPerson(tabs: readonly Tab[]): Map<number, Tab[]>
  forget(person: number): void
}

/** People in memory: every push asks for them. */
export function createViewers(house: House): Viewers {
  const known = new Map<number, Person>()
  return {
    of(id) {
      const agent = known.get(id) ?? personById(house.core, id)
      known.set(id, agent)
      return { agent, say: say(agent.language), moment: momentOf(house, agent) }
    },
    byPerson(tabs) {
      const groups = new Map<number, Tab[]>()
      for (const tab of tabs) groups.set(tab.person, [...(groups.get(tab.person) ?? []), tab])
      return groups
    },
    forget: (person) => void known.delete(person)
  }
}
