/*
 * What an agent has sent and the server has not acknowledged. Every message has a key of its own, is kept where it outlives the page, and is
 * sent again until the server has answered: the same key twice is one message there. Messages of one conversation go one after the other.
 */

export type Sending = {
  key: string
  conversation: number
  text: string
  /** Public id of an uploaded file. */
  file: string | null
  /** How the file is called and whether it is a picture, to show while it waits. */
  fileName: string | null
  /** Orders what one person sent. */
  at: number
  /** The sentence of a refusal: then only the person can send it again. */
  refused: string | null
  /** The tab that sends it, and until when it may be believed to be alive. */
  tab: string
  until: number
}

export type Shelf = { all(): Sending[]; put(sending: Sending): void; remove(key: string): void }

export type Answer =
  | { outcome: 'accepted' }
  | { outcome: 'refused'; because: string }
  /** No network, no server, too fast: to be sent again, after `wait` ms when the server named a time. */
  | { outcome: 'later'; wait: number | null }
  | { outcome: 'signed-out' }

export type OutboxNeeds = {
  shelf: Shelf
  tab: string
  send(sending: Sending): Promise<Answer>
  now(): number
  /** Runs `work` after some ms; returns the way to call it off. */
  after(ms: number, work: () => void): () => void
  /** Something is shown differently now: a message more, less, or refused. */
  changed(conversation: number): void
  chance(): number
}

export type Outbox = {
  add(message: Pick<Sending, 'key' | 'conversation' | 'text' | 'file' | 'fileName'>): void
  of(conversation: number): Sending[]
  resend(key: string): void
  discard(key: string): void
  /** Tries now whatever waits: the network is back, or somebody has signed in again. */
  wake(): void
  /** Leaves everything to the next page. */
  release(): void
  isEmpty(): boolean
}

/** How long a tab may be silent before another one sends what it left, ms: longer than one try. */
const lease = 30_000
const firstWait = 1_000
const longestWait = 15_000

export function createOutbox(needs: OutboxNeeds): Outbox {
  const { shelf, tab, now, after, changed, chance } = needs
  let isSending = false
  let tries = 0
  let callOff: (() => void) | null = null

  const sorted = () => shelf.all().sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const change = (sending: Sending) => {
    shelf.put(sending)
    changed(sending.conversation)
  }

  function next(): Sending | null {
    const waiting = sorted()
    const stopped = new Set(waiting.filter((sending) => sending.tab !== tab && sending.until > now()).map((sending) => sending.conversation))
    return waiting.find((sending) => sending.refused === null && !stopped.has(sending.conversation)) ?? null
  }

  async function pump(): Promise<void> {
    if (isSending) return
    callOff?.()
    callOff = null
    isSending = true
    let answer: Answer | null = null
    try {
      for (let sending = next(); sending; sending = next()) {
        const mine = { ...sending, tab, until: now() + lease }
        shelf.put(mine)
        answer = await needs.send(mine)
        if (answer.outcome === 'later' || answer.outcome === 'signed-out') break
        tries = 0
        settle(mine, answer)
      }
    } finally {
      isSending = false
    }
    again(answer)
  }

  function settle(sending: Sending, answer: Answer): void {
    if (answer.outcome === 'refused') {
      change({ ...sending, refused: answer.because })
      return
    }
    shelf.remove(sending.key)
    changed(sending.conversation)
  }

  /** After signing out only `wake` goes on. Otherwise: what waits is tried again, what another tab has is looked at when that tab should have answered. */
  function again(answer: Answer | null): void {
    if (answer?.outcome === 'signed-out') return
    const open = sorted().filter((sending) => sending.refused === null)
    if (open.length === 0) return
    for (const conversation of new Set(open.map((sending) => sending.conversation))) changed(conversation)
    callOff = after(answer?.outcome === 'later' ? pause(answer.wait) : lease, () => void pump())
  }

  function pause(wait: number | null): number {
    tries += 1
    const most = Math.min(longestWait, firstWait * 2 ** Math.min(10, tries))
    return wait ?? firstWait / 2 + chance() * most
  }

  return {
    add({ key, conversation, text, file, fileName }) {
      change({ key, conversation, text, file, fileName, at: now(), refused: null, tab, until: now() + lease })
      void pump()
    },
    of: (conversation) => sorted().filter((sending) => sending.conversation === conversation),
    resend(key) {
      const sending = shelf.all().find((one) => one.key === key)
      if (!sending) return
      change({ ...sending, refused: null, tab, until: now() + lease })
      tries = 0
      void pump()
    },
    discard(key) {
      const sending = shelf.all().find((one) => one.key === key)
      if (!sending) return
      shelf.remove(key)
      changed(sending.conversation)
    },
    wake() {
      tries = 0
      void pump()
    },
    release() {
      for (const sending of shelf.all()) if (sending.tab === tab) shelf.put({ ...sending, until: 0 })
    },
    isEmpty: () => shelf.all().length === 0
  }
}

/** 22 characters, 128 bits: works where there is no secure context. */
export function newKey(random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes)): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}
