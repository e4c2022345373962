import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGeo } from '#src/build/geo.ts'
import { type Geo, openGeo, place, unpackGeo } from '#src/geo/index.ts'

/* The data that is shipped. Made once; later runs find it made. */
const packed = 'public/built/geo.bin.gz'
const folder = mkdtempSync(join(tmpdir(), 'kefu-geo-data-'))
let geo: Geo

beforeAll(async () => {
  await buildGeo(packed)
  geo = openGeo(await unpackGeo(Bun.file(packed), folder))
}, 60_000)
afterAll(() => {
  geo.close()
  rmSync(folder, { recursive: true, force: true })
})

test('well-known addresses are where they are', () => {
  expect(place(geo, '113.87.0.1')).toEqual({ country: 'CN', region: 'GD', city: 'Shenzhen' })
  expect(place(geo, '223.5.5.5')).toEqual({ country: 'CN', region: 'ZJ', city: 'Hangzhou' })
  expect(place(geo, '140.112.1.1')).toEqual({ country: 'TW', region: 'TPE', city: 'Taipei' })
  expect(place(geo, '81.2.69.142')).toEqual({ country: 'GB', region: 'ENG', city: 'Newmarket' })
  expect(place(geo, '8.8.8.8')).toEqual({ country: 'US', region: null, city: null })
  expect(place(geo, '::ffff:8.8.8.8')).toEqual({ country: 'US', region: null, city: null })
  expect(place(geo, '2001:da8::1')).toEqual({ country: 'CN', region: 'BJ', city: 'Beijing' })
  expect(place(geo, '2408:8456::1')).toEqual({ country: 'CN', region: null, city: null })
})

test('addresses of nobody are nowhere', () => {
  const private4 = [
    '0.0.0.1',
    '10.1.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.0.1',
    '192.168.0.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255'
  ]
  const private6 = ['::', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '64:ff9b::808:808']
  for (const address of [...private4, ...private6]) expect(place(geo, address)).toBeNull()
})

test('it is small enough to ship', () => {
  expect(statSync(packed).size).toBeLessThan(6_500_000)
})

test('making it again from the same sources takes no time', async () => {
  const began = performance.now()
  await buildGeo(packed)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('ten thousand look-ups all over the world take well under a second', () => {
  const began = performance.now()
  for (let n = 0; n < 10_000; n++) place(geo, `${1 + (n % 220)}.${(n * 7) % 256}.${(n * 13) % 256}.${(n * 29) % 256}`)
  expect(performance.now() - began).toBeLessThan(5_000)
})
