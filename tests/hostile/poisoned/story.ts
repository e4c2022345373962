import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { png } from '#tests/support/files.ts'
import { newKey } from '#tests/support/visitor.ts'
import { chrome, RawVisitor, shopOrigin, until } from '../open-port.ts'

export const password = 'a small boat at dawn'

/** One step of a day at the shop and how it was answered: a status, frames, or what went wrong. */
export type Told = Map<string, string>
type Caller = (path: string, how?: { fields?: Record<string, string>; method?: string; body?: BodyInit; headers?: Record<string, string> }) => Promise<Response>

const patience = 3_000
/** A step is tried again until it is answered as usual: each try meets the next function that throws. */
const mostTries = 120
/** Told by a reaction, which may be lost: the next look at sessions does it then. */
const last = 'desk, signed out'
const pages = [
  ...['/', '/conversations', '/conversations/list', '/visitors', '/visitors/rows', '/closed', '/closed?q=茶', '/left-messages', '/counters'],
  ...['/admin/sites', '/admin/sites/1', '/admin/people', '/admin/people/1', '/profile', '/profile/sessions', '/settings', '/welcome'],
  ...['/help/zh-CN/running', '/demo', '/demo/cart', '/w.js', '/nothing']
]

/** Every try comes from somewhere else, so that no limit is met. */
let tries = 0
const address = () => `10.${(tries >> 16) & 255}.${(tries >> 8) & 255}.${tries & 255}`

