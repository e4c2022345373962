import { afterEach, beforeEach, expect, test } from 'bun:test'
import { deleteFile, type StoredFile, type UploadFor } from '#src/files/index.ts'
import { newPublicId, publicIdText } from '#src/platform/tokens.ts'
import { openSigned, signFileAddress } from '#src/web/files/index.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { png } from '#tests/support/files.ts'
import { openShop, type Shop } from '#tests/support/shop.ts'
import { store } from '#tests/support/stored-files.ts'

const secret = new Uint8Array(32).fill(7)
const minute = 60_000
let bench: Bench
let shop: Shop
let publicId: string
beforeEach(async () => {
  bench = openBench()
  shop = await openShop(bench.core)
  const upload: UploadFor = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: shop.conversations[0] }
  publicId = (await store(bench.core, png(), 'a.png', upload)).publicId
})
afterEach(() => bench.close())

const sign = (visitor = shop.visitors[0]) => signFileAddress(secret, visitor, publicId, bench.core.now())
const ownerOf = (file: StoredFile) => file.uploader.id
function open(address: string, viewerOf: (file: StoredFile) => number | null = ownerOf, key = secret): string {
  const url = new URL(address, 'https://kefu.example')
  try {
    return openSigned(bench.core, key, url.pathname.split('/').pop(), Object.fromEntries(url.searchParams), viewerOf).publicId
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
  }
}
const nothing = 'missing: refusal.missing'

test('a signed address opens its file for five to ten minutes', () => {
  const address = sign()
  expect(address).toStartWith(`/v/f/${publicId}?e=`)
  expect(open(address)).toBe(publicId)
  bench.clock.now += 5 * minute
  expect(open(address)).toBe(publicId)
  bench.clock.now += 5 * minute
  expect(open(address)).toBe(nothing)
})

test('a page that is drawn again finds the same address, until it must be renewed', () => {
  const address = sign()
  bench.clock.now += minute
  expect(sign()).toBe(address)
  bench.clock.now += 5 * minute
  expect(sign()).not.toBe(address)
})

test('it opens nothing for another visitor, another file, another key or another time', () => {
  const address = sign()
  const later = address.replace(/e=(\d+)/, (_, until) => `e=${Number(until) + 1}`)
  expect(open(sign(shop.visitors[1]))).toBe(nothing)
  expect(open(address.replace(publicId, publicIdText(newPublicId())))).toBe(nothing)
  expect(open(address, ownerOf, new Uint8Array(32).fill(8))).toBe(nothing)
  expect(open(later)).toBe(nothing)
  expect(open(signFileAddress(secret, shop.visitors[0], publicId, bench.core.now() + 60 * minute))).toBe(nothing)
})

test('a visitor who may not see the file any more, and a file that is gone, are the same', async () => {
  const address = sign()
  expect(open(address, () => null)).toBe(nothing)
  await bench.core.transact(() => deleteFile(bench.core, 1))
  expect(open(address)).toBe(nothing)
})

test.each(['', '?e=', '?s=', '?e=1e3&s=x', '?e=-1&s=x', '?e=99999999999999999&s=x', '?e=NaN&s=é'])('the query %p opens nothing', (query) => {
  expect(open(`/v/f/${publicId}${query}`)).toBe(nothing)
})

test('no visitor is named in an address', () => {
  const other = signFileAddress(secret, 424_242, publicId, bench.core.now())
  expect(other).not.toContain('424242')
})
