import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { answerOf, chrome, handshake, type OpenPort, openPort, shopOrigin, until } from './open-port.ts'

/* What a stranger sends before any frame, byte by byte, to the real port: V05, V12, V27, A08, A14, D02, O15. */

let port: OpenPort
let host: string
beforeAll(async () => {
  port = await openPort()
  host = new URL(port.url).host
})
afterAll(() => port.close())

const statusOf = async (path: string, headers: Record<string, string>) => answerOf(await port.raw(handshake(path, headers))).status
const rows = <Row>(sql: string) => port.house.core.db.query<Row, []>(sql).all()

describe('an agent’s socket opens for our own pages only (V05)', () => {
  const foreign = (own: string): Record<string, string | null> => ({
    evil: 'https://evil.example',
    null: 'null',
    absent: null,
    'another scheme': own.replace('http:', 'https:'),
    'below our name': `${own}.evil.example`,
    'behind our name': own.replace('127.', 'evil127.'),
    'upper case': own.toUpperCase(),
    'a trailing dot': own.replace(/:(\d+)$/, '.:$1'),
    'another port': own.replace(/\d+$/, '1'),
    'a path': `${own}/`,
    'two of them': `${own}, ${own}`
  })

  test.each(Object.keys(foreign('http://127.0.0.1:1')))('%s: 403 before anything is open', async (name) => {
    const origin = foreign(port.url)[name] ?? null
    const cookie = await port.cookie(port.hua)
    const status = await statusOf(`/live?tab=${'t'.repeat(22)}`, { host, cookie, ...(origin !== null && { origin }) })
    expect(status).toBe(403)
    expect([...port.house.hub.tabs()].filter((tab) => tab.socket !== null)).toEqual([])
  })

  test('who tried it with somebody’s session stands in the log, once', async () => {
    const cookie = await port.cookie(port.owner)
    for (let n = 0; n < 3; n++) await statusOf('/live', { host, cookie, origin: 'https://thief.example' })
    const told = () =>
      rows<{ actor: number; detail: string }>("select actor_id as actor, detail from audit where action = 'origin.refused' and target_kind = 'session'")
    await until(() => told().some(({ detail }) => detail.includes('thief')))
    expect(told().filter(({ detail }) => detail.includes('thief'))).toEqual([{ actor: port.owner.id, detail: '{"origin":"https://thief.example"}' }])
  })

  test('with our own origin it opens, and without a session it does not', async () => {
    expect(await statusOf(`/live?tab=${'t'.repeat(22)}`, { host, origin: port.url })).toBe(401)
    expect(await statusOf(`/live?tab=${'t'.repeat(22)}`, { host, origin: port.url, cookie: await port.cookie(port.hua) })).toBe(101)
  })
})

describe('a visitor’s socket opens for the shop’s pages and our own window', () => {
  test.each([
    [403, 'https://evil.example'],
    [403, 'null'],
    [403, 'http://tea.example'],
    [403, 'https://tea.example.evil.example'],
    [403, 'https://eviltea.example'],
    [403, 'https://tea.example.'],
    [403, 'https://tea.example:8443'],
    [403, 'file://'],
    [101, shopOrigin]
  ])('%p for %p', async (status, origin) => {
    expect(await statusOf('/v/live', { host, origin, 'user-agent': chrome })).toBe(status)
  })

  test('ours counts; a missing one only where the site lets apps in', async () => {
    expect(await statusOf('/v/live', { host, origin: port.url })).toBe(101)
    expect(await statusOf('/v/live', { host })).toBe(403)
  })

  test('a cookie means nothing there', async () => {
    expect(await statusOf('/v/live', { host, cookie: await port.cookie(port.owner), origin: 'https://evil.example' })).toBe(403)
  })

  test('an origin that was turned away is listed for its owner, and a made-up flood of them is not', async () => {
    const listed = () => rows<{ origin: string }>('select origin from refused_origins').map(({ origin }) => origin)
    await statusOf('/v/live', { host, origin: 'https://new-shop.example' })
    await until(() => listed().includes('https://new-shop.example'))
    for (let n = 0; n < 80; n++) await statusOf('/v/live', { host, origin: `https://flood-${n}.example` })
    await until(async () => (await port.house.core.transact(() => listed().length)) >= 50)
    expect(listed().length).toBe(50)
    expect(listed()).not.toContain('null')
    expect(rows("select 1 from audit where action = 'origin.refused' and target_kind = 'site'").length).toBe(50)
  })
})

test('who somebody is never stands in the address of a socket (V27)', async () => {
  for (const query of [`token=${'t'.repeat(43)}`, 'x', 'site=s_1234567890']) expect(await statusOf(`/v/live?${query}`, { host, origin: shopOrigin })).toBe(400)
})

