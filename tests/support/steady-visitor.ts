import type { EntryView, FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import { newKey } from './visitor.ts'

/**
 * A visitor's window over a real socket that never gives up: it keeps an outbox until every message is acknowledged, resumes by
 * its cursor, and remembers all it was told. What it believes at the end is compared with the file.
 */
export class SteadyVisitor {
  readonly acked = new Map<string, { seq: number; text: string }>()
  readonly seen = new Map<number, EntryView>()
  token: string | undefined
  /** Oldest first; `flying` were sent over this socket and not answered. */
  private readonly outbox = new Map<string, string>()
  private readonly flying = new Set<string>()
  private isResting = false
  private socket: WebSocket | null = null
  private epoch: string | undefined
  private c: string | undefined
  private seq = 0
  private isOver = false
  reconnects = -1
  faults: string[] = []

  constructor(
    private readonly url: string,
    private readonly site: string,
    private readonly origin: string,
    private readonly address: string
  ) {
    this.connect()
  }

  say(text: string): void {
    const key = newKey()
    this.outbox.set(key, text)
    this.pump()
  }

  /** At most twenty unanswered, in order; after a refusal nothing new until all are answered. */
  private pump(): void {
    if (this.isResting || this.socket?.readyState !== WebSocket.OPEN || this.token === undefined) return
    for (const [key, text] of this.outbox) {
      if (this.flying.size >= 20) return
      if (this.flying.has(key)) continue
      this.flying.add(key)
      this.send({ t: 'say', key, text })
    }
  }

  /** Settles when everything that was said is acknowledged, and it was told of `entries` after as many reconnects. */
  async settled({ reconnects = 0, entries = 0 } = {}): Promise<void> {
    for (let i = 0; this.outbox.size > 0 || this.reconnects < reconnects || this.seen.size < entries; i++) {
      if (i > 3_000) throw new Error(`${this.outbox.size} messages were never acknowledged; ${this.faults.join(' ')}`)
      await Bun.sleep(10)
    }
  }

  leave(): void {
    this.isOver = true
    this.socket?.close()
  }

  private connect(): void {
    if (this.isOver) return
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/v/live`, {
      headers: { origin: this.origin, 'x-forwarded-for': this.address, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36' }
    } as unknown as string[])
    this.socket = socket
    socket.onopen = () => {
      this.reconnects++
      this.send({ t: 'hello', v: 1, site: this.site, as: 'window', token: this.token, epoch: this.epoch, c: this.c, seq: this.c ? this.seq : undefined })
    }
    socket.onmessage = ({ data }) => this.hear(JSON.parse(String(data)) as ToVisitor)
    socket.onclose = () => {
      this.flying.clear()
      setTimeout(() => this.connect(), 20)
    }
    socket.onerror = () => {}
  }

  private hear(frame: ToVisitor): void {
    if (frame.t === 'hi' && frame.as === 'window') {
      this.token = frame.token ?? this.token
      this.epoch = frame.epoch
      for (const entry of frame.entries) this.see(entry)
      this.pump()
    }
    if (frame.t === 'entry') this.see(frame.entry)
    if (frame.t === 'entries') for (const entry of frame.entries) this.see(entry)
    if ((frame.t === 'hi' && frame.as === 'window') || frame.t === 'entries') if (frame.more && this.c) this.send({ t: 'after', c: this.c, seq: this.seq })
    if (frame.t === 'ack') {
      const text = this.outbox.get(frame.key)
      this.outbox.delete(frame.key)
      this.flying.delete(frame.key)
      if (text !== undefined) this.acked.set(frame.key, { seq: frame.seq, text })
    }
    if (frame.t === 'nak' && frame.key) this.refused(frame.key, frame.code)
    if (frame.t === 'ack') this.pump()
  }

  private refused(key: string, code: string): void {
    if (code !== 'rate' && code !== 'busy') this.faults.push(code)
    this.flying.delete(key)
    if (this.isResting) return
    this.isResting = true
    setTimeout(() => {
      this.isResting = false
      this.pump()
    }, 50)
  }

  private see(entry: EntryView): void {
    const before = this.seen.get(entry.seq)
    if (before && JSON.stringify({ ...before, file: null }) !== JSON.stringify({ ...entry, file: null })) this.faults.push(`${entry.seq} changed`)
    this.seen.set(entry.seq, entry)
    this.c = entry.c
    // The cursor only moves over what is held without a gap.
    while (this.seen.has(this.seq + 1)) this.seq++
  }

  private send(frame: FromVisitor): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame))
  }
}
