import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { command } from '#src/audit/index.ts'
import { changeRole, disablePerson, endSession, openSession, type Person, personById, resetPassword } from '#src/people/index.ts'
import { allowOrigin, hideSite, removeOrigin } from '#src/sites/index.ts'
import { startRhythm } from '#src/web/rhythm.ts'
import { callerOf, openStaffedOffice, signedIn } from '#tests/support/office.ts'
import { chrome, type OpenPort, openPort, shopOrigin, until } from './open-port.ts'

/* What is open must not outlive what opened it: A05, and a site or an origin that is taken away. */

let port: OpenPort
beforeEach(async () => {
  port = await openPort()
})
afterEach(() => port.close())

type AgentPage = { cookie: string; heard: string[]; ended(): number | null; stop(): void }

/** A signed-in page with its socket, as the console opens it. */
async function pageOf(person: Person): Promise<AgentPage> {
  const cookie = await port.cookie(person)
  const page = await (await fetch(`${port.url}/conversations`, { headers: { cookie } })).text()
  const tab = /data-tab="([\w-]{22})"/.exec(page)?.[1] ?? ''
  return socketOf(cookie, tab)
}

async function socketOf(cookie: string, tab: string): Promise<AgentPage> {
  const heard: string[] = []
  let ended: number | null = null
  const socket = new WebSocket(`${port.url.replace('http', 'ws')}/live?tab=${tab}`, { headers: { cookie, origin: port.url } } as unknown as string[])
  socket.onmessage = ({ data }) => void heard.push(String(data))
  await new Promise<void>((opened) => {
    socket.onopen = () => opened()
    socket.onclose = ({ code }) => {
      ended = code
      opened()
    }
  })
  return { cookie, heard, ended: () => ended, stop: () => socket.close() }
}

const statusOf = async (cookie: string) => (await fetch(`${port.url}/profile`, { headers: { cookie } })).status
const change = (work: () => unknown) => port.house.core.transact(() => void work())

describe('within a second of it an agent’s pages and sockets are dead', () => {
  const by = () => ({ person: port.owner, address: '127.0.0.1', agent: 'test' })
  const ways: [string, () => unknown][] = [
    ['disabling', () => disablePerson(port.house.core, by(), port.hua.id)],
    ['another role', () => changeRole(port.house.core, by(), port.hua.id, 'administrator')],
    ['a password set at the machine', () => resetPassword(port.house.core, command, port.hua.id, 'another hash')]
  ]

  test.each(ways)('%s', async (_, way) => {
    const [one, other] = [await pageOf(port.hua), await pageOf(port.hua)]
    expect([one.ended(), other.ended(), await statusOf(one.cookie)]).toEqual([null, null, 200])
    const began = performance.now()
    await change(way)
    await until(() => one.ended() !== null && other.ended() !== null)
    expect(performance.now() - began).toBeLessThan(1_000)
    expect([one.ended(), other.ended()]).toEqual([4401, 4401])
    expect([await statusOf(one.cookie), await statusOf(other.cookie)]).toEqual([401, 401])
    const late = await fetch(`${port.url}/profile/status`, {
      method: 'POST',
      headers: { cookie: one.cookie, origin: port.url },
      body: new URLSearchParams({ status: 'busy' })
    })
    expect([late.status, personById(port.house.core, port.hua.id).status]).toEqual([401, 'online'])
    const again = await socketOf(one.cookie, 't'.repeat(22))
    expect(again.ended()).not.toBeNull()
  })

  test('signing out there ends that page and no other', async () => {
    const [one, other] = [await pageOf(port.hua), await pageOf(port.hua)]
    await fetch(`${port.url}/logout`, { method: 'POST', headers: { cookie: one.cookie, origin: port.url }, redirect: 'manual' })
    await until(() => one.ended() === 4401)
    expect([other.ended(), await statusOf(other.cookie)]).toEqual([null, 200])
    other.stop()
  })

  test('a page whose socket another session of the same person opened ends with that session', async () => {
    const { core } = port.house
    const thief = await core.transact(() => openSession(core, port.hua.id, { address: '6.6.6.6', agent: 'thief' }, false))
    const own = await port.cookie(port.hua)
    const page = await (await fetch(`${port.url}/conversations`, { headers: { cookie: own } })).text()
    const tab = /data-tab="([\w-]{22})"/.exec(page)?.[1] ?? ''
    const stolen = await socketOf(`sid=${thief.token}`, tab)
    await change(() => endSession(core, thief.session))
    await until(() => stolen.ended() === 4401)
    expect(await statusOf(own)).toBe(200)
  })

  test('what was asked before it and arrives after it changes nothing', async () => {
    const cookie = await port.cookie(port.hua)
    let finish = (_: Uint8Array) => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('status='))
        finish = (rest) => {
          controller.enqueue(rest)
          controller.close()
        }
      }
    })
    const late = fetch(`${port.url}/profile/status`, {
      method: 'POST',
      headers: { cookie, origin: port.url, 'content-type': 'application/x-www-form-urlencoded' },
      body
    })
    await Bun.sleep(50)
    await change(() => disablePerson(port.house.core, by(), port.hua.id))
    finish(new TextEncoder().encode('busy'))
    expect([(await late).status, personById(port.house.core, port.hua.id).status]).toEqual([401, 'online'])
  })
})

