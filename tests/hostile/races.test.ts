import { afterEach, beforeEach, expect, test } from 'bun:test'
import { hire } from '#tests/support/chat.ts'
import { openOffice } from '#tests/support/office.ts'
import { newKey } from '#tests/support/visitor.ts'
import { type OpenPort, openPort } from './open-port.ts'

/* Many at once, through the real port: one winner, whatever the order. */

let port: OpenPort
beforeEach(async () => {
  port = await openPort()
})
afterEach(() => port.close())

const crowd = 50

/** Fifty colleagues, each with an address of their own. */
async function colleagues(): Promise<{ cookie: string; address: string }[]> {
  const people = await Promise.all(Array.from({ length: crowd }, (_, n) => hire(port.house.core, `同事${n}`, `person${n}@tea.example`)))
  port.house.hub.presume(people.map(({ id }) => id))
  return Promise.all(people.map(async (person, n) => ({ cookie: await port.cookie(person), address: `203.0.113.${n}` })))
}

async function waiting(): Promise<number> {
  const visitor = await port.visitor()
  await visitor.hello(port.site.key)
  visitor.send({ t: 'say', key: newKey(), text: '在吗' })
  await visitor.hear('ack')
  visitor.leave()
  return port.house.core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id ?? 0
}

const post = (path: string, { cookie, address }: { cookie: string; address: string }, fields: Record<string, string> = {}) =>
  fetch(port.url + path, {
    method: 'POST',
    headers: { cookie, origin: port.url, 'x-forwarded-for': address, 'hx-request': 'true' },
    body: new URLSearchParams(fields),
    redirect: 'manual'
  })

const entriesOf = (id: number) =>
  port.house.core.db.query<{ kind: string; seq: number }, [number]>('select kind, seq from entries where conversation_id = ? order by seq').all(id)

test('of fifty colleagues who accept at once one has it, and the others are told who', async () => {
  const id = await waiting()
  const answers = await Promise.all((await colleagues()).map((who) => post(`/conversations/${id}/acceptance`, who)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBe(1)
  expect(statuses.filter((status) => status === 409).length).toBe(crowd - 1)
  const winner = port.house.core.db
    .query<{ name: string }, [number]>('select p.nickname as name from conversations c join people p on p.id = c.assigned_to where c.id = ?')
    .get(id)?.name
  expect(await answers.find(({ status }) => status === 409)?.text()).toContain(String(winner))
  expect(entriesOf(id).filter(({ kind }) => kind === 'accepted').length).toBe(1)
})

test('of fifty first replies one is said, and no number is missing', async () => {
  const id = await waiting()
  const answers = await Promise.all((await colleagues()).map((who) => post(`/conversations/${id}/messages`, who, { text: '您好', key: newKey() })))
  expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  expect(answers.filter(({ status }) => status === 409).length).toBe(crowd - 1)
  expect(entriesOf(id).map(({ kind, seq }) => `${seq} ${kind}`)).toEqual(['1 message', '2 accepted', '3 message'])
})

test('one reply sent fifty times is said once', async () => {
  const id = await waiting()
  const [who] = await colleagues()
  const key = newKey()
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => post(`/conversations/${id}/messages`, who ?? { cookie: '', address: '' }, { text: '您好', key }))
  )
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(entriesOf(id).filter(({ kind }) => kind === 'message').length).toBe(2)
})

test('a first message that fifty tabs send at once opens one conversation of one visitor', async () => {
  const first = await port.visitor()
  const { token } = await first.hello(port.site.key)
  const tabs = await Promise.all(
    Array.from({ length: 19 }, async () => {
      const tab = await port.visitor()
      await tab.hello(port.site.key, { token })
      return tab
    })
  )
  for (const [n, tab] of tabs.entries()) tab.send({ t: 'say', key: newKey(), text: `tab ${n}` })
  const acks = await Promise.all(tabs.map((tab) => tab.hear('ack')))
  expect(new Set(acks.map(({ c }) => c)).size).toBe(1)
  expect(acks.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, n) => n + 1))
  const count = (table: 'visitors' | 'conversations') => port.house.core.db.query<{ n: number }, []>(`select count(*) as n from ${table}`).get()?.n
  expect([count('visitors'), count('conversations')]).toEqual([1, 1])
  for (const tab of [first, ...tabs]) tab.leave()
})

test('of ten set-ups with the right code one makes the appliance, and guessing opens nothing', async () => {
  const office = openOffice()
  const fields = (code: string, n: number) => ({
    code,
    nickname: `老板${n}`,
    email: `boss${n}@tea.example`,
    password: 'a small boat at dawn',
    siteName: '山间茶事',
    siteUrl: 'https://tea.example',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    publicUrl: 'http://localhost:8080'
  })
  for (const code of ['', '0', 'null', ' ', office.setupCode.slice(0, -1), `${office.setupCode}x`, office.setupCode.toUpperCase(), 'é'.repeat(22)])
    expect([code, (await office.ask('/setup', { fields: fields(code, 0) })).status]).toEqual([code, 403])
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => office.ask('/setup', { fields: fields(office.setupCode, n) })))
  expect(answers.filter(({ status }) => status === 303).length).toBe(1)
  const count = (table: 'people' | 'sites' | 'appliance') => office.core.db.query<{ n: number }, []>(`select count(*) as n from ${table}`).get()?.n
  expect([count('people'), count('sites'), count('appliance')]).toEqual([1, 1, 1])
  expect((await office.ask('/setup', { fields: fields(office.setupCode, 11) })).status).toBe(404)
  expect((await office.ask(`/setup?code=${office.setupCode}`)).status).toBe(404)
  office.close()
})
