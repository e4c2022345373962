import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGeo } from '#src/build/geo.ts'
import { type Audience, neighbourhoods, someAddress } from '#src/demo/audience/addresses.ts'
import { browsers } from '#src/demo/audience/browsers.ts'
import { somePersona } from '#src/demo/audience/persona.ts'
import { roads } from '#src/demo/audience/sources.ts'
import { createChance } from '#src/demo/chance.ts'
import { shops } from '#src/demo/shop.ts'
import { type Geo, openGeo, place, placeName, unpackGeo } from '#src/geo/index.ts'
import { isGlobal } from '#src/platform/address.ts'
import { deviceOf, isCrawler, sourceOf } from '#src/visitors/index.ts'

const packed = 'public/built/geo.bin.gz'
const folder = mkdtempSync(join(tmpdir(), 'kefu-demo-geo-'))
const audiences = Object.keys(neighbourhoods) as Audience[]
let geo: Geo

beforeAll(async () => {
  await buildGeo(packed)
  geo = openGeo(await unpackGeo(Bun.file(packed), folder))
}, 60_000)
afterAll(() => {
  geo.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every neighbourhood is where its name says, from its first address to its last', () => {
  const wrong = audiences.flatMap((audience) =>
    neighbourhoods[audience].flatMap(({ name, base }) => {
      const found = new Set([2, 64, 128, 192, 253].map((last) => placeName(place(geo, `${base}.${last}`), audience === 'abroad' ? 'en' : 'zh-CN')))
      return found.size === 1 && [...found][0]?.includes(name) && isGlobal(`${base}.7`) ? [] : [`${name} ${base}: ${[...found].join(' / ')}`]
    })
  )
  expect(wrong).toEqual([])
})

test('people come from most provinces of China and from many countries', () => {
  const bases = audiences.flatMap((audience) => neighbourhoods[audience])
  const places = bases.flatMap(({ base }) => place(geo, `${base}.9`) ?? [])
  expect(new Set(places.filter(({ country }) => country === 'CN').map(({ region }) => region)).size).toBeGreaterThanOrEqual(25)
  expect(new Set(places.map(({ country }) => country)).size).toBeGreaterThanOrEqual(15)
})

test('an address is in the towns that were asked for', () => {
  const chance = createChance(3)
  const towns = new Set(Array.from({ length: 40 }, () => someAddress(chance, 'mainland', ['成都', '杭州']).town))
  expect([...towns].sort()).toEqual(['成都', '杭州'])
})

test('every browser is read as a person with a browser and a system, and apps are known', () => {
  const all = Object.values(browsers).flat()
  const wrong = all.filter(({ agent, app }) => {
    const { browser, os, inApp } = deviceOf(agent)
    return isCrawler(agent) || browser === null || os === null || (app !== null && inApp !== app)
  })
  expect(wrong).toEqual([])
})

test('every road is told as the source it is, and advertising passes its keyword on', () => {
  const told = audiences.flatMap((audience) =>
    roads[audience].map(({ referrer, query }) =>
      sourceOf({ referrer: referrer || null, landing: `${shops.chinese.url}/goods/x${query}` }, ['shanjian-tea.example'])
    )
  )
  const kinds = new Set(told.map(({ kind }) => kind))
  for (const kind of ['direct', 'search', 'paid', 'social', 'mail', 'link'] as const) expect(kinds).toContain(kind)
  expect(told.filter(({ kind, keyword }) => kind === 'paid' && keyword === null)).toEqual([])
  expect(new Set(told.map(({ engine }) => engine)).size).toBeGreaterThan(10)
})

test('people abroad come to the English shop, and nobody leaves it by a page of the other', () => {
  const chance = createChance(4)
  for (let n = 0; n < 200; n++) {
    const { audience, shop, landing } = somePersona(chance)
    expect(shop).toBe(audience === 'abroad' ? 'english' : 'chinese')
    expect(landing.url.startsWith(shops[shop].url)).toBeTrue()
  }
})
