import { afterAll, beforeAll, expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAudit } from '#src/audit/index.ts'
import { demo } from '#src/cli/demo.ts'
import { countersFor, inboxOf } from '#src/conversations/index.ts'
import { fillDemo } from '#src/demo/index.ts'
import type { OpenHouse } from '#src/house.ts'
import { owner, people, signIn } from '#src/people/index.ts'
import { siteOrigins, sites } from '#src/sites/index.ts'
import { entriesWith } from '#src/storage/index.ts'
import { expectWholeFiles } from '#tests/support/stored-files.ts'
import { demoFolder, emptyHouse } from './demo-house.ts'

/* One filled demo for all: filling takes a few seconds. */
const now = Date.UTC(2026, 8, 8, 6, 42)
const folder = demoFolder()
let house: OpenHouse
let close: () => void
let printed: string[]

beforeAll(async () => {
  ;({ house, close } = await emptyHouse(folder, now))
  printed = await fillDemo(house, { seed: 7 })
}, 120_000)
afterAll(() => {
  close()
  folder.remove()
})

const rows = <T>(sql: string): T[] => house.core.db.query<T, []>(sql).all()
const count = (sql: string): number => rows<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n ?? 0

test('two sites, five people in three towns, visitors by the hundred, conversations in three languages', () => {
  expect(sites(house.core).map(({ language, name }) => [language, name !== ''])).toEqual([
    ['zh-CN', true],
    ['en', true]
  ])
  const team = people(house.core)
  expect(team.map(({ role }) => role)).toEqual(['owner', 'administrator', 'agent', 'agent', 'agent'])
  expect(new Set(team.map(({ timeZone }) => timeZone)).size).toBe(3)
  expect(team.filter(({ phone, email, jobNumber, hasPassword }) => !phone || !email || !jobNumber || !hasPassword)).toEqual([])
  expect(count('visitors')).toBeGreaterThan(300)
  expect(count("conversations where kind = 'chat'")).toBeGreaterThanOrEqual(60)
  for (const [language, least] of [
    ['zh-CN', 35],
    ['zh-TW', 4],
    ['en', 15]
  ] as const) {
    expect(count(`conversations where language = '${language}'`)).toBeGreaterThanOrEqual(least)
  }
})

test('nobody is without a visit, no visit without a trail, no trail without titles', () => {
  expect(count('visitors v where not exists (select 1 from visits where visitor_id = v.id)')).toBe(0)
  expect(count('visitors v where visits <> (select count(*) from visits where visitor_id = v.id)')).toBe(0)
  expect(count('visits v where pages = 0 or pages <> (select count(*) from page_views where visit_id = v.id)')).toBe(0)
  expect(count("pages where title = '' or url not like 'https://%'")).toBe(0)
  expect(count('visits where landing_page_id is null or last_page_id is null')).toBe(0)
  expect(count('page_views where seconds < 0 or seconds > 4000')).toBe(0)
})

test('visits have ended, but for those who are on the site now, and people looked at several pages', () => {
  expect(count('visits where ended_at is null')).toBe(29)
  expect(count(`visits where ended_at is null and seen_at <> ${now}`)).toBe(0)
  expect(count('page_views') / count('visits')).toBeGreaterThan(2)
})

test('people came from many places by many roads, and some came back', () => {
  expect(count('(select distinct country from visits)')).toBeGreaterThanOrEqual(10)
  expect(count("(select distinct region from visits where country = 'CN' and region is not null)")).toBeGreaterThanOrEqual(20)
  expect(count('visits where country is null')).toBe(0)
  expect(count('(select distinct source_kind, engine from visits)')).toBeGreaterThanOrEqual(12)
  expect(count('(select distinct browser, os from visits)')).toBeGreaterThanOrEqual(12)
  expect(count('visitors where visits > 1')).toBeGreaterThan(50)
})

