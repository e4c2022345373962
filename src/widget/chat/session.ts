import type { EntryView, FromVisitor, protocol, SiteView, Snapshot, ToVisitor } from '#src/web/visitor/frames.ts'
import { type Line, openLine } from '../link/line.ts'
import { randomCharacters } from '../link/random.ts'
import type { Store } from '../link/store.ts'
import { type Log, makeLog, type Place } from './log.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import type { PageData } from './page-data.ts'

const version: typeof protocol = 1

type WindowHi = Extract<ToVisitor, { t: 'hi'; as: 'window' }>
export type Me = WindowHi['me']
export type Leave = Extract<FromVisitor, { t: 'leave' }>

/** Whom this window speaks for. */
export type Identity = { token: string | null; page: string | null; lang: string | null; framed: boolean }

/** The window's side of the talk: what is known, and what can be said. */
export type Session = {
  log: Log
  outbox: Outbox
  site(): SiteView
  snapshot(): Snapshot | null
  me(): Me
  /** Older entries exist before the first held one. */
  earlier(): boolean
  /** Whether `hi` was heard on the present line. */
  isOpen(): boolean
  /** Refused for good. */
  isOver(): boolean
  send(frame: FromVisitor): boolean
  askEarlier(): void
  /** The identity changed, or is there at last. */
  begin(): void
  line: Line
}

export type SessionOptions = {
  data: PageData
  identity: Identity
  store: Store
  /** Where this visitor's things are kept. */
  prefix(): string
  changed(): void
  /** New entries at the end, in order; not those of the first answer. */
  arrived(entries: EntryView[]): void
  typing(): void
  fileRenewed(id: string, url: string): void
  /** A new token came (top level), or the held one is not known (framed). */
  token(token: string | null): void
  greeted(first: boolean): void
  /** A message that was to be left was not taken: which field, and why. */
  leaveRefused(frame: Leave, field: string, text: string): void
}

export function makeSession(options: SessionOptions): Session {
  const { data, identity } = options
  const log = makeLog()
  let site = data.site
  let snapshot: Snapshot | null = null
  let me: Me = { name: null, email: null, phone: null }
  let epoch: string | undefined
  let earlier = false
  let askingEarlier = false
  let askingAfter = false
  let open = false
  let over = false

  const line = openLine({ base: data.base, hello, hear, changed: lineChanged })
  const outbox = makeOutbox({
    store: options.store,
    prefix: () => `${options.prefix()}out:`,
    send: line.send,
    newKey: () => randomCharacters(22),
    now: Date.now,
    later: (work, wait) => window.setTimeout(work, wait),
    changed: options.changed
  })

  function hello() {
    if (identity.framed && !identity.token) return null
    const held = epoch ? log.last() : null
    return {
      t: 'hello' as const,
      v: version,
      site: data.key,
      as: 'window' as const,
      token: identity.token || undefined,
      framed: identity.framed || undefined,
      page: identity.page || undefined,
      visible: !document.hidden,
      lang: identity.lang || data.language,
      epoch: held ? epoch : undefined,
      c: held ? held.c : undefined,
      seq: held ? held.seq : undefined
    }
  }

  function lineChanged(state: 'open' | 'lost' | 'over'): void {
    open = state === 'open'
    over = state === 'over'
    askingEarlier = false
    askingAfter = false
    options.changed()
  }

  function hear(frame: ToVisitor): void {
    if (frame.t === 'hi' && frame.as === 'window') greet(frame)
    else if (frame.t === 'ack') acknowledged(frame)
    else if (frame.t === 'nak') refused(frame)
    else if (frame.t === 'entry') arrived([frame.entry])
    else if (frame.t === 'entries') page(frame)
    else if (frame.t === 'state') snapshot = frame.snapshot
    else if (frame.t === 'typing') options.typing()
    else if (frame.t === 'file') options.fileRenewed(frame.id, frame.url)
    options.changed()
  }

  function greet(hi: WindowHi): void {
    const first = epoch === undefined
    if (hi.token) {
      identity.token = hi.token
      options.token(hi.token)
    }
    site = hi.site
    me = hi.me
    snapshot = hi.snapshot
    epoch = hi.epoch
    if (hi.reset) log.clear()
    if (first || hi.reset) {
      log.after(hi.entries)
      earlier = hi.earlier
    } else arrived(hi.entries)
    if (hi.more) askAfter(log.last())
    outbox.settle(log.hasKey)
    options.greeted(first)
    outbox.opened()
  }

  function arrived(entries: EntryView[]): void {
    const gap = log.after(entries)
    outbox.settle(log.hasKey)
    if (gap) askAfter(gap)
    else options.arrived(entries)
  }

  function page({ entries, more, earlier: older, way }: Extract<ToVisitor, { t: 'entries' }>): void {
    if (way === 'after') {
      askingAfter = false
      arrived(entries)
      if (more) askAfter(log.last())
      return
    }
    askingEarlier = false
    earlier = older
    log.before(entries)
  }

  /** Once: everything that comes while the answer is on its way would ask again. */
  function askAfter(place: Place | null): void {
    if (!place || askingAfter) return
    askingAfter = line.send({ t: 'after', c: place.c, seq: place.seq })
  }

  /** The message stands where the server put it, even if its own entry is still on the way. */
  function acknowledged({ key, c, seq, at }: Extract<ToVisitor, { t: 'ack' }>): void {
    const parcel = outbox.acknowledged(key)
    if (!parcel || parcel.file || log.hasKey(key)) return
    const { text = '' } = parcel.frame
    arrived([{ c, seq, at, kind: 'message', by: 'visitor', agent: null, key, text, file: null }])
  }

  function refused(nak: Extract<ToVisitor, { t: 'nak' }>): void {
    if (nak.code === 'unknown_token') return unknown()
    if (!nak.key) return
    const parcel = outbox.list().find(({ frame }) => frame.key === nak.key)
    outbox.refused(nak.key, nak.code, nak.wait || 1, nak.text || '')
    if (parcel && parcel.state === 'failed' && parcel.frame.t === 'leave') options.leaveRefused(parcel.frame, nak.field || 'text', nak.text || '')
  }

  function unknown(): void {
    identity.token = null
    options.token(null)
    if (!identity.framed) line.again()
  }

  return {
    log,
    outbox,
    line,
    site: () => site,
    snapshot: () => snapshot,
    me: () => me,
    earlier: () => earlier,
    isOpen: () => open,
    isOver: () => over,
    send: line.send,
    askEarlier() {
      const first = log.first()
      if (!earlier || askingEarlier || !first) return
      askingEarlier = line.send({ t: 'before', c: first.c, seq: first.seq })
    },
    begin: () => line.again()
  }
}
