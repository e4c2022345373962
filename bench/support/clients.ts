import { randomBytes } from 'node:crypto'
import { origin, owner } from './appliance.ts'

export const newKey = (): string => randomBytes(16).toString('base64url')
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

export type Frame = { t: string; [name: string]: unknown }

/** A visitor's link with an address of its own; resolves when its hello was answered. */
export function openVisitor(url: string, site: string, n: number, as: 'page' | 'window', hear: (frame: Frame) => void): Promise<WebSocket> {
  const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v/live`, {
    headers: { origin, 'x-forwarded-for': address, 'user-agent': chrome, 'accept-language': 'zh-CN' }
  } as unknown as string[])
  return new Promise((resolve, reject) => {
    socket.onopen = () =>
      socket.send(JSON.stringify({ t: 'hello', v: 1, site, as, page: newKey(), url: `${origin}/p/${n % 50}`, title: `Page ${n % 50}`, visible: true }))
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as Frame
      if (frame.t === 'hi') resolve(socket)
      hear(frame)
    }
    socket.onclose = ({ code }) => reject(new Error(`closed ${code}`))
    socket.onerror = () => reject(new Error('no socket'))
  })
}

export type Agent = {
  cookie: string
  tab: string
  get(path: string): Promise<string>
  post(path: string, body: Record<string, string>): Promise<Response>
  listen(hear: (text: string) => void): Promise<WebSocket>
}

/** Signs the owner in and opens a page; the tab is the one that page was printed for. */
export async function openAgent(url: string): Promise<Agent> {
  const form = new URLSearchParams({ name: owner.email, password: owner.password })
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url, 'user-agent': chrome, 'x-forwarded-for': '10.255.0.1' }
  })
  const cookie = /^([^=]+=[^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (!cookie) throw new Error(`login failed: ${answer.status}`)
  const headers = { cookie, origin: url, 'user-agent': chrome, 'x-forwarded-for': '10.255.0.1' }
  const page = await fetch(`${url}/conversations`, { headers }).then((reply) => reply.text())
  const tab = /data-tab="([\w-]{22})"/.exec(page)?.[1] ?? ''
  return {
    cookie,
    tab,
    get: (path) => fetch(`${url}${path}`, { headers: { ...headers, 'x-tab': tab } }).then((reply) => reply.text()),
    post: (path, body) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        body: new URLSearchParams(body),
        redirect: 'manual',
        headers: { ...headers, 'x-tab': tab, 'hx-request': 'true' }
      }),
    listen: (hear) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/live?tab=${tab}`, { headers } as unknown as string[])
        socket.onopen = () => resolve(socket)
        socket.onmessage = ({ data }) => hear(String(data))
        socket.onerror = () => reject(new Error('no agent socket'))
      })
  }
}
