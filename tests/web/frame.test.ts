import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { localPath } from '#src/web/local-path.ts'
import { allowedMethods } from '#src/web/methods.ts'
import { openOffice, openStaffedOffice, password, type Staffed, signedIn } from '#tests/support/office.ts'
import { addressOf } from './address-of.ts'
import { matrix } from './matrix.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

/** Everything that a forged request could have changed. */
const contents = () => Buffer.from(office.core.db.serialize()).toString('base64')

describe('a request that another page made is refused by every door that knows a cookie', () => {
  const forgeries: Record<string, Record<string, string>> = {
    'cross-site': { 'sec-fetch-site': 'cross-site' },
    'same-site': { 'sec-fetch-site': 'same-site' },
    'typed in': { 'sec-fetch-site': 'none' },
    'a foreign origin': { origin: 'https://evil.example' },
    'no origin': { origin: '' },
    'a look-alike': { origin: 'http://localhost:8080.evil.example' },
    'another port': { origin: 'http://localhost:9090' },
    'another scheme': { origin: 'https://localhost:8080' },
    'ours, but the browser knows better': { origin: 'http://localhost:8080', 'sec-fetch-site': 'cross-site' }
  }
  const doors = Object.entries(matrix).filter(([route]) => !/^GET|^OPTIONS| \/v\//.test(route))
  test.each(Object.entries(forgeries))('%s', async (_, headers) => {
    const as = await signedIn(office, office.owner)
    const before = contents()
    for (const [route, entry] of doors) {
      const [method = '', path = ''] = route.split(' ')
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
        const answer = await office.ask(addressOf(office, path, entry), {
          method,
          as,
          body: new URLSearchParams(entry.fields).toString(),
          headers: { 'content-type': type, ...headers }
        })
        expect(`${route} ${answer.status}`).toBe(`${route} 403`)
        expect(await answer.text()).toContain('不是从本页面发出的')
      }
    }
    expect(contents()).toBe(before)
  })

  test('no reading changes anything', async () => {
    const as = await signedIn(office, office.owner)
    const before = contents()
    for (const [route, entry] of Object.entries(matrix)) {
      const [method, path = ''] = route.split(' ')
      if (method !== 'GET' || path.startsWith('/v/')) continue
      await office.ask(addressOf(office, path, entry), { as })
      await office.ask(addressOf(office, path, entry), { as, method: 'HEAD' })
    }
    expect(contents()).toBe(before)
  })
})

test('where the browser says nothing but a null origin, only pages with a secret of their own are believed', async () => {
  const silent = { headers: { origin: 'null' }, fields: { password: 'a small boat at dusk' } }
  expect((await office.ask(`/invitation/${'x'.repeat(43)}`, silent)).status).toBe(404)
  expect((await office.ask('/profile/password', { ...silent, as: await signedIn(office, office.agent) })).status).toBe(403)
})

test('our own page passes, with Sec-Fetch-Site or with Origin', async () => {
  const fields = { name: 'hua@tea.example', password }
  expect((await office.ask('/login', { fields })).status).toBe(303)
  expect((await office.ask('/login', { fields, headers: { origin: '', 'sec-fetch-site': 'same-origin' } })).status).toBe(303)
})

