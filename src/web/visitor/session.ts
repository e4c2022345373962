import { conversationOfVisitor, markByVisitor, unreadByVisitor } from '#src/conversations/index.ts'
import { publicIdFrom } from '#src/platform/tokens.ts'
import type { Link } from '#src/realtime/index.ts'
import { type OpenSite, siteByKey } from '#src/sites/index.ts'
import { type Guest, isCrawler } from '#src/visitors/index.ts'
import { signFileAddress } from '#src/web/files/index.ts'
import { arrive, type Hello, pageOf } from './arrival.ts'
import { addressKey, type Caller, type Carrier, type VisitorDoors } from './doors.ts'
import type { FromVisitor, ToVisitor } from './frames.ts'
import { greetPage, greetWindow, languageOf } from './greeting.ts'
import { turnPage } from './history.ts'
import { maskNumbers } from './mask.ts'
import { isOpenTo, mayOpen } from './origins.ts'
import { readFrame } from './read-frame.ts'
import { speak, type Voice } from './speaking.ts'

/** One visitor's link, over whatever carrier: what it says comes in as text, what it hears goes out as frames. */
export type VisitorSession = {
  receive(data: string): void
  closed(): void
  /** Whether its hello was answered: links that never say one are closed after five seconds. */
  isOpen(): boolean
}

type Opened = Voice & { link: Link<ToVisitor>; page: string | null /** Whose frames are counted together. */; paceKey: string }

/** So many frames too fast end the link. */
const mostStrikes = 3
/** More tabs than anybody looks at. */
const mostLinks = 30
/** Until a tab that had to make room may come back, ms. */
const roomAfter = 60_000

export function openVisitorSession(doors: VisitorDoors, caller: Caller, carrier: Carrier): VisitorSession {
  const { core, presence, links } = doors.house
  const address = addressKey(caller)
  let opened: Opened | null = null
  let isClosed = false
  let strikes = 0

  function receive(data: string): void {
    if (isClosed) return
    if (doors.limits.frames.take(opened ? opened.paceKey : address) > 0) return strike()
    const frame = readFrame(data)
    if ('nak' in frame) return carrier.send({ t: 'nak', code: frame.nak, key: frame.key })
    if (opened) return hear(doors, opened, frame)
    if (frame.t !== 'hello') return close(4401, 'hello first')
    hello(frame)
  }

  function hello(frame: Hello): void {
    const site = siteByKey(core, frame.site)
    if (!site || !mayOpen(doors, caller, site) || isCrawler(caller.userAgent)) return goodbye()
    const arrived = arrive(doors, caller, site, frame)
    if (arrived === null) {
      carrier.send({ t: 'nak', code: 'unknown_token' })
      return close(1000, 'unknown token')
    }
    if (typeof arrived === 'number') {
      carrier.send({ t: 'bye', because: 'slow', wait: arrived })
      return close(4429, 'too many new visitors')
    }
    opened = enter(doors, caller, carrier, frame, site, arrived.guest)
    const { guest, language } = opened
    carrier.send(frame.as === 'page' ? greetPage(doors, site, guest, language, arrived.token) : greetWindow(doors, site, guest, language, arrived.token, frame))
  }

  /** Nothing here, quietly. Unknown, hidden and foreign are one answer: a key cannot be guessed by its refusals. */
  function goodbye(): void {
    carrier.send({ t: 'bye', because: 'gone', wait: 0 })
    close(1008, 'not here')
  }

  function strike(): void {
    carrier.send({ t: 'nak', code: 'rate', wait: 1 })
    if (++strikes >= mostStrikes) close(4429, 'too fast')
  }

  function close(code: number, reason: string): void {
    isClosed = true
    carrier.close(code, reason)
  }

  return {
    receive,
    isOpen: () => opened !== null,
    closed() {
      isClosed = true
      if (!opened) return
      links.leave(opened.guest.id, opened.link)
      presence.leave(opened.guest, opened.page, core.now())
      opened = null
    }
  }
}

/** The link takes its place: a loader's page is seen, a window belongs to its loader's page or, alone, is one itself. */
function enter(doors: VisitorDoors, caller: Caller, carrier: Carrier, frame: Hello, site: OpenSite, guest: Guest): Opened {
  const { core, presence, links } = doors.house
  const page = frame.page ?? (frame.as === 'page' ? null : `window ${guest.id}`)
  const link: Link<ToVisitor> = { as: frame.as, page, send: carrier.send, close: carrier.close, mayStay: () => isStillOpen(core, caller, site) }
  makeRoom(doors, guest)
  if (page !== null && (frame.as === 'page' || !guest.open.has(page))) {
    presence.openPage(guest, page, { ...pageOf(frame, site), visible: frame.visible ?? true }, core.now())
  }
  presence.join(guest, page, core.now())
  links.join(guest.id, link)
  if (frame.as === 'page' && caller.origin && !caller.own) doors.notes.seen(site.id, caller.origin, pageOf(frame, site).url)
  return { guest, site, language: languageOf(frame, site), send: carrier.send, link, page, paceKey: `${addressKey(caller)} ${guest.id}` }
}