test('a socket does not outlive its session’s last day, however busy the page is', async () => {
  const office = await openStaffedOffice()
  const { house, clock } = office
  const beats: (() => void)[] = []
  const rhythm = startRhythm(house, (_, beat) => {
    beats.push(beat)
    return () => {}
  })
  const beat = async () => {
    for (const each of beats) each()
    await new Promise((next) => setTimeout(next, 20))
  }
  const cookie = await signedIn(office, office.agent)
  const session = office.core.db.query<{ id: number }, []>('select max(id) as id from sessions').get()?.id ?? 0
  const closed: number[] = []
  const tab = house.hub.tab(house.hub.openTab(office.agent.id, session), office.agent.id, session)
  if (!tab) throw new Error('no tab')
  house.hub.connect(tab, { send: () => {}, close: (code) => void closed.push(code) })
  for (let hours = 6; hours < 167; hours += 6) {
    clock.now += 6 * 3_600_000
    await beat()
    expect(closed).toEqual([])
  }
  expect((await office.ask('/profile', { as: cookie })).status).toBe(200)
  clock.now += 12 * 3_600_000
  await beat()
  expect(closed).toEqual([4401])
  expect((await office.ask('/profile', { as: cookie })).status).toBe(401)
  await rhythm.stop()
  office.close()
})

describe('pages of a site that is taken away', () => {
  const by = () => callerOf(port.owner)

  test('hear that nothing is here, whatever carries them, and get no other answer later', async () => {
    const socket = await port.visitor()
    await socket.hello(port.site.key, { as: 'page', page: 'a'.repeat(22) })
    const window = await port.visitor({ origin: port.url })
    await window.hello(port.site.key)
    const headers = { origin: shopOrigin, 'user-agent': chrome, 'x-forwarded-for': '203.0.113.8', 'content-type': 'application/json' }
    const hello = { t: 'hello', v: 1, site: port.site.key, as: 'page' }
    const { link } = (await (await fetch(`${port.url}/v/link`, { method: 'POST', headers, body: JSON.stringify({ frames: [hello] }) })).json()) as {
      link: string
    }
    const waiting = fetch(`${port.url}/v/wait`, { method: 'POST', headers: { ...headers, 'x-kefu-link': link }, body: '{}' })
    await change(() => hideSite(port.house.core, by(), port.site.id))
    expect([await socket.end(), await window.end()]).toEqual([1008, 1008])
    expect([socket.heard.at(-1), window.heard.at(-1)]).toEqual([
      { t: 'bye', because: 'gone', wait: 0 },
      { t: 'bye', because: 'gone', wait: 0 }
    ])
    // It may have come a moment later than that.
    expect(await (await waiting).text()).toMatch(/"gone"|"error"/)
    expect((await port.visitor()).ended).toBe(0)
    const late = await port.visitor({ origin: port.url })
    late.send({ t: 'hello', v: 1, site: port.site.key, as: 'window' })
    expect(await late.end()).toBe(1008)
    expect((await fetch(`${port.url}/c/${port.site.key}`)).status).toBe(404)
  })

  test('of an origin that was removed go, those of the others stay', async () => {
    await change(() => allowOrigin(port.house.core, by(), port.site.id, 'https://second.example'))
    const [first, second] = [await port.visitor(), await port.visitor({ origin: 'https://second.example' })]
    await first.hello(port.site.key)
    await second.hello(port.site.key)
    await change(() => removeOrigin(port.house.core, by(), port.site.id, 'https://second.example'))
    expect(await second.end()).toBe(1008)
    first.send({ t: 'ping' })
    await first.hear('pong')
    expect(first.ended).toBeNull()
    first.leave()
  })
})
