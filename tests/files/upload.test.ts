import { afterEach, beforeEach, expect, test } from 'bun:test'
import { attachFile, attachPortrait, chunkBytes, deleteFile, fileByPublicId, filesOfEntries, finishUpload, readFile, type UploadFor } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { newPublicId, publicIdText } from '#src/platform/tokens.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { bytesOf, jpeg, pdf, png } from '#tests/support/files.ts'
import { insertEntry, openShop, type Shop } from '#tests/support/shop.ts'
import { expectWholeFiles, store, storeChunks } from '#tests/support/stored-files.ts'

let bench: Bench
let shop: Shop
let upload: UploadFor
beforeEach(async () => {
  bench = openBench()
  shop = await openShop(bench.core)
  upload = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: shop.conversations[0] }
})
afterEach(() => bench.close())

const contentOf = async (fileId: number, bytes: number) =>
  new Uint8Array(await new Response(readFile(bench.core, fileId, { from: 0, to: bytes - 1 })).arrayBuffer())
const refusalOf = async (work: Promise<unknown>) => {
  const reason = await work.then(
    () => null,
    (error) => error
  )
  return reason instanceof Refusal ? `${reason.kind} ${reason.say}` : String(reason)
}
const attached = (publicId: unknown, as = upload.uploader, conversation = shop.conversations[0]) =>
  bench.core.transact(() => attachFile(bench.core, publicId, as, conversation, insertEntry(bench.core, conversation)))

test('what is read is what was sent, over many chunks', async () => {
  const sent = png(100, 50, 2 * chunkBytes + 17)
  const view = await store(bench.core, sent, 'tea.png', upload)
  expect(view).toEqual({
    publicId: expect.stringMatching(/^[\w-]{22}$/),
    kind: 'image',
    name: 'tea.png',
    type: 'image/png',
    bytes: sent.length,
    width: 100,
    height: 50
  })
  const file = fileByPublicId(bench.core, view.publicId)
  expect(Buffer.from(await contentOf(file?.id ?? 0, sent.length)).equals(Buffer.from(sent))).toBe(true)
})

test('any range of a file is cut out of its chunks', async () => {
  const sent = png(1, 1, 2 * chunkBytes).map((byte, at) => (at < 40 ? byte : at % 251))
  const { publicId } = await store(bench.core, sent, 'a.png', upload)
  const id = fileByPublicId(bench.core, publicId)?.id ?? 0
  for (const [from, to] of [
    [0, 0],
    [5, chunkBytes - 1],
    [chunkBytes - 1, chunkBytes],
    [chunkBytes, 2 * chunkBytes + 3],
    [sent.length - 1, sent.length - 1]
  ] as const) {
    const part = new Uint8Array(await new Response(readFile(bench.core, id, { from, to })).arrayBuffer())
    expect(Buffer.from(part).equals(Buffer.from(sent.subarray(from, to + 1)))).toBe(true)
  }
})

test('a stream whose file is deleted meanwhile fails rather than ending early', async () => {
  const sent = png(1, 1, 2 * chunkBytes)
  const { publicId } = await store(bench.core, sent, 'a.png', upload)
  const id = fileByPublicId(bench.core, publicId)?.id ?? 0
  const reader = readFile(bench.core, id, { from: 0, to: sent.length - 1 }).getReader()
  await reader.read()
  bench.core.db.query('delete from file_chunks where file_id = ?').run(id)
  await expect(reader.read()).rejects.toThrow('ended before')
})

test('a photo whose size stands behind its first chunk has it when it is finished', async () => {
  const view = await store(bench.core, jpeg(640, 480, { before: 300_000 }), 'a.jpg', upload)
  expect([view.width, view.height]).toEqual([640, 480])
})

test('a file is used by the message that names it, once', async () => {
  const { publicId } = await store(bench.core, png(), 'a.png', upload)
  expect((await attached(publicId)).publicId).toBe(publicId)
  expect(await refusalOf(attached(publicId))).toBe('missing refusal.missing')
  expectWholeFiles(bench.core)
})

test('a file of somebody else, of another conversation, or that does not exist is the same: missing', async () => {
  const { publicId } = await store(bench.core, png(), 'a.png', upload)
  const [one, other] = shop.conversations
  const tries = [
    attached(publicId, { kind: 'visitor', id: shop.visitors[1] }),
    attached(publicId, { kind: 'agent', id: shop.visitors[0] }),
    attached(publicId, upload.uploader, other),
    attached(publicIdText(newPublicId())),
    ...['', '0', null, true, [], { $ne: 1 }, 1e2, `${publicId} `].map((id) => attached(id, upload.uploader, one))
  ]
  for (const attempt of tries) expect(await refusalOf(attempt)).toBe('missing refusal.missing')
  expect((await attached(publicId)).publicId).toBe(publicId)
})

test('a refused message leaves its file unused, ready for the next try', async () => {
  const { publicId } = await store(bench.core, png(), 'a.png', upload)
  const refused = bench.core.transact(() => {
    attachFile(bench.core, publicId, upload.uploader, shop.conversations[0], insertEntry(bench.core, shop.conversations[0]))
    throw new Refusal('busy', 'refusal.busy')
  })
  await refusalOf(refused)
  expect((await attached(publicId)).publicId).toBe(publicId)
})

test('a file sent before the first message joins the conversation that this message opens', async () => {
  const { publicId } = await store(bench.core, pdf(), 'a.pdf', { ...upload, conversationId: null })
  const { id } = await attached(publicId)
  expect(fileByPublicId(bench.core, publicId)).toMatchObject({ id, conversationId: shop.conversations[0] })
})

