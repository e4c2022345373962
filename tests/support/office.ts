import { type App, createApp } from '#src/app.ts'
import { command } from '#src/audit/index.ts'
import { createHouse, type House } from '#src/house.ts'
import { createSetupCode, setUp } from '#src/install/index.ts'
import { type Caller, invite, openSession, type Person, passwordByLink, personById, type RoleName } from '#src/people/index.ts'
import { type Config, usualConfig } from '#src/platform/config.ts'
import { createPasswords } from '#src/platform/passwords.ts'
import type { Site } from '#src/sites/index.ts'
import { type Bench, openBench } from './core.ts'

/** Hashing that costs nothing: tests are about who gets in, not about how long guessing takes. */
export const quickPasswords = () => createPasswords({ memoryCost: 8, timeCost: 1 })
export const password = 'a small boat at dawn'
export const home = 'http://localhost:8080'

/** An appliance in memory behind its doors. `setupCode` opens the first page while nobody has set it up. */
export type Office = Bench & { house: House; app: App; setupCode: string; ask: Ask }

export type Asked = {
  method?: string
  /** The session's token. */
  as?: string | null
  fields?: Record<string, string>
  headers?: Record<string, string>
  body?: BodyInit
  /** Sent as htmx does, for a part of the page. */
  htmx?: boolean
}
export type Ask = (path: string, asked?: Asked) => Promise<Response>

export function openOffice(config: Partial<Config> = {}): Office {
  const bench = openBench()
  const { code, check } = createSetupCode()
  const house = createHouse(bench.core, { ...usualConfig, ...config }, { geo: null, secret: new Uint8Array(32), passwords: quickPasswords(), setupCode: check })
  const app = createApp(house)
  return { ...bench, house, app, setupCode: code, ask: (path, asked) => app.fetch(requestOf(house, path, asked)) }
}

/** As a browser on our own page sends it. */
export function requestOf(house: House, path: string, { method, as = null, fields, headers = {}, body, htmx }: Asked = {}): Request {
  const base = house.publicUrl() ?? home
  const sent = fields ? new URLSearchParams(fields) : body
  const verb = method ?? (sent === undefined ? 'GET' : 'POST')
  const cookie = as === null ? null : `${base.startsWith('https:') ? '__Host-sid' : 'sid'}=${as}`
  return new Request(base + path, {
    method: verb,
    body: sent,
    redirect: 'manual',
    headers: {
      ...(cookie && { cookie }),
      ...(verb !== 'GET' && verb !== 'HEAD' && { origin: new URL(base).origin }),
      ...(htmx && { 'hx-request': 'true', 'hx-request-type': 'partial' }),
      ...headers
    }
  })
}

export type Staffed = Office & { owner: Person; administrator: Person; agent: Person; site: Site }

/** The same after set-up, with somebody of every role; all have `password`. */
export async function openStaffedOffice(config: Partial<Config> = {}): Promise<Staffed> {
  const office = openOffice(config)
  const { core, house } = office
  const passwordHash = await house.passwords.hash(password)
  const { owner, site } = await core.transact(() => setUp(core, command, { ...firstSite, passwordHash }))
  const administrator = await hire(office, owner, 'administrator', '阿明', 'ming@tea.example')
  const agent = await hire(office, owner, 'agent', '阿华', 'hua@tea.example')
  return { ...office, owner, administrator, agent, site }
}

const firstSite = {
  nickname: '陈屿',
  email: 'chenyu@tea.example',
  siteName: '山间茶事',
  siteUrl: 'https://tea.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  publicUrl: home
}

export function callerOf(person: Person): Caller {
  return { person, address: '127.0.0.1', agent: 'test' }
}

export async function hire({ core, house }: Office, by: Person, role: RoleName, nickname: string, email: string): Promise<Person> {
  const hash = await house.passwords.hash(password)
  return core.transact(() => {
    const { person, token } = invite(core, callerOf(by), { nickname, email, phone: '', jobNumber: '', language: 'zh-CN' }, role)
    passwordByLink(core, 'invitation', token, hash, { address: '127.0.0.1', agent: 'test' })
    return personById(core, person.id)
  })
}

/** A session's token for a person, without going through the login. */
export async function signedIn({ core }: Bench, person: Person, agent = 'test'): Promise<string> {
  const { token } = await core.transact(() => openSession(core, person.id, { address: '127.0.0.1', agent }, false))
  return token
}