/** The tab that has been hidden for longest goes first, else the oldest. */
function makeRoom({ house: { links } }: VisitorDoors, guest: Guest): void {
  const open = links.of(guest.id)
  if (open.length < mostLinks) return
  const isHidden = ({ page }: Link<ToVisitor>) => page !== null && guest.open.get(page)?.visibleSince === null
  const going = open.find(isHidden) ?? open[0]
  going?.send({ t: 'bye', because: 'slow', wait: roomAfter })
  going?.close(1013, 'too many tabs')
}

function isStillOpen(core: VisitorDoors['house']['core'], caller: Caller, { key }: OpenSite): boolean {
  const site = siteByKey(core, key)
  return site !== null && isOpenTo(caller, site)
}

function hear(doors: VisitorDoors, opened: Opened, frame: FromVisitor): void {
  const { core, presence } = doors.house
  const { guest, page, link } = opened
  if (frame.t === 'ping') return opened.send({ t: 'pong' })
  if (frame.t === 'page') return goTo(doors, opened, frame)
  if (frame.t === 'visible') return page === null ? undefined : presence.show(guest, page, frame.on, core.now())
  if (frame.t === 'hello' || link.as === 'page') return opened.send({ t: 'nak', code: 'bad_request' })
  fromWindow(doors, opened, frame)
}

/** Each page may become a row: what comes faster than anybody turns pages is not followed. */
function goTo({ house, limits }: VisitorDoors, { guest, site, page }: Opened, frame: { url: string; title: string }): void {
  if (page === null || limits.pages.take(String(guest.id)) > 0) return
  house.presence.openPage(guest, page, { ...pageOf(frame, site), visible: true }, house.core.now())
}

function fromWindow(doors: VisitorDoors, opened: Opened, frame: Exclude<FromVisitor, { t: 'ping' | 'page' | 'visible' | 'hello' }>): void {
  switch (frame.t) {
    case 'say':
    case 'leave':
      return void speak(doors, opened, frame).catch((error) => breakOff(doors, opened, error))
    case 'typing':
      return type(doors, opened.guest, frame.text)
    case 'got':
    case 'read':
      return void mark(doors, opened.guest, frame)
    case 'after':
    case 'before':
      return turnPage(doors, opened, frame)
    case 'file':
      return opened.send(fileAddress(doors, opened.guest, frame.id))
  }
}

/** What went wrong past every answer: words without one come again over the next link. */
function breakOff({ house }: VisitorDoors, { link }: Opened, error: unknown): void {
  house.core.log.fault('visitor message', error)
  link.close(1011, 'fault')
}

/** Heard only by agents whose page shows the thread, and never kept. */
function type({ house, limits }: VisitorDoors, guest: Guest, text: string): void {
  if (guest.talk === null || guest.visitorId === null || limits.typing.take(String(guest.id)) > 0) return
  house.core.signal({ kind: 'visitor-typing', conversation: guest.talk.conversation, visitor: guest.visitorId, text: maskNumbers(text.slice(0, 1_000)) })
}

async function mark({ house: { core, links } }: VisitorDoors, guest: Guest, frame: { t: 'got' | 'read'; c: string; seq: number }): Promise<void> {
  const { visitorId } = guest
  const id = publicIdFrom(frame.c)
  if (visitorId === null || id === null) return
  try {
    await core.transact(() => {
      const conversation = conversationOfVisitor(core, visitorId, id)
      if (conversation) markByVisitor(core, conversation, frame.t === 'got' ? 'delivered' : 'read', frame.seq)
    })
    if (frame.t === 'read') links.send(guest.id, 'page', { t: 'unread', n: unreadByVisitor(core, visitorId), peek: null })
  } catch (error) {
    core.log.fault('read mark', error)
  }
}

/** Signed for whoever asks: the door looks whether the file is theirs. */
function fileAddress({ house }: VisitorDoors, guest: Guest, id: string): ToVisitor {
  if (guest.visitorId === null) return { t: 'nak', code: 'missing' }
  return { t: 'file', id, url: signFileAddress(house.secret, guest.visitorId, id, house.core.now()) }
}
