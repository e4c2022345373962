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
  get(path: string): Promise<string>
  /** Opens a page as a browser would: `hear` gets what is pushed to it. */
  open(path: string, hear: (text: string) => void): Promise<WebSocket>
}

/** The owner, signed in once; every page that is opened is a tab of its own. */
export async function openAgent(url: string): Promise<Agent> {
  const from = { origin: url, 'user-agent': chrome, 'x-forwarded-for': '10.255.0.1' }
  const form = new URLSearchParams({ name: owner.email, password: owner.password })
  const answer = await fetch(`${url}/login`, { method: 'POST', body: form, redirect: 'manual', headers: from })
  const cookie = /^([^=]+=[^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (!cookie) throw new Error(`login failed: ${answer.status}`)
  const headers = { ...from, cookie }
  const get = async (path: string) => {
    const page = await fetch(`${url}${path}`, { headers })
    if (!page.ok) throw new Error(`${path}: ${page.status}`)
    return page.text()
  }
  return {
    get,
    async open(path, hear) {
      const tab = /data-tab="([\w-]{22})"/.exec(await get(path))?.[1]
      if (!tab) throw new Error(`${path} prints no tab`)
      const socket = new WebSocket(`${url.replace('http', 'ws')}/live?tab=${tab}`, { headers } as unknown as string[])
      return new Promise((resolve, reject) => {
        socket.onopen = () => resolve(socket)
        socket.onmessage = ({ data }) => hear(String(data))
        socket.onerror = () => reject(new Error('no agent socket'))
      })
    }
  }
}
