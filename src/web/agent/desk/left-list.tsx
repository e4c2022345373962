import { type ConversationRow, countersFor, leftMessages } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { personById } from '#src/people/index.ts'
import type { LiveLists, Tab, ViewContent } from '#src/realtime/index.ts'
import { isLanguage, type Language, say } from '#src/texts/index.ts'
import { LeftRow, LeftTabs } from '#views/left/index.ts'
import type { Moment } from '#views/ui/index.ts'
import type { At } from '../guard.ts'
import { liveLists } from '../live-lists.ts'

type Shown = { rows: readonly ConversationRow[]; handled: boolean; moment: Moment }

/** The first page of messages left behind, kept up to date on the pages that show it. */
export type LeftListing = { give(tab: Tab, at: At, shown: Shown): void; take(tab: Tab): void; touch(): void }

const region = 'left-rows'
const kept = new WeakMap<House, LeftListing>()

export function leftList(house: House): LeftListing {
  const known = kept.get(house)
  if (known) return known
  const made = createLeftList(house, liveLists(house))
  kept.set(house, made)
  return made
}

function createLeftList(house: House, lists: LiveLists): LeftListing {
  lists.add({ region, place: { id: region, tag: 'ul' }, contentOf: (key) => contentFor(house, key) })
  return {
    give(tab, { agent, say }, { rows, handled, moment }) {
      const key = JSON.stringify([agent.id, say.language, moment.zone, handled])
      lists.give(tab, region, key, contentOf(rows, handled, countersFor(house.core, agent).left, moment, say.language))
    },
    take: (tab) => lists.take(tab, region),
    touch: () => lists.touch(region)
  }
}

function contentFor({ core }: House, key: string): ViewContent {
  const [person, language, zone, handled] = JSON.parse(key) as [number, unknown, string, boolean]
  const agent = personById(core, person)
  const rows = leftMessages(core, agent, { site: null, text: '', handled }, null)
  return contentOf(rows, handled, countersFor(core, agent).left, { now: core.now(), zone }, isLanguage(language) ? language : 'zh-CN')
}

function contentOf(rows: readonly ConversationRow[], handled: boolean, left: number, moment: Moment, language: Language): ViewContent {
  const tabs = { id: 'left-tabs', look: String(left), html: () => (<LeftTabs handled={handled} n={left} say={say(language)} />).markup }
  return {
    beside: [tabs],
    rows: rows.map((row) => ({
      id: `c${row.id}`,
      look: JSON.stringify(row),
      html: () => (<LeftRow row={row} handled={handled} moment={moment} say={say(language)} />).markup
    }))
  }
}
