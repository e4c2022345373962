import { afterEach, beforeEach, expect, test } from 'bun:test'
import {
  addSite,
  allowOrigin,
  changeSettings,
  changeSite,
  codeLine,
  hiddenSites,
  hideSite,
  noteRefusedOrigin,
  noteSighting,
  refusedOrigins,
  removeOrigin,
  showSite,
  sightings,
  siteByKey,
  siteOrigins,
  siteSettings,
  sites
} from '#src/sites/index.ts'
import { callerOf, openStaffedOffice, type Staffed } from '#tests/support/office.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const typed = { name: 'Mountain Tea', url: 'https://mountain-tea.example', language: 'en', timeZone: 'Europe/London' }
const does = <T>(work: () => T) => office.core.transact(work)
const boss = () => callerOf(office.owner)

test('a new site has a key, and allows its address with and without www', async () => {
  const site = await does(() => addSite(office.core, boss(), typed))
  expect(site.key).toMatch(/^s_[A-Za-z0-9]{10}$/)
  expect(siteOrigins(office.core, site.id)).toEqual(['https://mountain-tea.example', 'https://www.mountain-tea.example'])
  expect(sites(office.core).map(({ name }) => name)).toEqual(['山间茶事', 'Mountain Tea'])
})

test('an address typed with http allows http too', async () => {
  const site = await does(() => addSite(office.core, boss(), { ...typed, url: 'http://tea.test' }))
  expect(siteOrigins(office.core, site.id)).toContain('http://tea.test')
  expect(site.url).toBe('http://tea.test')
})

test.each([
  ['name', { name: '  ' }, 'sites.name_needed'],
  ['url', { url: 'not an address' }, 'sites.url_wrong'],
  ['url', { url: 'javascript:alert(1)' }, 'sites.url_wrong'],
  ['url', { url: 'https://*.tea.example' }, 'sites.url_wrong'],
  ['url', { url: 'tea' }, 'sites.url_wrong'],
  ['timeZone', { timeZone: 'Mars/Olympus' }, 'people.time_zone_wrong']
] as const)('a wrong %s is told at its field', async (field, change, say) => {
  await expect(does(() => addSite(office.core, boss(), { ...typed, ...change }))).rejects.toMatchObject({ field, say })
})

test('an agent changes nothing here', async () => {
  const { core, agent, site } = office
  const by = callerOf(agent)
  const acts = [
    () => addSite(core, by, typed),
    () => changeSite(core, by, site.id, typed),
    () => hideSite(core, by, site.id),
    () => showSite(core, by, site.id),
    () => allowOrigin(core, by, site.id, 'https://evil.example'),
    () => removeOrigin(core, by, site.id, 'https://tea.example'),
    () => changeSettings(core, by, site.id, 'window', siteSettings(core, site.id, 'window'))
  ]
  for (const act of acts) await expect(does<unknown>(act)).rejects.toThrow('forbidden')
  expect(siteOrigins(core, site.id)).toEqual(['https://tea.example', 'https://www.tea.example'])
})

test('a site is found by its key and by nothing else', () => {
  const { core, site } = office
  expect(siteByKey(core, site.key)?.id).toBe(site.id)
  for (const wrong of [
    null,
    1,
    '',
    's_',
    site.key.slice(1),
    `${site.key}x`,
    site.key.toLowerCase() === site.key ? 's_0000000000' : site.key.toLowerCase(),
    { key: site.key }
  ])
    expect(siteByKey(core, wrong)).toBeNull()
})

test('what a visitor’s door remembers of a site follows every change at once', async () => {
  const { core, site } = office
  const known = () => siteByKey(core, site.key)
  expect(known()?.name).toBe('山间茶事')
  await does(() => changeSite(core, boss(), site.id, { ...typed, url: 'https://tea.example' }))
  expect(known()?.name).toBe('Mountain Tea')
  await does(() => allowOrigin(core, boss(), site.id, '*.tea.example'))
  expect(known()?.origins).toContain('https://*.tea.example')
  await does(() => changeSettings(core, boss(), site.id, 'window', { ...siteSettings(core, site.id, 'window'), welcome: { en: 'Hello' } }))
  expect(known()?.window.welcome).toEqual({ en: 'Hello' })
  await does(() => hideSite(core, boss(), site.id))
  expect(known()).toBeNull()
  await does(() => showSite(core, boss(), site.id))
  expect(known()?.id).toBe(site.id)
})

