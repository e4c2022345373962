import { type Inbox, inboxOf } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { personById } from '#src/people/index.ts'
import { isLanguage, type Language } from '#src/texts/index.ts'
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
      const inbox = inboxOf(core, personById(core, view.person), { site: view.site, text: view.text })
      if (kept.size > 200) kept.clear()
      kept.set(key, { at: clock(), changes, inbox })
      return inbox
    }
  }
}
