import { afterEach, beforeEach, expect, test } from 'bun:test'
import {
  abandonUpload,
  appendChunk,
  attachFile,
  chunkBytes,
  deleteFile,
  deleteFileBytes,
  deleteFilesOfEntry,
  discardUnfinished,
  emptyDeleted,
  fileByPublicId,
  type UploadFor
} from '#src/files/index.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { png } from '#tests/support/files.ts'
import { insertEntry, openShop, type Shop } from '#tests/support/shop.ts'
import { countOf, expectWholeFiles, store, storeChunks } from '#tests/support/stored-files.ts'

const hour = 3_600_000
let bench: Bench
let shop: Shop
let upload: UploadFor
beforeEach(async () => {
  bench = openBench()
  shop = await openShop(bench.core)
  upload = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: shop.conversations[0] }
})
afterEach(() => bench.close())

const discardAfter = (ms: number) => discardUnfinished(bench.core, bench.core.now() + ms)
async function attachTo(publicId: string): Promise<{ id: number; entry: number }> {
  return bench.core.transact(() => {
    const entry = insertEntry(bench.core, shop.conversations[0])
    return { id: attachFile(bench.core, publicId, upload.uploader, shop.conversations[0], entry).id, entry }
  })
}

test('an upload that broke off is gone after an hour, bytes and row', async () => {
  await storeChunks(bench.core, png(1, 1, 20 * chunkBytes), 'a.png', upload, { upTo: 19 })
  await discardAfter(hour)
  expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([1, 19])
  await discardAfter(hour + 1)
  expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([0, 0])
})

test('a file that arrived but was never sent goes the same way, one that was sent stays', async () => {
  await store(bench.core, png(1, 1, chunkBytes), 'unsent.png', upload)
  const sent = await store(bench.core, png(1, 1, chunkBytes), 'sent.png', upload)
  await attachTo(sent.publicId)
  await discardAfter(hour + 1)
  expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([1, 2])
  expectWholeFiles(bench.core)
})

test('a message cannot use a file whose bytes are just being removed', async () => {
  const { publicId } = await store(bench.core, png(1, 1, 20 * chunkBytes), 'a.png', upload)
  const discarding = discardAfter(hour + 1)
  await expect(attachTo(publicId)).rejects.toThrow('refusal.missing')
  await discarding
  expectWholeFiles(bench.core)
})

test('removing goes on where a crash ended it', async () => {
  const { publicId } = await store(bench.core, png(1, 1, 20 * chunkBytes), 'a.png', upload)
  const { id } = await attachTo(publicId)
  await bench.core.transact(() => {
    deleteFile(bench.core, id)
    bench.core.db.query('delete from file_chunks where file_id = ? and n < 8').run(id)
  })
  await emptyDeleted(bench.core)
  expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([1, 0])
  expectWholeFiles(bench.core)
})

test('the file of a deleted message does not exist from the commit on; its name is forgotten, its bytes follow', async () => {
  const { publicId } = await store(bench.core, png(1, 1, chunkBytes), 'private.png', upload)
  const { entry } = await attachTo(publicId)
  await bench.core.transact(() => deleteFilesOfEntry(bench.core, entry))
  expect(fileByPublicId(bench.core, publicId)).toBeNull()
  await emptyDeleted(bench.core)
  expect(countOf(bench.core, 'file_chunks')).toBe(0)
  expect(bench.core.db.query('select name, emptied_at is not null as emptied from files').all()).toEqual([{ name: '', emptied: 1 }])
})

test('bytes of a file that is not deleted stay, whoever asks', async () => {
  const { publicId } = await store(bench.core, png(1, 1, chunkBytes), 'a.png', upload)
  await deleteFileBytes(bench.core, fileByPublicId(bench.core, publicId)?.id ?? 0)
  expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([1, 2])
})

test('an uploader may change their mind before sending; nobody may for them, and not afterwards', async () => {
  const { publicId } = await store(bench.core, png(), 'a.png', upload)
  const abandonAs = (kind: 'visitor' | 'agent', id: number, file: unknown = publicId) =>
    bench.core.transact(() => abandonUpload(bench.core, file, { kind, id }))
  await expect(abandonAs('visitor', shop.visitors[1])).rejects.toThrow('refusal.missing')
  await expect(abandonAs('visitor', shop.visitors[0], null)).rejects.toThrow('refusal.missing')
  await abandonAs('visitor', shop.visitors[0])
  expect(fileByPublicId(bench.core, publicId)).toBeNull()
  const sent = await store(bench.core, png(), 'b.png', upload)
  await attachTo(sent.publicId)
  await expect(abandonAs('visitor', shop.visitors[0], sent.publicId)).rejects.toThrow('refusal.missing')
})

test('an upload that goes on after it was discarded is refused and leaves no chunk behind', async () => {
  const { id } = await storeChunks(bench.core, png(1, 1, chunkBytes), 'a.png', upload, { upTo: 1 })
  await discardAfter(hour + 1)
  await expect(bench.core.transact(() => appendChunk(bench.core, id, 1, new Uint8Array(9)))).rejects.toThrow('files.interrupted')
  expectWholeFiles(bench.core)
})

test('no commit removes more than two megabytes', async () => {
  await storeChunks(bench.core, png(1, 1, 30 * chunkBytes), 'a.png', upload, { upTo: 30 })
  const left: number[] = []
  const { transact } = bench.core
  const watched = { ...bench.core, transact: <T>(work: () => T) => transact(work).finally(() => left.push(countOf(bench.core, 'file_chunks'))) }
  await discardUnfinished(watched, bench.core.now() + hour + 1)
  expect(left).toEqual([30, 22, 14, 6, 0])
})