describe('names that are not ours', () => {
  test.each(['evil.example', 'localhost.evil.example', 'evil.example:8080', '127.0.0.1', 'xlocalhost'])('%p is 421', async (host) => {
    const answer = await office.ask('/login', { headers: { host } })
    expect(answer.status).toBe(421)
    expect(await answer.text()).not.toContain('evil')
  })
  test.each(['a"><script>', 'evil/x?', 'a:80@evil', '', ' ', 'x'.repeat(300), 'localhost:99999999', '..', '[::1'])('%p is 400', async (host) => {
    const answer = await office.ask('/login', { headers: { host } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain('evil')
  })
  test('further names can be listed', async () => {
    const other = await openStaffedOffice({ extraHosts: ['kefu.local'] })
    expect((await other.ask('/login', { headers: { host: 'kefu.local:8080' } })).status).toBe(200)
    other.close()
  })
  test('without a public address only this machine and plain addresses answer', async () => {
    const bare = await openStaffedOffice()
    bare.core.db.run('update appliance set public_url = null')
    const statusOf = async (host: string) => (await bare.ask('/login', { headers: { host } })).status
    expect([await statusOf('localhost:8080'), await statusOf('192.168.1.5'), await statusOf('[::1]:8080'), await statusOf('rebound.example')]).toEqual([
      200, 200, 200, 421
    ])
    bare.close()
  })
})

test('before set-up any name opens the first page with the code, and nothing else', async () => {
  const fresh = openOffice()
  const statusOf = async (path: string) => (await fresh.ask(path, { headers: { host: 'whatever.example' } })).status
  expect(await statusOf(`/setup?code=${fresh.setupCode}`)).toBe(200)
  expect(await statusOf('/setup?code=wrong')).toBe(403)
  expect(await statusOf('/setup')).toBe(403)
  for (const path of ['/', '/login', '/profile', '/admin/people', '/conversations', '/w.js', '/demo', '/v/link'])
    expect(`${path} ${await statusOf(path)}`).toBe(`${path} 503`)
  fresh.close()
})

test.each([
  ['a long address', '/login?x='.padEnd(8_300, 'x'), 414],
  ['many parameters', `/login?${'x=1&'.repeat(101)}`, 400]
])('%s is refused', async (_, path, status) => {
  expect((await office.ask(path)).status).toBe(status)
})

test('more headers than anybody needs are refused', async () => {
  expect((await office.ask('/login', { headers: { cookie: 'x'.repeat(17_000) } })).status).toBe(431)
})

test('other methods are 405 with what is allowed, and no header changes the method', async () => {
  const wrong = await office.ask('/login', { method: 'PATCH' })
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD'])
  expect((await office.ask('/login', { method: 'OPTIONS' })).status).toBe(405)
  const overridden = await office.ask('/login', { headers: { 'x-http-method-override': 'DELETE' }, fields: { _method: 'DELETE', name: 'x', password: 'x' } })
  expect(overridden.status).toBe(400)
})

test('HEAD answers as GET does, without a body', async () => {
  const answer = await office.ask('/login', { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

test('what is missing and what is not yours are the same answer, byte for byte', async () => {
  const as = await signedIn(office, office.agent)
  const other = office.core.db.query<{ id: number }, [number]>('select id from sessions where person_id = ?').get(office.owner.id)
  await signedIn(office, office.owner)
  const ofOwner = office.core.db.query<{ id: number }, [number]>('select max(id) as id from sessions where person_id = ?').get(office.owner.id)?.id
  expect(other?.id ?? ofOwner).toBeDefined()
  const answers = await Promise.all(
    [`/profile/sessions/${ofOwner}/revocation`, '/profile/sessions/999999/revocation'].map((path) => office.ask(path, { as, method: 'POST' }))
  )
  const [foreign, missing] = await Promise.all(
    answers.map(async (answer) => ({ status: answer.status, headers: [...answer.headers], body: await answer.text() }))
  )
  expect(foreign?.status).toBe(404)
  expect(foreign).toEqual(missing)
})

test('a fault says a number and nothing of what was sent or of our insides', async () => {
  office.core.db.run('drop view persons')
  const answer = await office.ask('/login', { fields: { name: 'hua@tea.example', password: 'my secret password' } })
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).not.toMatch(/secret password|hua@tea|persons|SQL|\.ts|at .*:\d+/)
  expect(text).toMatch(/反馈编号：[\w-]{8}/)
})

test('for htmx a no is a toast that stays', async () => {
  const answer = await office.ask('/admin/people', { as: await signedIn(office, office.agent), htmx: true })
  expect([answer.status, answer.headers.get('hx-retarget'), answer.headers.get('hx-reswap')]).toEqual([403, '#toasts', 'beforeend'])
  expect(await answer.text()).toStartWith('<div class="toast"')
})

test('a lost session is 401 with the way back in', async () => {
  const page = await office.ask('/profile?x=1')
  expect(page.status).toBe(401)
  expect(await page.text()).toContain('name="next" value="/profile?x=1"')
  const part = await office.ask('/profile/look', { method: 'POST', htmx: true, headers: { 'hx-current-url': 'http://localhost:8080/profile?x=1' } })
  expect([part.status, part.headers.get('hx-redirect')]).toEqual([401, '/login?next=%2Fprofile%3Fx%3D1'])
})

test('a refused permission is in the log, once per try', async () => {
  await office.ask('/admin/people', { as: await signedIn(office, office.agent) })
  office.storage.flush()
  const row = office.core.db
    .query<{ actor: number; detail: string }, []>("select actor_id as actor, detail from audit where action = 'permission.refused'")
    .get()
  expect(row).toEqual({ actor: office.agent.id, detail: '{"method":"GET","path":"/admin/people"}' })
})

test.each([
  ['/conversations/12?x=1', '/conversations/12?x=1'],
  ['/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/%09/evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https:evil.example', '/'],
  ['https://evil.example', '/'],
  ['/%2f%2fevil.example', '/'],
  ['/%5cevil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/../..//evil.example', '/'],
  ['', '/'],
  [null, '/'],
  [['/a', '/b'], '/'],
  [`/${'x'.repeat(3_000)}`, '/']
])('after signing in %p leads to %p', (next, path) => {
  expect(localPath(next)).toBe(path)
})

test('methods of an address are read from the routes', () => {
  const routes = [
    { method: 'GET', path: '/a/' },
    { method: 'POST', path: '/a' },
    { method: 'DELETE', path: '/a/:id/b' },
    { method: 'OPTIONS', path: '/v/*' }
  ]
  expect(allowedMethods(routes, '/a')).toEqual(['GET', 'POST', 'HEAD'])
  expect(allowedMethods(routes, '/a/1/b')).toEqual(['DELETE'])
  expect(allowedMethods(routes, '/v/x/y')).toEqual(['OPTIONS'])
  expect(allowedMethods(routes, '/nothing')).toEqual([])
})
