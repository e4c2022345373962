import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { answerOf, chrome, handshake, type OpenPort, openPort, type RawVisitor, shopOrigin, until } from './open-port.ts'

/* How much one address and one visitor may hold and ask for (Numbers), through the real port. */

let port: OpenPort
beforeEach(async () => {
  port = await openPort()
})
afterEach(() => port.close())

const from = (address: string) => ({ 'x-forwarded-for': address, origin: shopOrigin, 'user-agent': chrome, 'content-type': 'application/json' })
const get = (address: string) => fetch(`${port.url}/login`, { headers: { 'x-forwarded-for': address } })
const post = (path: string, body: unknown, headers: Record<string, string> = from('203.0.113.9')) =>
  fetch(port.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
const hello = (more = {}) => ({ t: 'hello', v: 1, site: port.site.key, as: 'window', ...more })

/** Asks until it is refused for its pace, at most so often: on a slow machine some come free meanwhile. */
async function statuses(ask: () => Promise<Response>, times: number): Promise<Map<number, number>> {
  const seen = new Map<number, number>()
  for (let n = 0; n < times && !seen.has(429); n += 50) {
    const answers = await Promise.all(Array.from({ length: Math.min(50, times - n) }, ask))
    for (const answer of answers) seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
    await Promise.all(answers.map((answer) => answer.arrayBuffer()))
  }
  return seen
}

/** Twenty are free again in every second: of more than that at once one is refused. */
async function refusedOf(ask: () => Promise<Response>): Promise<Response | undefined> {
  const answers = await Promise.all(Array.from({ length: 60 }, ask))
  return answers.find(({ status }) => status === 429)
}

describe('one address', () => {
  test('asks 1,200 times in a minute, then it is told when to come again; others go on, and so does who watches over the machine', async () => {
    const asked = await statuses(() => fetch(`${port.url}/a/x/none`, { headers: { 'x-forwarded-for': '203.0.113.9' } }), 10_000)
    expect(asked.get(404)).toBeGreaterThanOrEqual(1_200)
    expect(asked.get(429)).toBeGreaterThan(0)
    const refused = await refusedOf(() => get('203.0.113.9'))
    expect(Number(refused?.headers.get('retry-after'))).toBe(1)
    expect(refused?.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get('203.0.113.10')).status).toBe(200)
    expect((await fetch(`${port.url}/healthz`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(200)
    const knocks = await Promise.all(Array.from({ length: 60 }, () => port.visitor({ address: '203.0.113.9' })))
    expect(knocks.some(({ ended }) => ended === 0)).toBe(true)
    for (const knock of knocks) knock.leave()
  }, 30_000)

  test('of the IPv6 internet is a whole /64', async () => {
    await statuses(
      () => fetch(`${port.url}/a/x/none`, { headers: { 'x-forwarded-for': `2001:db8:1:2::${Math.floor(Math.random() * 60_000).toString(16)}` } }),
      10_000
    )
    expect(await refusedOf(() => get('2001:db8:1:2:ffff::1'))).toBeDefined()
    expect((await get('2001:db8:1:3::1')).status).toBe(200)
  }, 30_000)

  test('has two hundred requests in hand at a time', async () => {
    const first = await post('/v/link', { frames: [hello()] })
    const { link } = (await first.json()) as { link: string }
    // Each waits up to 25 s for something to hear; a newer one on the same link would end it.
    const slow = Array.from({ length: 205 }, async (_, n) => {
      const own = n === 0 ? link : ((await (await post('/v/link', { frames: [hello()] }, from(`198.51.100.${n % 90}`))).json()) as { link: string }).link
      return own
    })
    const links = await Promise.all(slow)
    const stop = new AbortController()
    const answers = links.map((own) =>
      fetch(`${port.url}/v/wait`, { method: 'POST', headers: { ...from('203.0.113.9'), 'x-kefu-link': own }, body: '{}', signal: stop.signal }).then(
        ({ status }) => status,
        () => 0
      )
    )
    expect(await Promise.race(answers)).toBe(429)
    expect((await get('203.0.113.9')).status).toBe(429)
    expect((await get('203.0.113.10')).status).toBe(200)
    stop.abort()
    await until(async () => (await get('203.0.113.9')).status === 200)
  }, 30_000)

  test('holds a hundred links, sockets and HTTP together, before and after their hello', async () => {
    const open = await Promise.all(Array.from({ length: 100 }, () => port.visitor({ address: '203.0.113.9' })))
    expect(open.every(({ ended }) => ended === null)).toBe(true)
    const refused = answerOf(await port.raw(handshake('/v/live', { host: new URL(port.url).host, ...from('203.0.113.9') })))
    expect(refused.status).toBe(429)
    expect((await post('/v/link', { frames: [hello()] })).status).toBe(429)
    expect((await port.visitor({ address: '203.0.113.10' })).ended).toBe(null)
    open[0]?.leave()
    await until(async () => (await post('/v/link', { frames: [hello()] })).status === 200)
    expect((await post('/v/link', { frames: [hello()] })).status).toBe(429)
    for (const visitor of open) visitor.leave()
    await until(async () => (await port.visitor({ address: '203.0.113.9' })).ended === null)
  }, 30_000)

  test('leaves nothing behind when its first frames are no hello', async () => {
    for (const frames of [[], [{ t: 'ping' }], [{ t: 'hello' }], [hello({ site: 's_0000000000' })]]) {
      const answer = await post('/v/link', { frames })
      expect([answer.status, (await answer.json()).link]).toEqual([200, undefined])
    }
    const asked = await statuses(() => post('/v/link', { frames: [] }), 150)
    expect([...asked.keys()]).toEqual([200])
  })

  test('leaves three forms in an hour, over whatever door; a wrong number does not count', async () => {
    await port.house.core.transact(() => port.house.core.db.query("update people set status = 'offline'").run())
    const visitors: RawVisitor[] = []
    const leave = async (more: Record<string, unknown> = {}, address = '203.0.113.9') => {
      const visitor = await port.visitor({ address })
      visitors.push(visitor)
      await visitor.hello(port.site.key)
      visitor.send({ t: 'leave', key: crypto.randomUUID().replaceAll('-', ''), text: '请回电', email: 'a@b.example', ...more })
      await until(() => visitor.heard.some(({ t }) => t === 'ack' || t === 'nak'))
      const answer = visitor.heard.find(({ t }) => t === 'ack' || t === 'nak')
      return answer?.t === 'nak' ? answer.code : answer?.t
    }
    expect([await leave(), await leave({ email: 'nonsense' }), await leave({ email: '' }), await leave()]).toEqual(['ack', 'invalid', 'invalid', 'ack'])
    const plain = () =>
      fetch(`${port.url}/c/${port.site.key}`, {
        method: 'POST',
        headers: { 'x-forwarded-for': '203.0.113.9', origin: port.url },
        body: new URLSearchParams({ key: crypto.randomUUID().replaceAll('-', '').slice(0, 22), text: '请回电', email: 'a@b.example' })
      })
    expect([(await plain()).status, (await plain()).status, await leave()]).toEqual([200, 429, 'rate'])
    expect(await leave({}, '203.0.113.10')).toBe('ack')
    for (const visitor of visitors) visitor.leave()
  })
})

describe('one visitor', () => {
  test('has thirty links; the one that has been hidden for longest goes for a new one, else the oldest', async () => {
    const first = await port.visitor()
    const { token } = await first.hello(port.site.key, { page: 'a'.repeat(22), visible: true })
    const others: RawVisitor[] = []
    for (let n = 1; n < 30; n++) {
      const other = await port.visitor()
      await other.hello(port.site.key, { token, page: String(n).padStart(22, 'b'), visible: n !== 7 })
      others.push(other)
    }
    const links = () => [...port.house.links.all()].length
    expect(links()).toBe(30)
    const more = await port.visitor()
    await more.hello(port.site.key, { token, page: 'c'.repeat(22) })
    expect([await others[6]?.end(), links()]).toEqual([1013, 30])
    expect(others[6]?.heard.at(-1)).toEqual({ t: 'bye', because: 'slow', wait: 60_000 })
    const last = await port.visitor()
    await last.hello(port.site.key, { token, page: 'd'.repeat(22) })
    expect([await first.end(), links()]).toEqual([1013, 30])
    for (const visitor of [...others, more, last]) visitor.leave()
  })

  test('who pretends to turn pages all the time fills nothing', async () => {
    const visitor = await port.visitor()
    await visitor.hello(port.site.key, { as: 'page', page: 'a'.repeat(22) })
    for (let n = 0; n < 150; n++) visitor.send({ t: 'page', url: `${shopOrigin}/${n}`, title: 'x' })
    visitor.send({ t: 'ping' })
    await visitor.hear('pong')
    const [guest] = [...port.house.presence.guests()]
    expect(guest?.pageCount).toBeGreaterThanOrEqual(60)
    expect(guest?.pageCount).toBeLessThan(70)
    visitor.leave()
  })

  test('who asks for old pages without pause is answered at the pace of a reader, and everything in the end', async () => {
    const visitor = await port.visitor()
    await visitor.hello(port.site.key)
    visitor.send({ t: 'say', key: 'k'.repeat(22), text: '在吗' })
    const { c } = await visitor.hear('ack')
    for (let n = 0; n < 150; n++) visitor.send({ t: 'before', c, seq: 1_000 })
    await until(() => visitor.heard.filter(({ t }) => t === 'entries' || t === 'nak').length >= 150)
    const answered = visitor.heard.filter(({ t }) => t === 'entries').length
    expect(answered).toBeGreaterThanOrEqual(100)
    expect(answered).toBeLessThan(130)
    visitor.leave()
  })
})
