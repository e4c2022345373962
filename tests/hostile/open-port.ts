import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '#src/audit/index.ts'
import { setUp } from '#src/install/index.ts'
import { openSession, type Person } from '#src/people/index.ts'
import { type Config, usualConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { type Serving, startServing } from '#src/serving.ts'
import type { Site } from '#src/sites/index.ts'
import type { FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import { hire } from '#tests/support/chat.ts'

/** The appliance on a real port, as a stranger meets it: nothing of ours stands between its bytes and ours. */
export type OpenPort = {
  serving: Serving
  house: Serving['house']
  url: string
  site: Site
  owner: Person
  hua: Person
  /** Lines of the log that a running house should not write, and all of them. */
  faults: string[]
  lines: string[]
  /** Exact bytes sent, the answer that came back. */
  raw(bytes: string): Promise<string>
  visitor(how?: Knock): Promise<RawVisitor>
  cookie(person: Person): Promise<string>
  close(): Promise<void>
}

export type Knock = { origin?: string | null; address?: string; headers?: Record<string, string>; path?: string }

export const shopOrigin = 'https://tea.example'
export const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

const words = {
  nickname: '陈屿',
  email: 'chen@tea.example',
  passwordHash: 'none',
  siteName: '山间茶事',
  siteUrl: shopOrigin,
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai'
}

/** Behind a proxy on this machine that is believed, so that every visitor can have an address of its own. */
export async function openPort(config: Partial<Config> = {}): Promise<OpenPort> {
  const data = mkdtempSync(join(tmpdir(), 'kefu-hostile-'))
  const faults: string[] = []
  const lines: string[] = []
  const log = createLog((line) => {
    lines.push(line)
    if (line.includes('"fault"')) faults.push(line)
  })
  const serving = await startServing({ ...usualConfig, host: '127.0.0.1', port: 0, data, trustedProxies: ['127.0.0.1/32'], ...config }, log)
  const { core } = serving.house
  const url = `http://127.0.0.1:${new URL(serving.url).port}`
  const { owner, site } = await core.transact(() => setUp(core, command, { ...words, publicUrl: url }))
  const hua = await hire(core, '阿华', 'hua@tea.example')
  serving.house.hub.presume([owner.id, hua.id])
  return {
    serving,
    house: serving.house,
    url,
    site,
    owner,
    hua,
    faults,
    lines,
    raw: (bytes) => exchange(Number(new URL(url).port), bytes),
    visitor: (how = {}) => RawVisitor.open(url, how),
    async cookie(person) {
      const { token } = await core.transact(() => openSession(core, person.id, { address: '127.0.0.1', agent: 'test' }, false))
      return `sid=${token}`
    },
    async close() {
      await serving.stop()
      rmSync(data, { recursive: true, force: true })
    }
  }
}

/** What a request is answered with: its status, and its headers in lower case. */
export function answerOf(raw: string): { status: number; headers: Record<string, string>; body: string } {
  const [head = '', body = ''] = raw.split('\r\n\r\n')
  const [line = '', ...rest] = head.split('\r\n')
  const headers = rest.map((header) => [header.slice(0, header.indexOf(':')).toLowerCase(), header.slice(header.indexOf(':') + 1).trim()])
  return { status: Number(line.split(' ')[1]), headers: Object.fromEntries(headers), body }
}

/** A handshake as a browser would send it, with whatever is to be tried. */
export function handshake(path: string, headers: Record<string, string>): string {
  const all = { upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers }
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
}

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((done) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (piece) => {
      heard += piece.toString('latin1')
      if (isWhole(heard)) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => done(heard))
  })
}

function isWhole(raw: string): boolean {
  const end = raw.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /^content-length: (\d+)/im.exec(raw.slice(0, end))?.[1]
  return raw.startsWith('HTTP/1.1 101') || (length !== undefined && raw.length - end - 4 >= Number(length))
}

/** A visitor's socket with headers of our choice, that may say anything. */
export class RawVisitor {
  readonly heard: ToVisitor[] = []
  /** How it ended: the close code, 0 for a refused handshake; null while it is open. */
  ended: number | null = null
  private readonly socket: WebSocket

  private constructor(url: string, { origin = shopOrigin, address = '203.0.113.7', headers = {}, path = '/v/live' }: Knock) {
    const sent = { ...(origin !== null && { origin }), 'x-forwarded-for': address, 'user-agent': chrome, 'accept-language': 'zh-CN', ...headers }
    this.socket = new WebSocket(url.replace('http', 'ws') + path, { headers: sent } as unknown as string[])
    this.socket.onmessage = ({ data }) => void this.heard.push(JSON.parse(String(data)) as ToVisitor)
  }

  /** Settles when the handshake was answered, whatever the answer. */
  static open(url: string, how: Knock): Promise<RawVisitor> {
    const visitor = new RawVisitor(url, how)
    const { socket } = visitor
    let wasOpen = false
    return new Promise((done) => {
      socket.onopen = () => {
        wasOpen = true
        done(visitor)
      }
      socket.onclose = ({ code }) => {
        visitor.ended = wasOpen ? code : 0
        done(visitor)
      }
      socket.onerror = () => {}
    })
  }

  send(frame: FromVisitor | Record<string, unknown> | string | Uint8Array): void {
    this.socket.send(typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame))
  }

  /** The first frame of a kind that was not asked for before. */
  async hear<T extends ToVisitor['t']>(t: T): Promise<Extract<ToVisitor, { t: T }>> {
    await until(() => this.ended !== null || this.heard.some((frame) => frame.t === t))
    const at = this.heard.findIndex((frame) => frame.t === t)
    if (at < 0) throw new Error(`closed with ${this.ended} before any ${t}; heard ${JSON.stringify(this.heard)}`)
    return this.heard.splice(at, 1)[0] as Extract<ToVisitor, { t: T }>
  }

  async hello(site: string, more: Record<string, unknown> = {}): Promise<Extract<ToVisitor, { t: 'hi' }>> {
    this.send({ t: 'hello', v: 1, site, as: 'window', url: `${shopOrigin}/p/gaiwan`, title: '盖碗', ...more })
    return this.hear('hi')
  }

  /** The close code, once it has ended. */
  async end(): Promise<number> {
    await until(() => this.ended !== null)
    return this.ended ?? 0
  }

  leave(): void {
    this.socket.close()
  }
}

export async function until(isSo: () => boolean | Promise<boolean>, patience = 5_000): Promise<void> {
  const end = performance.now() + patience
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`never came to be: ${isSo}`)
    await Bun.sleep(5)
  }
}