describe('sockets are asked what every request is asked', () => {
  test.each(['/v/live', '/live'])('%s under a name that is not ours is 421, even for a page of that name (D02)', async (path) => {
    const stolen = { host: 'rebound.example', origin: 'http://rebound.example', cookie: await port.cookie(port.hua) }
    expect(await statusOf(path, stolen)).toBe(421)
  })
  test.each(['/v/live', '/live'])('%s with too long an address is 414', async (path) => {
    expect(await statusOf(`${path}?${'x'.repeat(9_000)}`, { host, origin: port.url })).toBe(414)
  })
  test.each([
    ['/live', 401],
    ['/v/live', 403]
  ])('a refused %s has the headers of every other answer (A14)', async (path, status) => {
    const origin = path === '/live' ? port.url : 'https://evil.example'
    const answer = answerOf(await port.raw(handshake(path, { host, origin })))
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(answer.headers['content-security-policy']).toStartWith("default-src 'none'")
    expect([answer.headers.server, answer.headers['x-powered-by'], answer.body]).toEqual([undefined, undefined, ''])
  })
})

describe('a Host that no browser sends is 400, says nothing back, and is no fault of ours (A08)', () => {
  const hosts = [
    'a"><script>',
    'evil/x?',
    'a:80@evil',
    '',
    ' ',
    'evil'.repeat(75),
    'evil:99999999',
    '..evil',
    '[::evil',
    'evil#',
    'evil\\x',
    '%00evil',
    'ev il'
  ]
  const paths = ['/login', '/healthz', '/v/live', '/w.js', '/nothing']
  test.each(hosts)('%p', async (host) => {
    for (const path of paths) {
      const answer = answerOf(await port.raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n\r\n`))
      expect(`${path} ${answer.status}`).toMatch(/ (400|421)$|^\/healthz 200$/)
      expect(JSON.stringify(answer.headers) + answer.body).not.toMatch(/evil|<script>/)
    }
    expect(port.faults).toEqual([])
  })

  test('two of them, none, and another name in the request line open nothing', async () => {
    const statuses = [
      `GET /login HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`,
      'GET /login HTTP/1.1\r\nX: y\r\n\r\n',
      'GET /login HTTP/1.0\r\nX: y\r\n\r\n',
      `GET http://${host}/login HTTP/1.1\r\nHost: evil.example\r\n\r\n`
    ].map(async (bytes) => answerOf(await port.raw(bytes)).status)
    expect(await Promise.all(statuses)).toEqual([400, 400, 400, 421])
    expect(port.faults).toEqual([])
  })
})

describe('the address and the headers have their limits at the port too (O15)', () => {
  test('a long address is 414, a longer one not even read', async () => {
    const ask = async (length: number) => answerOf(await port.raw(`GET /login?${'x'.repeat(length)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).status
    expect([await ask(8_300), await ask(40_000)]).toEqual([414, 431])
  })
  test('sixteen kilobytes of headers are 431', async () => {
    const headers = Array.from({ length: 20 }, (_, n) => `X-${n}: ${'x'.repeat(1_000)}\r\n`).join('')
    expect(answerOf(await port.raw(`GET /login HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`)).status).toBe(431)
  })
})

describe('who asks cannot be made up (V12)', () => {
  const headers = ['x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip', 'x-forwarded']
  const listed = async (more: Record<string, string>, config = port) => {
    const visitor = await config.visitor({ headers: more })
    await visitor.hello(config.site.key)
    const [guest] = [...config.house.presence.guests()].slice(-1)
    visitor.leave()
    return guest?.address
  }

  test('a stranger’s own headers change nothing', async () => {
    const plain = await openPort({ trustedProxies: [] })
    for (const name of headers) expect(await listed({ [name]: '1.2.3.4' }, plain)).toBe('127.0.0.1')
    for (const value of ['1.2.3.4', '1.2.3.4, 5.6.7.8', '127.0.0.1', '::1', 'x'.repeat(8_000)])
      expect(await listed({ 'x-forwarded-for': value }, plain)).toBe('127.0.0.1')
    await plain.close()
  })

  test('behind a trusted proxy the last entry it added counts, and what the client wrote before it does not', async () => {
    expect(await listed({ 'x-forwarded-for': '1.2.3.4, 198.51.100.7' })).toBe('198.51.100.7')
    expect(await listed({ 'x-forwarded-for': '198.51.100.7, 127.0.0.1' })).toBe('198.51.100.7')
    expect(await listed({ 'x-forwarded-for': '::ffff:198.51.100.8' })).toBe('198.51.100.8')
    expect(await listed({ 'x-forwarded-for': '198.51.100.7, rubbish' })).toBe('127.0.0.1')
    for (const name of headers) expect(await listed({ 'x-forwarded-for': '198.51.100.9', [name]: '1.2.3.4' })).toBe('198.51.100.9')
  })
})
