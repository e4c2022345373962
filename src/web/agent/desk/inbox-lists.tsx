import type { ConversationRow, Inbox } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { KeyedRow, LiveList, Tab, ViewContent } from '#src/realtime/index.ts'
import { say } from '#src/texts/index.ts'
import { ColleagueRow, InboxHeading, type ListName, MyRow, WaitingRow } from '#views/desk/index.ts'
import { liveLists } from '../live-lists.ts'
import { createInboxReader, type InboxReader, type InboxView, inboxKey, inboxViewFrom } from './inbox-view.ts'

const names: readonly ListName[] = ['waiting', 'mine', 'others']

/** The lists of the desk as the live lists know them, and their reader. */
export type InboxLists = {
  read(view: InboxView): Inbox
  /** The tab's page shows this view from now on. */
  give(tab: Tab, view: InboxView): void
  take(tab: Tab): void
  /** Something in the lists may have changed. */
  touch(): void
}

const kept = new WeakMap<House, InboxLists>()

export function inboxLists(house: House): InboxLists {
  const known = kept.get(house)
  if (known) return known
  const made = createInboxLists(house)
  kept.set(house, made)
  return made
}

function createInboxLists(house: House): InboxLists {
  const lists = liveLists(house)
  const reader = createInboxReader(house)
  for (const name of names) lists.add(liveList(house, reader, name))
  return {
    read: reader.read,
    give(tab, view) {
      for (const name of names) lists.give(tab, regionOf(name), inboxKey(view), contentOf(house, reader, name, view))
    },
    take(tab) {
      for (const name of names) lists.take(tab, regionOf(name))
    },
    touch() {
      reader.changed()
      for (const name of names) lists.touch(regionOf(name))
    }
  }
}

const regionOf = (name: ListName) => `inbox-${name}`

function liveList(house: House, reader: InboxReader, name: ListName): LiveList {
  const place = { id: regionOf(name), tag: 'ul' } as const
  return { region: regionOf(name), place, contentOf: (key) => contentOf(house, reader, name, inboxViewFrom(key)) }
}

function contentOf({ core }: House, reader: InboxReader, name: ListName, view: InboxView): ViewContent {
  const rows = reader.read(view)[name]
  const voice = say(view.language)
  const moment = { now: core.now(), zone: view.zone }
  const heading: KeyedRow = {
    id: `inbox-${name}-heading`,
    look: String(rows.length),
    html: () => (<InboxHeading list={name} n={rows.length} say={voice} />).markup
  }
  return { rows: rows.map((row, index) => keyedRow(name, row, index === 0)), beside: [heading] }

  function keyedRow(list: ListName, row: ConversationRow, first: boolean): KeyedRow {
    return { id: `c${row.id}`, look: lookOf(row, list === 'waiting' && first), html: () => markup(list, row, first) }
  }

  function markup(list: ListName, row: ConversationRow, first: boolean): string {
    if (list === 'waiting') return (<WaitingRow row={row} say={voice} moment={moment} first={first} />).markup
    if (list === 'mine') return (<MyRow row={row} say={voice} moment={moment} />).markup
    return (<ColleagueRow row={row} say={voice} moment={moment} />).markup
  }
}

/** Everything of a row that can be seen. */
function lookOf(row: ConversationRow, first: boolean): string {
  return JSON.stringify([first, row])
}
