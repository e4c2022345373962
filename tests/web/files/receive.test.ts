import { afterEach, beforeEach, expect, test } from 'bun:test'
import { chunkBytes, fileByPublicId } from '#src/files/index.ts'
import { createUploads, type Upload, uploadLimits } from '#src/web/files/index.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { bytesOf, gif, jpeg, pdf, png } from '#tests/support/files.ts'
import { openShop, type Shop } from '#tests/support/shop.ts'
import { countOf } from '#tests/support/stored-files.ts'
import { openDoor, speak } from './door.ts'

const megabyte = 1_048_576
let bench: Bench
let shop: Shop
let upload: Upload
let door: ReturnType<typeof openDoor>
beforeEach(async () => {
  bench = openBench()
  shop = await openShop(bench.core)
  upload = { siteId: shop.site, uploader: { kind: 'agent', id: shop.agents[0] }, conversationId: shop.conversations[0], limitBytes: uploadLimits.visitor }
  door = openDoor(bench.core, createUploads(bench.core, { pace: { every: 200, bytes: 1_000, longest: 2_000 } }), () => upload)
})
afterEach(() => {
  door.close()
  bench.close()
})

const nothingIsLeft = () => expect([countOf(bench.core, 'files'), countOf(bench.core, 'file_chunks')]).toEqual([0, 0])
async function soon(check: () => void): Promise<void> {
  for (let n = 0; n < 100; n++) {
    try {
      return check()
    } catch {
      await Bun.sleep(20)
    }
  }
  check()
}
function streamOf(total: number, head: Uint8Array = png()): ReadableStream<Uint8Array> {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      const piece = sent === 0 ? head : new Uint8Array(Math.min(65_536, total - sent))
      sent += piece.length
      controller.enqueue(piece)
      if (sent >= total) controller.close()
    }
  })
}

test('a file arrives whole and tells what it is', async () => {
  const { status, view } = await door.send(jpeg(30, 20, { before: 400_000 }), '照片.jpg')
  expect([status, view]).toEqual([
    200,
    { publicId: expect.any(String), kind: 'image', name: '照片.jpg', type: 'image/jpeg', bytes: expect.any(Number), width: 30, height: 20 }
  ])
  expect(fileByPublicId(bench.core, view.publicId)?.conversationId).toBe(shop.conversations[0])
})

test('a declared type counts for nothing', async () => {
  expect((await door.send(png(), 'a.png', { 'content-type': 'text/html' })).view.type).toBe('image/png')
  expect((await door.send(bytesOf('<script>'), 'a.png', { 'content-type': 'image/png' })).status).toBe(415)
  expect((await door.send(bytesOf('<html>'), 'a.html')).say).toBe('files.type')
  expect((await door.send(gif(), 'a.png')).say).toBe('files.mismatch')
  expect((await door.send(png(60_000, 60_000), 'a.png')).say).toBe('files.pixels')
})

test('a text that turns out to be something else later is refused, and nothing is left', async () => {
  const text = new Uint8Array(chunkBytes + 100).fill(65)
  text[chunkBytes + 50] = 0
  expect(await door.send(text, 'a.txt')).toMatchObject({ status: 415, say: 'files.type' })
  nothingIsLeft()
})

test('exactly the limit is taken, one byte more is not, and nothing of it is left', async () => {
  upload.limitBytes = megabyte
  expect((await door.send(png(1, 1, megabyte - png().length), 'a.png')).view.bytes).toBe(megabyte)
  expect(await door.send(png(1, 1, megabyte - png().length + 1), 'b.png')).toMatchObject({ status: 413, say: 'refusal.too_large' })
  expect(await door.send(streamOf(megabyte + 1), 'c.png')).toMatchObject({ status: 413 })
  expect(countOf(bench.core, 'files')).toBe(1)
})

