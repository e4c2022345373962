import { afterEach, beforeEach, expect, test } from 'bun:test'
import { command } from '#src/audit/index.ts'
import { makeLink } from '#src/people/index.ts'
import { home, openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'
import { openPort } from './open-port.ts'

/* A07: what a link that lets somebody in is made of. */

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice({ extraHosts: ['kefu.local', 'evil.local'] })
})
afterEach(() => office.close())

test('a link is made of the public address, under whatever other name of ours or by whatever header it was asked for', async () => {
  const as = await signedIn(office, office.owner)
  for (const headers of [
    { host: 'evil.local', origin: 'http://evil.local' },
    { host: 'kefu.local:8080', origin: 'http://kefu.local:8080' },
    {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-host': 'evil.example',
      referer: 'https://evil.example/'
    }
  ] as Record<string, string>[]) {
    const answer = await office.ask(`/admin/people/${office.agent.id}/link`, { as, method: 'POST', headers })
    const page = await answer.text()
    expect(answer.status).toBe(201)
    expect(page).toMatch(new RegExp(`${home}/reset/[\\w-]{43}`))
    expect(page).not.toMatch(/evil|kefu\.local/)
  }
})

test('nothing but a whole live token opens a link’s page, and the page asks nobody else', async () => {
  const as = await signedIn(office, office.owner)
  const page = await (await office.ask(`/admin/people/${office.agent.id}/link`, { as, method: 'POST' })).text()
  const token = /\/reset\/([\w-]{43})/.exec(page)?.[1] ?? ''
  for (const other of [
    '%20',
    'null',
    '0',
    '[]',
    '%00',
    token.slice(0, -1),
    `${token}A`,
    token.toLowerCase(),
    `${token}%00`,
    '..%2f..%2freset',
    "'%20or%201=1--",
    'x'.repeat(43)
  ])
    for (const method of ['GET', 'POST']) {
      const answer = await office.ask(`/reset/${other}`, { method, ...(method === 'POST' && { fields: { password: 'a small boat at dusk' } }) })
      expect([other, method, answer.status]).toEqual([other, method, other.length > 100 ? 400 : 404])
    }
  expect((await office.ask(`/invitation/${token}`)).status).toBe(404)
  const right = await office.ask(`/reset/${token}`)
  const body = await right.text()
  expect([right.status, right.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
  expect(body.match(/(?:src|href|action)="(?!\/)[^"#]/g)).toBeNull()
})

test('no log keeps what lets somebody in, not even when something breaks on the way', async () => {
  const port = await openPort()
  const { core } = port.house
  const token = await core.transact(() => makeLink(core, command, 'reset', port.hua))
  const cookie = (await port.cookie(port.owner)).slice('sid='.length)
  await core.transact(() => core.db.run('drop view persons'))
  for (const path of [`/reset/${token}`, `/invitation/${token}`, `/setup?code=${token}`, '/profile', `/login?next=/reset/${token}`])
    await fetch(port.url + path, { headers: { cookie: `sid=${cookie}`, 'x-kefu-visitor': token } })
  await fetch(`${port.url}/login`, { method: 'POST', headers: { origin: port.url }, body: new URLSearchParams({ name: 'hua@tea.example', password: token }) })
  expect(port.faults.length).toBeGreaterThanOrEqual(2)
  expect(port.lines.filter((line) => line.includes(token) || line.includes(cookie))).toEqual([])
  await port.close().catch(() => {})
})