test('neither half a file nor a deleted one can be used or found', async () => {
  const half = await storeChunks(bench.core, png(1, 1, chunkBytes), 'a.png', upload, { upTo: 1 })
  const halfId = bench.core.db.query<{ id: Uint8Array }, [number]>('select public_id as id from files where id = ?').get(half.id)?.id ?? newPublicId()
  expect(await refusalOf(attached(publicIdText(halfId)))).toBe('missing refusal.missing')
  const { publicId } = await store(bench.core, png(), 'b.png', upload)
  await bench.core.transact(() => deleteFile(bench.core, fileByPublicId(bench.core, publicId)?.id ?? 0))
  expect(await refusalOf(attached(publicId))).toBe('missing refusal.missing')
  expect([fileByPublicId(bench.core, publicId), fileByPublicId(bench.core, publicIdText(halfId))]).toEqual([null, null])
})

test('nothing can be added to a finished file', async () => {
  const { id, file } = await storeChunks(bench.core, png(), 'a.png', upload)
  await bench.core.transact(() => finishUpload(bench.core, id, file, new Uint8Array(32)))
  expect(await refusalOf(storeAgain(id))).toBe('malformed files.interrupted')
})

async function storeAgain(id: number): Promise<void> {
  const { appendChunk } = await import('#src/files/index.ts')
  await bench.core.transact(() => appendChunk(bench.core, id, 1, new Uint8Array(9)))
}

test('a picture of a person is used as that only, by its uploader', async () => {
  const agent: UploadFor = { siteId: null, uploader: { kind: 'agent', id: shop.agents[0] }, conversationId: null }
  const portrait = await store(bench.core, png(), 'me.png', agent, { portrait: true })
  const attachment = await store(bench.core, png(), 'a.png', agent)
  const as = (publicId: string, uploader = agent.uploader) => bench.core.transact(() => attachPortrait(bench.core, publicId, uploader))
  expect(await refusalOf(attached(portrait.publicId, agent.uploader))).toBe('missing refusal.missing')
  expect(await refusalOf(as(attachment.publicId))).toBe('missing refusal.missing')
  expect(await refusalOf(as(portrait.publicId, { kind: 'agent', id: shop.agents[1] }))).toBe('missing refusal.missing')
  expect(await as(portrait.publicId)).toBe(fileByPublicId(bench.core, portrait.publicId)?.id ?? 0)
})

test('a conversation holds twenty files, the unsent ones included, and then no more', async () => {
  for (let n = 0; n < 20; n++) await store(bench.core, bytesOf('note'), `${n}.txt`, upload)
  expect(await refusalOf(store(bench.core, bytesOf('note'), 'one-more.txt', upload))).toBe('busy files.too_many')
  expect((await store(bench.core, bytesOf('note'), 'elsewhere.txt', { ...upload, conversationId: shop.conversations[1] })).bytes).toBe(4)
  await bench.core.transact(() => deleteFile(bench.core, fileByPublicId(bench.core, fileAt(0).publicId)?.id ?? 0))
  expect((await store(bench.core, bytesOf('note'), 'in-its-place.txt', upload)).bytes).toBe(4)
})

test('files sent before the first message count when they join', async () => {
  for (let n = 0; n < 20; n++) await store(bench.core, bytesOf('note'), `${n}.txt`, { ...upload, conversationId: null })
  expect(await refusalOf(store(bench.core, bytesOf('note'), 'one-more.txt', { ...upload, conversationId: null }))).toBe('busy files.too_many')
  const { publicId } = fileAt(0)
  for (let n = 0; n < 20; n++) await store(bench.core, bytesOf('note'), `${n}.txt`, upload)
  expect(await refusalOf(attached(publicId))).toBe('busy files.too_many')
})

test('a conversation holds a hundred megabytes, however many uploads raced for them', async () => {
  bench.core.db
    .query(
      "insert into files (public_id, kind, name, type, bytes, uploader_kind, uploader_id, conversation_id, started_at, received_at) values (?, 'video', 'v', 'video/mp4', ?, 'visitor', 1, ?, 0, 0)"
    )
    .run(newPublicId(), 100 * 1_048_576 - 10, shop.conversations[0])
  expect((await store(bench.core, bytesOf('ten bytes!'), 'a.txt', upload)).bytes).toBe(10)
  expect(await refusalOf(store(bench.core, bytesOf('x'), 'b.txt', upload))).toBe('busy files.no_room')
})

test('the files of a page of messages come in one look-up', async () => {
  const { publicId } = await store(bench.core, png(7, 8), 'a.png', upload)
  const entries = await bench.core.transact(() => [insertEntry(bench.core, shop.conversations[0]), insertEntry(bench.core, shop.conversations[0])])
  const [first = 0, second = 0] = entries
  await bench.core.transact(() => attachFile(bench.core, publicId, upload.uploader, shop.conversations[0], second))
  expect([...filesOfEntries(bench.core, [first, second])]).toEqual([
    [second, { publicId, kind: 'image', name: 'a.png', type: 'image/png', bytes: png().length, width: 7, height: 8 }]
  ])
  expect(filesOfEntries(bench.core, []).size).toBe(0)
  const plan = bench.core.db
    .query<{ detail: string }, [string]>('explain query plan select id from files where entry_id in (select value from json_each(?)) and deleted_at is null')
    .all('[]')
  expect(plan.map((row) => row.detail).join()).toContain('files_entry')
})

function fileAt(n: number): { publicId: string } {
  const id = bench.core.db.query<{ id: Uint8Array }, [number]>('select public_id as id from files order by id limit 1 offset ?').get(n)?.id ?? newPublicId()
  return { publicId: publicIdText(id) }
}
