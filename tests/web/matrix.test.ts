import { describe, expect, test } from 'bun:test'
import { type Asked, openStaffedOffice, signedIn } from '#tests/support/office.ts'
import { addressOf } from './address-of.ts'
import { type CallerName, callers, type Entry, matrix } from './matrix.ts'

/* Read from the router's own table: a door that nobody has thought about fails here, not on the internet. */

const routes = await (async () => {
  const office = await openStaffedOffice()
  const all = office.app.routes.map(({ method, path }) => `${method} ${path}`)
  office.close()
  return [...new Set(all)]
})()

/** HEAD is GET without a body; where it is a route of its own it has GET's line. */
const lineOf = (route: string) => matrix[route.replace(/^HEAD /, 'GET ')]

const expected = ({ expect: statuses }: Entry, caller: CallerName) => (typeof statuses === 'number' ? statuses : statuses[callers.indexOf(caller)])

test('every route has its line, and every line its route', () => {
  expect(routes.filter((route) => !lineOf(route))).toEqual([])
  expect(Object.keys(matrix).filter((line) => !routes.includes(line))).toEqual([])
})

test('every door that is open to strangers says why', () => {
  const open = Object.entries(matrix).filter(([, entry]) => expected(entry, 'nobody') !== 401)
  expect(open.filter(([, entry]) => !entry.because).map(([route]) => route)).toEqual([])
})

describe.each(routes)('%s', (route) => {
  const entry = lineOf(route)
  const [method = 'GET', path = '/'] = route.split(' ')
  test.each([...callers])('answers %s', async (caller) => {
    if (!entry) return
    const office = await openStaffedOffice()
    const as = caller === 'nobody' ? null : await signedIn(office, office[caller])
    const asked: Asked = { method, as, ...(entry.fields && { fields: entry.fields }) }
    const answer = await office.ask(addressOf(office, path, entry), asked)
    expect(answer.status).toBe(expected(entry, caller) ?? 0)
    office.close()
  })
})
