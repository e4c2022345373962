import { afterEach, beforeEach, expect, test } from 'bun:test'
import { command } from '#src/audit/index.ts'
import type { Event, Signal } from '#src/events.ts'
import { appliance, createSetupCode, noSetupCode, setUp } from '#src/install/index.ts'
import { hasOwner, owner, people } from '#src/people/index.ts'
import { publicUrlFrom } from '#src/platform/public-url.ts'
import { siteOrigins, sites } from '#src/sites/index.ts'
import { type Bench, openBench } from '#tests/support/core.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const typed = {
  nickname: '陈屿',
  email: 'chenyu@tea.example',
  passwordHash: 'hash',
  siteName: '山间茶事',
  siteUrl: 'tea.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  publicUrl: 'https://kefu.tea.example/'
}
const begin = (change: Partial<typeof typed> = {}) => bench.core.transact(() => setUp(bench.core, command, { ...typed, ...change }))

test('set-up makes the owner, the first site with its origins, and the appliance, and says so', async () => {
  const { core } = bench
  const heard: (Event | Signal)[] = []
  core.listen((happened) => heard.push(happened))
  const { site } = await begin()
  expect(owner(core)).toMatchObject({ nickname: '陈屿', role: 'owner', hasPassword: true })
  expect(siteOrigins(core, site.id)).toEqual(['https://tea.example', 'https://www.tea.example'])
  expect(appliance(core)).toMatchObject({ publicUrl: 'https://kefu.tea.example', language: 'zh-CN', timeZone: 'Asia/Shanghai' })
  expect(heard).toContainEqual({ kind: 'set-up' })
})

test('of two set-ups at once one wins', async () => {
  const results = await Promise.allSettled([begin(), begin({ email: 'other@tea.example' })])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect([people(bench.core).length, sites(bench.core).length]).toEqual([1, 1])
})

test.each([
  ['nickname', { nickname: '' }],
  ['email', { email: 'nobody' }],
  ['siteName', { siteName: ' ' }],
  ['siteUrl', { siteUrl: 'not an address' }],
  ['timeZone', { timeZone: 'Nowhere' }],
  ['publicUrl', { publicUrl: 'javascript:alert(1)' }]
] as const)('a wrong %s leaves nothing behind', async (field, change) => {
  await expect(begin(change)).rejects.toMatchObject({ field })
  expect(hasOwner(bench.core)).toBe(false)
  expect(appliance(bench.core)).toBeNull()
  expect(sites(bench.core)).toEqual([])
})

test('the code opens, nothing else does, and afterwards nothing at all', () => {
  const { code, check } = createSetupCode()
  expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(check.matches(code)).toBe(true)
  for (const wrong of ['', null, undefined, 0, [code], code.slice(1), `${code}x`, createSetupCode().code]) expect(check.matches(wrong)).toBe(false)
  expect(noSetupCode.matches(code)).toBe(false)
  check.forget()
  expect(check.matches(code)).toBe(false)
})

test.each([
  ['kefu.tea.example', 'https://kefu.tea.example'],
  [' http://192.168.1.5:8080/ ', 'http://192.168.1.5:8080'],
  ['https://tea.example/kefu/', 'https://tea.example/kefu'],
  ['HTTPS://Kefu.Tea.Example', 'https://kefu.tea.example'],
  ['https://u:p@tea.example', null],
  ['https://u@tea.example', null],
  ['https://tea.example/?x=1', null],
  ['https://tea.example/#x', null],
  ['ftp://tea.example', null],
  ['javascript:alert(1)', null],
  ['https://tea.example/<svg>', null],
  ['', null]
] as const)('as a public address %p is %p', (typedUrl, url) => {
  expect(publicUrlFrom(typedUrl)).toBe(url)
})