test('a removed site keeps its records and is listed apart', async () => {
  const { core, site } = office
  await does(() => hideSite(core, boss(), site.id))
  expect(sites(core)).toEqual([])
  expect(hiddenSites(core).map(({ id }) => id)).toEqual([site.id])
  expect(siteOrigins(core, site.id)).not.toEqual([])
})

test('another address brings its origins and keeps the old ones', async () => {
  const { core, site, clock } = office
  clock.now += 1_000
  await does(() => changeSite(core, boss(), site.id, { ...typed, url: 'https://new-tea.example' }))
  expect(siteOrigins(core, site.id)).toEqual(['https://tea.example', 'https://www.tea.example', 'https://new-tea.example', 'https://www.new-tea.example'])
})

test('an origin is allowed once, in one form, and removed again', async () => {
  const { core, site } = office
  for (const origin of ['https://M.tea.example/page?x=1', 'https://m.tea.example', 'm.tea.example'])
    await does(() => allowOrigin(core, boss(), site.id, origin))
  expect(siteOrigins(core, site.id).filter((origin) => origin.includes('m.tea'))).toEqual(['https://m.tea.example'])
  await does(() => removeOrigin(core, boss(), site.id, 'https://m.tea.example'))
  await expect(does(() => removeOrigin(core, boss(), site.id, 'https://m.tea.example'))).rejects.toThrow('missing')
})

test.each(['file:///etc', 'javascript:alert(1)', 'https://*', 'https://*.com', 'https://u:p@tea.example', ''])('%p is no origin', async (origin) => {
  await expect(does(() => allowOrigin(office.core, boss(), office.site.id, origin))).rejects.toMatchObject({ field: 'origin' })
})

test('who was turned away is listed with a count, until allowed', async () => {
  const { core, site, clock } = office
  await does(() => noteRefusedOrigin(core, site.id, 'https://blog.tea.example', 3))
  clock.now += 1_000
  await does(() => noteRefusedOrigin(core, site.id, 'https://blog.tea.example'))
  expect(refusedOrigins(core, site.id)).toMatchObject([{ origin: 'https://blog.tea.example', count: 4, lastAt: clock.now }])
  await does(() => allowOrigin(core, boss(), site.id, 'https://blog.tea.example'))
  expect(refusedOrigins(core, site.id)).toEqual([])
})

test('strangers cannot fill the list of those turned away, nor the log', async () => {
  const { core, site } = office
  await does(() => {
    for (let n = 0; n < 200; n++) noteRefusedOrigin(core, site.id, `https://evil${n}.example`)
  })
  expect(core.db.query<{ n: number }, []>('select count(*) as n from refused_origins').get()?.n).toBe(50)
  expect(core.db.query<{ n: number }, []>("select count(*) as n from audit where action = 'origin.refused'").get()?.n).toBe(50)
})

test('where the code line was seen is kept per origin, the newest first', async () => {
  const { core, site, clock } = office
  await does(() => noteSighting(core, site.id, 'https://tea.example', 'https://tea.example/'))
  clock.now += 5_000
  await does(() => noteSighting(core, site.id, 'https://www.tea.example', 'https://www.tea.example/cart'))
  clock.now += 5_000
  await does(() => noteSighting(core, site.id, 'https://tea.example', 'https://tea.example/about'))
  expect(sightings(core, site.id).map(({ url, firstAt, lastAt }) => [url, lastAt - firstAt])).toEqual([
    ['https://tea.example/about', 10_000],
    ['https://www.tea.example/cart', 0]
  ])
})

test('settings have usual values until somebody chooses, also ones that came later', async () => {
  const { core, site } = office
  expect(siteSettings(core, site.id, 'window')).toMatchObject({ accept: 'first-reply', apps: false })
  core.db.run('insert into site_settings (site_id, subject, body, changed_at) values (?, \'window\', \'{"accept":"click"}\', 0)', [site.id])
  expect(siteSettings(core, site.id, 'window')).toMatchObject({ accept: 'click', apps: false, welcome: {} })
})

test('the line to paste', () => {
  expect(codeLine('https://kefu.tea.example', 's_8fKq2mVx00')).toBe('<script async src="https://kefu.tea.example/w.js" data-site="s_8fKq2mVx00"></script>')
})