test('every conversation is a log without gaps, for agents and for visitors', () => {
  expect(
    rows(`
      select c.id
        from conversations c join entries e on e.conversation_id = c.id
       group by c.id
      having c.seq <> count(*) or c.seq <> max(e.seq) or min(e.seq) <> 1 or c.visitor_seq <> count(e.visitor_seq) or c.visitor_seq <> max(e.visitor_seq)
          or c.last_entry_id <> max(e.id) or c.last_at <> max(e.posted_at)`)
  ).toEqual([])
  expect(count('conversations where seq = 0')).toBe(0)
  expect(count('entries e join entries later on later.conversation_id = e.conversation_id and later.seq = e.seq + 1 where later.posted_at < e.posted_at')).toBe(
    0
  )
  expect(count('read_marks m join conversations c on c.id = m.conversation_id where m.read_seq > c.seq or m.delivered_seq < m.read_seq')).toBe(0)
})

test('the past is past: nothing happens later than now, nobody speaks before they came', () => {
  for (const moment of [
    'entries where posted_at',
    'visits where seen_at',
    'page_views where at',
    'audit where at',
    'read_marks where at',
    'sessions where seen_at'
  ]) {
    expect([moment, count(`${moment} > ${now}`)]).toEqual([moment, 0])
  }
  expect(count('conversations c join visits v on v.id = c.visit_id where c.opened_at < v.started_at')).toBe(0)
  expect(count(`entries where posted_at < ${now - 31 * 86_400_000}`)).toBe(0)
})

test('what was said is found, what was sent is whole, the audit log holds', () => {
  expect(entriesWith(house.core, '开片', 50).length).toBeGreaterThan(1)
  expect(entriesWith(house.core, 'crackle', 50).length).toBeGreaterThan(0)
  expect(count('files where entry_id is not null and completed_at is not null')).toBeGreaterThan(8)
  expectWholeFiles(house.core)
  expect(verifyAudit(house.core).whole).toBeTrue()
})

test('the owner finds people waiting, conversations of their own with words unread and a draft, and messages left behind', () => {
  const chief = owner(house.core)
  if (!chief) throw new Error('no owner')
  const { waiting, mine, others } = inboxOf(house.core, chief, { site: null, text: '' })
  expect([waiting.length, mine.length, others.length]).toEqual([3, 3, 7])
  expect(waiting.every(({ waitingSince }) => waitingSince !== null && now - waitingSince < 600_000)).toBeTrue()
  expect(mine.some(({ draft }) => draft !== null)).toBeTrue()
  const counters = countersFor(house.core, chief)
  expect(counters.unread).toBeGreaterThanOrEqual(3)
  expect(counters.left).toBe(6)
  expect(count("conversations where kind = 'message' and handled_at is not null")).toBe(6)
})

test('the pages at /demo may carry the code line of both sites', () => {
  for (const site of sites(house.core)) expect(siteOrigins(house.core, site.id)).toContain('http://localhost:8686')
})

test('everybody can sign in with what was printed, and with nothing else', async () => {
  const logins = printed.flatMap((line) => /(\S+@\S+)\s+(\S{14})\s/.exec(line)?.slice(1, 3) ?? [])
  expect(logins.length).toBe(10)
  const [name = '', password = ''] = logins
  const attempt = (tried: string) =>
    signIn(house.core, house.passwords, house.loginLimits, { name, password: tried, remembered: false, from: { address: null, agent: null } })
  expect((await attempt(password)).person.role).toBe('owner')
  await expect(attempt(logins[3] ?? '')).rejects.toThrow()
  expect(printed.join('\n')).toContain('http://localhost:8686/demo')
})

test('what holds something is not filled: one sentence, 78', async () => {
  await expect(fillDemo(house)).rejects.toMatchObject({ exit: 78, message: expect.stringContaining('--data') })
  writeFileSync(join(folder.path, 'kefu.db'), 'anything')
  const given = { one: (option: string) => (option === 'data' ? folder.path : null), all: () => [], words: [] }
  const terminal = { print() {}, complain() {}, environment: {} }
  await expect(demo.run(given, terminal as unknown as Parameters<typeof demo.run>[1])).rejects.toMatchObject({ exit: 78 })
})

test('the same seed tells the same story', async () => {
  const other = demoFolder()
  const second = await emptyHouse(other, now)
  await fillDemo(second.house, { seed: 7 })
  const story = (of: OpenHouse) =>
    of.core.db
      .query(
        'select e.posted_at, e.kind, e.body, v.address from entries e join conversations c on c.id = e.conversation_id left join visits v on v.id = c.visit_id order by e.id'
      )
      .all()
  expect(story(second.house)).toEqual(story(house))
  second.close()
  other.remove()
}, 120_000)
