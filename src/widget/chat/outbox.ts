import type { FromVisitor, NakCode } from '#src/web/visitor/frames.ts'
import type { Store } from '../link/store.ts'

type Sendable = Extract<FromVisitor, { t: 'say' | 'leave' }>

/** What the bubble of a file shows until the server tells about it. */
export type OwnFile = {
  name: string
  kind: 'image' | 'audio' | 'video' | 'document'
  bytes: number
  width: number | null
  height: number | null
  preview: string | null
}

/** One message on its way. `taken`: acknowledged, and only still here until its entry arrives. */
export type Parcel = {
  frame: Sendable
  at: number
  file: OwnFile | null
  state: 'waiting' | 'sent' | 'taken' | 'failed'
  /** Why it failed, in the visitor's language. */
  because: string
}

/** The server keeps at most this many of one author unacknowledged. */
const inHand = 20
/** Longer than this (in seconds) is a no that people should see. */
const longestRest = 60

export type Outbox = {
  add(frame: Sendable, file?: OwnFile): void
  /** The line is open: everything that was not acknowledged goes again, oldest first. */
  opened(): void
  acknowledged(key: string): Parcel | null
  refused(key: string, code: NakCode, wait: number, because: string): void
  retry(key: string): void
  drop(key: string): void
  /** Those whose entry is in the log are done. */
  settle(isDone: (key: string) => boolean): void
  list(): Parcel[]
}

export type OutboxOptions = {
  store: Store
  /** Of this visitor and site; each message has a key of its own, so that two tabs never overwrite each other's. */
  prefix(): string
  send(frame: FromVisitor): boolean
  newKey(): string
  now(): number
  later(work: () => void, wait: number): void
  changed(): void
}

/** Messages until they are acknowledged: sent again for ever, lost never. */
export function makeOutbox({ store, prefix, send, newKey, now, later, changed }: OutboxOptions): Outbox {
  let parcels = load(store, prefix())
  let restUntil = 0

  function save(parcel: Parcel): void {
    store.set(prefix() + parcel.frame.key, JSON.stringify({ ...parcel, file: parcel.file && { ...parcel.file, preview: null } }))
  }

  function pump(): void {
    if (now() < restUntil) return
    const room = inHand - parcels.filter(({ state }) => state === 'sent').length
    for (const parcel of parcels.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room))) {
      if (!send(parcel.frame)) break
      parcel.state = 'sent'
    }
    changed()
  }

  function find(key: string): Parcel | undefined {
    return parcels.find(({ frame }) => frame.key === key)
  }

  /** Too fast or too busy is not a no: the same message goes again after the rest that was asked for. */
  function rest(parcel: Parcel, seconds: number): void {
    parcel.state = 'waiting'
    restUntil = Math.max(restUntil, now() + Math.max(1, seconds) * 1_000)
    later(pump, restUntil - now() + 10)
  }

  return {
    add(frame, file) {
      const parcel: Parcel = { frame, at: now(), file: file || null, state: 'waiting', because: '' }
      parcels.push(parcel)
      save(parcel)
      pump()
    },
    opened() {
      for (const parcel of parcels) if (parcel.state === 'sent') parcel.state = 'waiting'
      pump()
    },
    acknowledged(key) {
      store.remove(prefix() + key)
      const parcel = find(key)
      if (!parcel) return null
      parcel.state = 'taken'
      pump()
      return parcel
    },
    refused(key, code, wait, because) {
      const parcel = find(key)
      if (!parcel) return
      if ((code === 'rate' || code === 'busy') && wait <= longestRest) return rest(parcel, wait)
      parcel.state = 'failed'
      parcel.because = because
      // The server holds other content under this key, so this message needs one of its own.
      if (code === 'cmid_reused') rename(parcel)
      save(parcel)
      pump()
    },
    retry(key) {
      const parcel = find(key)
      if (!parcel) return
      parcel.state = 'waiting'
      parcel.because = ''
      save(parcel)
      pump()
    },
    drop(key) {
      store.remove(prefix() + key)
      parcels = parcels.filter(({ frame }) => frame.key !== key)
      changed()
    },
    settle(isDone) {
      for (const { frame } of parcels.filter(({ frame }) => isDone(frame.key))) store.remove(prefix() + frame.key)
      parcels = parcels.filter(({ frame }) => !isDone(frame.key))
    },
    list: () => parcels
  }

  function rename(parcel: Parcel): void {
    store.remove(prefix() + parcel.frame.key)
    parcel.frame = { ...parcel.frame, key: newKey() }
  }
}

/** What an earlier page of this visitor left behind, oldest first. */
function load(store: Store, prefix: string): Parcel[] {
  const parcels: Parcel[] = []
  for (const name of store.keys(prefix)) {
    try {
      const parcel = JSON.parse(store.get(name) || '') as Parcel
      parcels.push({ ...parcel, state: parcel.state === 'failed' ? 'failed' : 'waiting' })
    } catch {
      store.remove(name)
    }
  }
  return parcels.sort((a, b) => a.at - b.at)
}