test('twenty-six megabytes are refused by their length before a byte is stored', async () => {
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: ${26 * megabyte}\r\n\r\n`
  expect(await speak(door.port, [head, png()], { ms: 300 })).toStartWith('HTTP/1.1 413')
  nothingIsLeft()
})

test('without a declared length the answer comes before the limit and 64 KiB are sent', async () => {
  upload.limitBytes = megabyte
  const piece = new Uint8Array(65_536)
  const chunk = [`${piece.length.toString(16)}\r\n`, piece, '\r\n']
  const first = `${png().length.toString(16)}\r\n`
  const pieces = [
    'POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nTransfer-Encoding: chunked\r\n\r\n',
    first,
    png(),
    '\r\n',
    ...Array.from({ length: 16 }, () => chunk).flat()
  ]
  expect(await speak(door.port, pieces, { ms: 300 })).toStartWith('HTTP/1.1 413')
  await soon(nothingIsLeft)
})

test('an empty body is malformed, an encoded one unsupported', async () => {
  expect(await door.send(new Uint8Array(), 'a.png')).toMatchObject({ status: 400, say: 'files.empty' })
  expect(await speak(door.port, ['POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'], { ms: 200 })).toStartWith('HTTP/1.1 400')
  expect(await door.send(Bun.gzipSync(png() as Uint8Array<ArrayBuffer>), 'a.png', { 'content-encoding': 'gzip' })).toMatchObject({
    status: 415,
    say: 'files.encoded'
  })
  nothingIsLeft()
})

test('a sender who leaves half way leaves nothing', async () => {
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: ${3 * megabyte}\r\n\r\n`
  await speak(door.port, [head, png(), new Uint8Array(megabyte)], { ms: 100, thenClose: true })
  await soon(nothingIsLeft)
})

test('a length that promises more than comes ends as an upload broken off', async () => {
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: ${3 * megabyte}\r\n\r\n`
  expect(await speak(door.port, [head, png(), new Uint8Array(megabyte)], { ms: 800 })).toStartWith('HTTP/1.1 400')
  await soon(nothingIsLeft)
})

test('a sender who drips is cut off, and its place is free again', async () => {
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: ${3 * megabyte}\r\n\r\n`
  const dripping = Array.from({ length: 8 }, () => speak(door.port, [head, png()], { ms: 1_500 }))
  const answers = await Promise.all(dripping)
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 400'))).toHaveLength(4)
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 429'))).toHaveLength(4)
  expect((await door.send(png(), 'a.png')).status).toBe(200)
})

test('more bytes than the length promised are malformed, and the next sender is served', async () => {
  const sent = png()
  const head = `POST / HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: ${sent.length}\r\n\r\n`
  expect(await speak(door.port, [head, sent, new Uint8Array(1_000)], { ms: 300 })).toContain('HTTP/1.1 400')
  expect((await door.send(png(), 'b.png')).status).toBe(200)
})

test.each<[string, string, string]>([
  ['that does not decode', '%zz', '%zz.pdf'],
  ['of a path', '..%2f..%2fetc%2fpasswd', 'passwd.pdf'],
  ['written backwards', '%E2%80%AEfdp.pdf', 'fdp.pdf'],
  ['of nothing', '', 'file.pdf'],
  ['of nine kilobytes', encodeURIComponent('长'.repeat(1_000)), `${'长'.repeat(146)}.pdf`]
])('a name %s never breaks anything', async (_, header, shown) => {
  expect((await door.send(pdf(), '', { 'x-file-name': header })).view.name).toBe(shown)
})

test('a stranger sends ten files in ten minutes, then waits; other addresses are free, colleagues share theirs', async () => {
  upload = { ...upload, uploader: { kind: 'visitor', id: shop.visitors[0] } }
  const answers: number[] = []
  for (let n = 0; n < 11; n++) answers.push((await door.send(bytesOf('note'), 'a.txt')).status)
  expect(answers).toEqual([...Array(10).fill(200), 429])
  upload = { ...upload, uploader: { kind: 'agent', id: shop.agents[0] } }
  expect((await door.send(bytesOf('note'), 'a.txt')).status).toBe(200)
})

test('while the disk is filling up files wait', async () => {
  const paused = openDoor(bench.core, createUploads(bench.core, { isPaused: () => true }), () => upload)
  expect(await paused.send(png(), 'a.png')).toMatchObject({ status: 507, say: 'files.paused' })
  paused.close()
  nothingIsLeft()
})

test('a picture of a person has its own limit and kinds', async () => {
  upload = { ...upload, conversationId: null, siteId: null, portrait: true, limitBytes: uploadLimits.portrait }
  expect((await door.send(png(), 'me.png')).view.kind).toBe('portrait')
  expect((await door.send(gif(), 'me.gif')).say).toBe('files.portrait')
  expect((await door.send(png(1, 1, megabyte), 'me.png')).status).toBe(413)
})
