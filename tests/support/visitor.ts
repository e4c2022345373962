import { randomBytes } from 'node:crypto'
import { additionOf } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { createDeliveries } from '#src/web/visitor/deliveries.ts'
import { type Caller, visitorDoors } from '#src/web/visitor/doors.ts'
import type { EntryView, FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import { openVisitorSession } from '#src/web/visitor/session.ts'

/** A visitor's page or window without a browser: it keeps what it hears, and waits by turns of the loop, not by time. */
export class TestVisitor {
  readonly heard: ToVisitor[] = []
  closed: number | null = null
  private readonly session

  constructor(house: House, caller: Partial<Caller> = {}) {
    const from: Caller = { address: '203.0.113.7', origin: 'https://tea.example', own: false, userAgent: chrome, language: 'zh-CN', ...caller }
    this.session = openVisitorSession(visitorDoors(house), from, {
      send: (frame) => void this.heard.push(frame),
      close: (code) => {
        this.closed = code
        this.session.closed()
      }
    })
  }

  send(frame: FromVisitor | string): void {
    this.session.receive(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  leave(): void {
    this.session.closed()
  }

  /** The first frame of a kind that was not asked for before. */
  async hear<T extends ToVisitor['t']>(t: T): Promise<Extract<ToVisitor, { t: T }>> {
    for (let turn = 0; turn < 200; turn++) {
      const at = this.heard.findIndex((frame) => frame.t === t)
      if (at >= 0) return this.heard.splice(at, 1)[0] as Extract<ToVisitor, { t: T }>
      // A slow disk makes a commit wait by time.
      await (turn < 150 ? new Promise((next) => setImmediate(next)) : Bun.sleep(20))
    }
    throw new Error(`no ${t} came; heard ${JSON.stringify(this.heard)}`)
  }

  async hello(site: string, more: Partial<Extract<FromVisitor, { t: 'hello' }>> = {}): Promise<Extract<ToVisitor, { t: 'hi' }>> {
    this.send({ t: 'hello', v: 1, site, as: 'window', url: 'https://tea.example/p/gaiwan', title: '盖碗', ...more })
    return this.hear('hi')
  }

  async say(text: string, key = newKey()): Promise<Extract<ToVisitor, { t: 'ack' }>> {
    this.send({ t: 'say', key, text })
    return this.hear('ack')
  }

  /** Every entry that came alone, in order, so far. */
  entries(): EntryView[] {
    return this.heard.flatMap((frame) => (frame.t === 'entry' ? [frame.entry] : []))
  }
}

export const newKey = (): string => randomBytes(16).toString('base64url')
export const newPage = newKey

/** Lets visitors hear what happens, as reactions.ts does in the product. */
export function wireVisitors(house: House): void {
  const deliveries = createDeliveries(visitorDoors(house))
  house.core.listen((happened) => {
    const addition = happened.kind === 'entry-added' && additionOf(house.core, happened.conversation, happened.entry)
    if (addition) deliveries.entryAdded(addition)
    if (happened.kind === 'conversation-changed' || happened.kind === 'read-marked') deliveries.stateChanged(happened.conversation)
    if (happened.kind === 'agent-typing') deliveries.agentTyping(happened.conversation)
  })
  house.hub.watch(() => deliveries.teamChanged())
}

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
