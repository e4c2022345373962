import { afterEach, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyOfIPv6, openGeo, type Place, packGeo, place, type Ranges, unpackGeo } from '#src/geo/index.ts'

const shenzhen: Place = { country: 'CN', region: 'GD', city: 'Shenzhen' }
const urumqi: Place = { country: 'CN', region: 'XJ', city: 'Ürümqi' }
const britain: Place = { country: 'GB', region: null, city: null }

/** 1.0.0.0/24 Shenzhen, 1.0.1.0–1.0.1.9 Ürümqi, 2.0.0.0/8 Britain, 2408:8000::/20 Shenzhen; nothing else is known. */
function world(): Ranges {
  const ipv4 = (a: number, b: number, c: number, d: number) => a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
  const china = keyOfIPv6(0x24088000, 0) ?? 0
  const starts = [0, ipv4(1, 0, 0, 0), ipv4(1, 0, 1, 0), ipv4(1, 0, 1, 10), ipv4(2, 0, 0, 0), ipv4(3, 0, 0, 0), china, china + 2 ** 36]
  return { starts, numbers: [0, 1, 2, 0, 3, 0, 1, 0], places: [null, shenzhen, urumqi, britain] }
}

/** As many neighbours as fill several blocks: 5.x.y.0/24 is Shenzhen for even y and Ürümqi for odd ones. */
function stripes(): Ranges {
  const starts = Array.from({ length: 1_000 }, (_, n) => 5 * 2 ** 24 + n * 256)
  return { starts: [0, ...starts, 5 * 2 ** 24 + 256_000], numbers: [0, ...starts.map((_, n) => 1 + (n % 2)), 0], places: [null, shenzhen, urumqi] }
}

const folders: string[] = []
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'kefu-geo-'))
  folders.push(path)
  return path
}
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
})

const packed = (ranges: Ranges) => new Blob([Bun.gzipSync(packGeo(ranges))])

test.each([
  ['1.0.0.0', shenzhen],
  ['1.0.0.255', shenzhen],
  ['1.0.1.0', urumqi],
  ['1.0.1.9', urumqi],
  ['1.0.1.10', null],
  ['2.255.255.255', britain],
  ['3.0.0.0', null],
  ['0.255.255.255', null],
  ['255.255.255.255', null],
  ['::ffff:1.0.0.7', shenzhen],
  ['2408:8000::', shenzhen],
  ['2408:8fff:ffff:ffff:ffff:ffff:ffff:ffff', shenzhen],
  ['2408:9000::', null],
  ['2408:7fff:ffff::', null],
  ['2000:0:1::', null],
  ['::1', null],
  ['::1.0.0.7', null],
  ['fe80::1', null],
  ['4408:8000::', null],
  ['ff02::1', null],
  ['127.0.0.1', null],
  ['192.168.1.1', null],
  ['', null],
  ['1.0.0', null],
  ['1.0.0.1%eth0', null]
])('%s is found in %j', (address, found) => {
  const geo = openGeo(packGeo(world()))
  expect(place(geo, address)).toEqual(found)
})

test('every range of many blocks is found, first and last address', () => {
  const geo = openGeo(packGeo(stripes()))
  for (let n = 0; n < 1_000; n++) {
    const net = `5.${Math.floor(n / 256)}.${n % 256}`
    expect(place(geo, `${net}.0`)).toEqual(n % 2 ? urumqi : shenzhen)
    expect(place(geo, `${net}.255`)).toEqual(n % 2 ? urumqi : shenzhen)
  }
  expect(place(geo, '5.3.232.0')).toBeNull()
})

test('data without any range knows nothing', () => {
  expect(place(openGeo(packGeo({ starts: [], numbers: [], places: [null] })), '1.0.0.1')).toBeNull()
})

test('what lies behind the last range belongs to it only as far as addresses are global', () => {
  const geo = openGeo(packGeo({ starts: [0, keyOfIPv6(0x24088000, 0) ?? 0], numbers: [0, 1], places: [null, shenzhen] }))
  expect(place(geo, '3fff:ffff::')).toEqual(shenzhen)
  for (const address of ['4000::', 'fc00::1', 'fe80::1', 'ff02::1']) expect(place(geo, address)).toBeNull()
})

test('data is unpacked into a file once and read from there', async () => {
  const where = join(folder(), 'geo')
  const file = await unpackGeo(packed(world()), where)
  if (typeof file !== 'string') throw new Error('expected a file')
  expect(readdirSync(where)).toHaveLength(1)
  const written = Bun.file(file).lastModified
  expect(await unpackGeo(packed(world()), where)).toBe(file)
  expect(Bun.file(file).lastModified).toBe(written)
  const geo = openGeo(file)
  expect(place(geo, '1.0.1.3')).toEqual(urumqi)
  geo.close()
})

test('newer data takes the place of older, and nothing else in the folder is touched', async () => {
  const where = folder()
  writeFileSync(join(where, 'mine.mmdb'), 'x')
  const older = await unpackGeo(packed(world()), where)
  const newer = await unpackGeo(packed(stripes()), where)
  expect(newer).not.toBe(older)
  expect(readdirSync(where).sort()).toEqual([String(newer).slice(where.length + 1), 'mine.mmdb'])
})

test('a file that was cut short is unpacked again', async () => {
  const where = folder()
  const file = String(await unpackGeo(packed(stripes()), where))
  writeFileSync(file, 'kefugeo1')
  expect(() => openGeo(file)).toThrow('not a geo file')
  expect(await unpackGeo(packed(stripes()), where)).toBe(file)
  expect(place(openGeo(file), '5.0.1.1')).toEqual(urumqi)
})

test('where no file can be written the data stays in memory', async () => {
  const where = join(folder(), 'geo')
  writeFileSync(where, 'a file where the folder should be')
  const bytes = await unpackGeo(packed(world()), where)
  expect(bytes).toBeInstanceOf(Uint8Array)
  expect(place(openGeo(bytes), '2.1.1.1')).toEqual(britain)
})

test('bytes that are not ours are refused', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(100), new TextEncoder().encode('kefugeo1'.repeat(10)), packGeo(world()).slice(0, -1)]) {
    expect(() => openGeo(bytes)).toThrow('not a geo file')
  }
})
