import { addedAfter, type Entry, type HistoryPage, lastForVisitor, olderForVisitor, unreadByVisitor } from '#src/conversations/index.ts'
import { commonDomain } from '#src/platform/origin.ts'
import { publicIdFrom } from '#src/platform/tokens.ts'
import type { OpenSite } from '#src/sites/index.ts'
import { isLanguage, type Language, nearestLanguage, textsUnder } from '#src/texts/index.ts'
import { contactOf, type Guest } from '#src/visitors/index.ts'
import type { Hello } from './arrival.ts'
import type { VisitorDoors } from './doors.ts'
import { epochText } from './epoch.ts'
import type { EntryView, FromVisitor, ToVisitor } from './frames.ts'
import { entryView, siteView, snapshotOf } from './views.ts'

/** Entries in one frame; more are asked for. */
const perPage = 50

/** What the page asks for, else the site's language. */
export function languageOf(hello: Hello, site: OpenSite): Language {
  if (hello.lang === undefined || hello.lang === '') return site.language
  return isLanguage(hello.lang) ? hello.lang : nearestLanguage(hello.lang)
}

export function greetPage({ house, team }: VisitorDoors, site: OpenSite, guest: Guest, language: Language, token: string | undefined): ToVisitor {
  return {
    t: 'hi',
    as: 'page',
    token,
    epoch: epochText(house.core),
    site: siteView(site, language),
    unread: guest.visitorId === null ? 0 : unreadByVisitor(house.core, guest.visitorId),
    reach: team.reach(),
    cookie: commonDomain(site.origins),
    texts: textsUnder(language, 'chat.launcher')
  }
}

export function greetWindow(doors: VisitorDoors, site: OpenSite, guest: Guest, language: Language, token: string | undefined, hello: Hello): ToVisitor {
  const { house, team } = doors
  const resumed = resume(doors, guest, hello)
  const page = resumed ?? (guest.visitorId === null ? { entries: [], more: false } : lastForVisitor(house.core, guest.visitorId, perPage))
  const isFresh = resumed === null
  return {
    t: 'hi',
    as: 'window',
    token,
    epoch: epochText(house.core),
    site: siteView(site, language),
    snapshot: snapshotOf(house, team, guest.visitorId),
    entries: viewsOf(doors, guest, page.entries),
    more: !isFresh && page.more,
    earlier: isFresh && page.more,
    reset: isFresh && hello.c !== undefined,
    me: guest.visitorId === null ? { name: null, email: null, phone: null } : contactOf(house.core, guest.visitorId)
  }
}

/** A page of history as the window asked for it; null when it names nothing of this visitor's. */
export function historyFrame(doors: VisitorDoors, guest: Guest, frame: Extract<FromVisitor, { t: 'after' | 'before' }>): ToVisitor | null {
  const id = publicIdFrom(frame.c)
  if (guest.visitorId === null || id === null) return null
  const { core } = doors.house
  const page = frame.t === 'after' ? addedAfter(core, guest.visitorId, id, frame.seq, perPage) : olderForVisitor(core, guest.visitorId, id, frame.seq, perPage)
  if (!page) return null
  return {
    t: 'entries',
    way: frame.t,
    entries: viewsOf(doors, guest, page.entries),
    more: frame.t === 'after' && page.more,
    earlier: frame.t === 'before' && page.more
  }
}

/** What was added since the cursor, when it is of this file's epoch and this visitor's. */
function resume({ house }: VisitorDoors, guest: Guest, hello: Hello): HistoryPage | null {
  const id = publicIdFrom(hello.c)
  if (guest.visitorId === null || id === null || hello.seq === undefined || hello.epoch !== epochText(house.core)) return null
  return addedAfter(house.core, guest.visitorId, id, hello.seq, perPage)
}

function viewsOf({ house }: VisitorDoors, guest: Guest, entries: Entry[]): EntryView[] {
  const { visitorId } = guest
  return visitorId === null ? [] : entries.flatMap((entry) => entryView(house, { publicId: entry.conversation, visitorId }, entry) ?? [])
}
