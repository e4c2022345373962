import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { assetAddress } from '#src/web/assets.ts'
import { openOffice, openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const policy = (socket: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self' ${socket}; manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'`

const pageHeaders = {
  'content-security-policy': policy('ws://localhost:8080'),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'microphone=(self), camera=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store'
}
const headersOf = (response: Response, names: string[]) => Object.fromEntries(names.map((name) => [name, response.headers.get(name)]))

describe('every answer of a page has all headers', () => {
  const requests = {
    200: () => office.ask('/login'),
    204: async () => office.ask('/profile/notices', { as: await signedIn(office, office.agent), fields: { sound: '1' }, htmx: true }),
    303: async () => office.ask('/', { as: await signedIn(office, office.agent) }),
    400: () => office.ask('/login', { fields: { nonsense: 'x' } }),
    401: () => office.ask('/profile'),
    403: async () => office.ask('/admin/people', { as: await signedIn(office, office.agent) }),
    404: () => office.ask('/nothing/here'),
    405: () => office.ask('/login', { method: 'PUT' }),
    413: () => office.ask('/login', { fields: { name: 'x'.repeat(140_000) } }),
    414: () => office.ask(`/login?${'x'.repeat(9_000)}`),
    421: () => office.ask('/login', { headers: { host: 'evil.example' } }),
    422: () => office.ask('/login', { fields: { name: 'a', password: 'b' } }),
    431: () => office.ask('/login', { headers: { 'x-long': 'x'.repeat(17_000) } }),
    500: async () => {
      office.core.db.run('drop view persons')
      return office.ask('/login', { fields: { name: 'hua@tea.example', password: 'b' } })
    }
  }
  test.each(Object.entries(requests))('%p', async (status, ask) => {
    const response = await ask()
    expect(response.status).toBe(Number(status))
    const expected = { ...pageHeaders, ...(status === '421' && { 'content-security-policy': policy('ws://evil.example'), 'cross-origin-opener-policy': null }) }
    expect(headersOf(response, Object.keys(pageHeaders))).toEqual(expected)
    expect(headersOf(response, ['server', 'x-powered-by', 'strict-transport-security', 'access-control-allow-origin'])).toEqual({
      server: null,
      'x-powered-by': null,
      'strict-transport-security': null,
      'access-control-allow-origin': null
    })
  })
})

test('over https there is HSTS, and our own secure socket is spelled out', async () => {
  const secure = await openStaffedOffice({ publicUrl: 'https://kefu.tea.example' })
  const response = await secure.ask('/login')
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(response.headers.get('content-security-policy')).toBe(policy('wss://kefu.tea.example'))
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  secure.close()
})

test('over plain http that is not this machine there is no opener policy, and a warning', async () => {
  const plain = await openStaffedOffice({ publicUrl: 'http://192.168.1.5:8080' })
  const response = await plain.ask('/login')
  expect(response.headers.get('cross-origin-opener-policy')).toBeNull()
  expect(await response.text()).toContain('没有加密')
  expect(await (await office.ask('/login')).text()).not.toContain('没有加密')
  plain.close()
})

test.each(['/setup?code=x', `/invitation/${'x'.repeat(43)}`, `/reset/${'x'.repeat(43)}`])('%s tells nobody where it is', async (path) => {
  expect((await office.ask(path)).headers.get('referrer-policy')).toBe('no-referrer')
})

test('assets are for ever under their hash, and nothing else is', async () => {
  for (const name of ['console.css', 'console.js', 'htmx.js', 'mark.svg'] as const) {
    const response = await office.ask(assetAddress(name))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
  }
  const stale = await office.ask('/a/AAAAAAAAAAAA/console.css')
  expect([stale.status, stale.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('assets travel packed to whoever can unpack', async () => {
  const packed = await office.ask(assetAddress('console.css'), { headers: { 'accept-encoding': 'gzip, br' } })
  const plain = await office.ask(assetAddress('console.css'))
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(Buffer.from(Bun.gunzipSync(await packed.arrayBuffer())).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true)
})

test('assets answer under any name, so that a page which says "not here" can be read', async () => {
  expect((await office.ask(assetAddress('console.css'), { headers: { host: 'evil.example' } })).status).toBe(200)
})

test('before set-up every page has its headers too', async () => {
  const fresh = openOffice()
  const response = await fresh.ask('/')
  expect(response.status).toBe(503)
  expect(headersOf(response, Object.keys(pageHeaders))).toEqual(pageHeaders)
  fresh.close()
})