/** A day at the shop: everybody does everything once, each step again and again until it is answered as on the usual day. */
export async function day(url: string, folder: string, usual: Told = new Map()): Promise<{ told: Told; strange: string[] }> {
  const told: Told = new Map()
  const strange: string[] = []
  const ask: Caller = (path, { fields, method, body, headers } = {}) =>
    fetch(url + path, {
      method: method ?? (fields || body ? 'POST' : 'GET'),
      body: fields ? new URLSearchParams(fields) : body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { 'x-forwarded-for': address(), origin: url, 'user-agent': chrome, ...headers }
    })
  const step = async (name: string, work: () => Promise<unknown>) => {
    for (let n = 0; n < (usual.size === 0 ? 1 : mostTries); n++) {
      tries++
      const answer = await work().then(String, (error) => (error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : `broke off: ${error}`))
      told.set(name, answer)
      if (/says|no answer/.test(answer) && name !== last) strange.push(`${name}: ${answer}`)
      if (answer === usual.get(name) || name === last) return
      if (answer.startsWith('429')) await Bun.sleep(300)
    }
  }

  let cookie = ''
  await step('sign in', async () => {
    const answer = await ask('/login', { fields: { name: 'chen@tea.example', password } })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return answer.status
  })
  const own: Caller = (path, how) => ask(path, { ...how, headers: { cookie, ...how?.headers } })
  const read = (sql: string) => look<{ value: string }>(folder, sql)?.value ?? ''
  const key = read('select key as value from sites')
  for (const path of pages) await step(`open ${path}`, async () => statusOf(await own(path)))
  await step('the window', async () => statusOf(await ask(`/c/${key}?o=${encodeURIComponent(shopOrigin)}`)))
  await step('look', async () => statusOf(await own('/profile/look', { fields: { theme: 'dark', density: 'tight', text: 'large' } })))
  await step('notices', async () => statusOf(await own('/profile/notices', { fields: { sound: '1' } })))
  await step('status', async () => statusOf(await own('/profile/status', { fields: { status: 'online' } })))
  await step('invite', async () =>
    statusOf(
      await own('/admin/people', { fields: { nickname: '小林', jobNumber: '', email: `p${tries}@tea.example`, phone: '', language: 'zh-CN', role: 'agent' } })
    )
  )
  await step('origin', async () => statusOf(await own('/admin/sites/1/origins', { fields: { origin: `https://s${tries}.example` } })))

  const tab = newKey()
  const desks: WebSocket[] = []
  await step('desk', () => {
    const headers = { cookie, origin: url, 'x-forwarded-for': address() }
    const desk = new WebSocket(`${url.replace('http', 'ws')}/live?tab=${tab}`, { headers } as unknown as string[])
    desks.push(desk)
    return ended(desk, 'open')
  })

  let token = ''
  await step('page', () =>
    within(async () => {
      const page = await RawVisitor.open(url, { address: address() })
      const hi = await page.hello(key, { as: 'page', page: newKey(), referrer: 'https://www.baidu.com/s?wd=x' })
      token = hi.token ?? ''
      page.send({ t: 'page', url: `${shopOrigin}/two`, title: '二' })
      page.send({ t: 'visible', on: false })
      page.send({ t: 'ping' })
      await page.hear('pong')
      page.leave()
      return page.heard.map(({ t }) => t).join()
    })
  )
  let c = ''
  await step('window', () =>
    within(async () => {
      const window = await RawVisitor.open(url, { address: address(), origin: url })
      await window.hello(key, { token })
      window.send({ t: 'say', key: newKey(), text: '在吗' })
      await until(() => window.ended !== null || window.heard.some(({ t }) => t === 'ack' || t === 'nak'))
      const ack = window.heard.find((frame) => frame.t === 'ack')
      if (ack?.t !== 'ack') return window.heard.map((frame) => frame.t).join()
      c = ack.c
      for (const frame of [
        { t: 'typing', text: '茶' },
        { t: 'got', c, seq: 1 },
        { t: 'read', c, seq: 1 },
        { t: 'after', c, seq: 0 },
        { t: 'before', c, seq: 9 },
        { t: 'ping' }
      ])
        window.send(frame)
      await window.hear('pong')
      window.leave()
      return [...new Set(window.heard.map(({ t }) => t))].sort().join()
    })
  )
  await step('over HTTP', async () => {
    const headers = { 'content-type': 'application/json' }
    const hello = { t: 'hello', v: 1, site: key, as: 'window', token }
    const answer = await ask('/v/link', { body: JSON.stringify({ frames: [hello, { t: 'say', key: newKey(), text: '二' }] }), headers })
    const { link = '', frames = [] } = (await answer.json()) as { link?: string; frames?: { t: string }[] }
    const waited = await ask('/v/link', { body: JSON.stringify({ frames: [{ t: 'ping' }] }), headers: { ...headers, 'x-kefu-link': link } })
    return `${frames.map(({ t }) => t).join()} ${waited.status}`
  })
  await step('a file', async () => {
    const sent = await ask('/v/files', {
      body: png() as Uint8Array<ArrayBuffer>,
      headers: { 'x-kefu-site': key, 'x-kefu-visitor': token, 'x-file-name': 'tea.png' }
    })
    return sent.status
  })
  await step('plain form', async () => statusOf(await ask(`/c/${key}`, { fields: { key: newKey(), text: '留言', email: 'a@b.example' } })))

  const id = read(`select max(id) as value from conversations where kind = 'chat'`)
  await step('accept', async () => statusOf(await own(`/conversations/${id}/acceptance`, { fields: {} })))
  await step('thread', async () => statusOf(await own(`/conversations/${id}`)))
  await step('entries', async () => statusOf(await own(`/conversations/${id}/entries?before=100`, { headers: { 'hx-request': 'true', 'x-tab': tab } })))
  await step('draft', async () => statusOf(await own(`/conversations/${id}/draft`, { fields: { text: '茶' } })))
  await step('reply', async () =>
    statusOf(await own(`/conversations/${id}/messages`, { fields: { text: '您好', key: newKey() }, headers: { 'hx-request': 'true', 'x-tab': tab } }))
  )
  await step('reading', async () => statusOf(await own(`/conversations/${id}/reading`, { fields: { seq: '2' } })))
  await step('close', async () => statusOf(await own(`/conversations/${id}/closing`, { fields: {} })))
  await step('reopen', async () => statusOf(await own(`/conversations/${id}/closing`, { method: 'DELETE' })))
  await step('health', async () => `${(await ask('/healthz')).status} ${(await ask('/readyz')).status}`)
  // One that was signed out by an answer that broke off is signed out.
  await step('sign out', async () => (await statusOf(await own('/logout', { fields: {} }))).replace('401', '303'))
  await step(last, async () => (await Promise.all(desks.map((desk) => ended(desk, 'close')))).at(-1))
  return { told, strange }
}

/** The status, and what no answer may say. */
async function statusOf(answer: Response): Promise<string> {
  const text = answer.status < 400 ? '' : await answer.text()
  return `${answer.status}${/poison|\.tsx?\b.*:\d+|at .*\(/.test(text) ? ` says ${text.slice(0, 200)}` : ''}`
}

function ended(socket: WebSocket, how: 'open' | 'close'): Promise<string> {
  const isDone = () => socket.readyState === (how === 'open' ? WebSocket.OPEN : WebSocket.CLOSED)
  return within(async () => {
    while (!isDone() && socket.readyState !== WebSocket.CLOSED) await Bun.sleep(5)
    return String(socket.readyState)
  })
}

function within(work: () => Promise<string>): Promise<string> {
  const late = new Promise<string>((done) => setTimeout(done, patience, 'no answer'))
  return Promise.race([work(), late])
}

function look<Row>(folder: string, sql: string): Row | null {
  const db = new Database(join(folder, 'data/kefu.db'), { readonly: true })
  try {
    return db.query<Row, []>(sql).get()
  } finally {
    db.close()
  }
}
