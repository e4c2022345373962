import { type ConversationRow, type Inbox, inboxOf } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { personById } from '#src/people/index.ts'
import { isLanguage, type Language, type Say, say } from '#src/texts/index.ts'
import { visitorName, visitorPlace } from '#views/desk/index.ts'
import type { At } from '../guard.ts'
import { momentOf } from '../shell.tsx'

/** Everything the lists of one agent's page depend on. Tabs with equal views share one rendering. */
export type InboxView = { person: number; language: Language; zone: string; site: number | null; text: string }

export function inboxView(house: House, { agent, say }: At, filter: { site: number | null; text: string }): InboxView {
  return { person: agent.id, language: say.language, zone: momentOf(house, agent).zone, ...filter }
}

export function inboxKey({ person, language, zone, site, text }: InboxView): string {
  return JSON.stringify([person, language, zone, site, text])
}

export function inboxViewFrom(key: string): InboxView {
  const [person, language, zone, site, text] = JSON.parse(key) as [number, unknown, string, number | null, string]
  return { person, language: isLanguage(language) ? language : 'zh-CN', zone, site, text }
}

/** The three lists are three regions of the page, but one reading of the file: it is kept for as long as they are rendered one after the other. */
const keptFor = 200

type Kept = { at: number; changes: number; inbox: Inbox }

/** What the file finds by words, names and addresses; and what the list itself shows: the file knows places by other names than people read. */
function searched(core: House['core'], { person, language, site, text }: InboxView): Inbox {
  const agent = personById(core, person)
  const all = inboxOf(core, agent, { site, text: '' })
  if (text === '') return all
  const found = inboxOf(core, agent, { site, text })
  const merged = (list: keyof Inbox) => both(all[list], found[list], (row) => shows(row, text, say(language)))
  return { waiting: merged('waiting'), mine: merged('mine'), others: merged('others') }
}

function both(all: ConversationRow[], found: ConversationRow[], isShown: (row: ConversationRow) => boolean): ConversationRow[] {
  const ids = new Set(found.map(({ id }) => id))
  const seen = all.filter((row) => ids.has(row.id) || isShown(row))
  const known = new Set(seen.map(({ id }) => id))
  return [...seen, ...found.filter(({ id }) => !known.has(id))]
}

function shows(row: ConversationRow, text: string, voice: Say): boolean {
  return `${visitorName(row, voice)} ${visitorPlace(row, voice) ?? ''}`.toLowerCase().includes(text.toLowerCase())
}

export type InboxReader = { read(view: InboxView): Inbox; changed(): void }

export function createInboxReader({ core }: House, clock: () => number = () => performance.now()): InboxReader {
  const kept = new Map<string, Kept>()
  let changes = 0
  return {
    changed() {
      changes++
    },
    read(view) {
      const key = inboxKey(view)
      const known = kept.get(key)
      if (known && known.changes === changes && clock() - known.at < keptFor) return known.inbox
      const inbox = searched(core, view)
      if (kept.size > 200) kept.clear()
      kept.set(key, { at: clock(), changes, inbox })
      return inbox
    }
  }
}
