import { afterEach, beforeEach, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { chunkBytes, deleteFile, fileByPublicId, type UploadFor } from '#src/files/index.ts'
import { createUploads } from '#src/web/files/index.ts'
import { trueLength } from '#src/web/headers.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { bytesOf, docx, gif, isoMedia, pdf, png } from '#tests/support/files.ts'
import { openShop } from '#tests/support/shop.ts'
import { store } from '#tests/support/stored-files.ts'
import { openDoor, speak } from './door.ts'

let bench: Bench
let upload: UploadFor
let door: ReturnType<typeof openDoor>
beforeEach(async () => {
  bench = openBench()
  const shop = await openShop(bench.core)
  upload = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: shop.conversations[0] }
  door = openDoor(bench.core, createUploads(bench.core), () => ({ ...upload, limitBytes: 1 }))
})
afterEach(() => {
  door.close()
  bench.close()
})

async function stored(bytes: Uint8Array, name: string): Promise<string> {
  return `${door.url}/${(await store(bench.core, bytes, name, upload)).publicId}`
}

test('nothing in an upload runs, is guessed at, or is kept', async () => {
  const { status, headers } = await fetch(await stored(gif(5, 4, '=1;alert(1)'), 'a.gif'))
  expect(status).toBe(200)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/gif',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes'
  })
})

test('pictures and films are shown, documents and texts only saved', async () => {
  const dispositions = [
    await stored(png(), 'a.png'),
    await stored(isoMedia('isom'), 'a.mp4'),
    await stored(pdf('/JavaScript'), 'a.pdf'),
    await stored(docx(), 'a.docx'),
    await stored(bytesOf('x'), 'a.txt')
  ].map(async (url) => (await fetch(url)).headers.get('content-disposition')?.split(';')[0])
  expect(await Promise.all(dispositions)).toEqual(['inline', 'inline', 'attachment', 'attachment', 'attachment'])
})

test.each<[string, string, string]>([
  ['报价 (1).pdf', '__ (1).pdf', '%E6%8A%A5%E4%BB%B7%20%281%29.pdf'],
  [`it's 100%.pdf`, `it's 100_.pdf`, 'it%27s%20100%25.pdf'],
  ['"\r\nX: y.pdf', '_ X_ y.pdf', '_%20X_%20y.pdf'],
  ['🍵.pdf', '__.pdf', '%F0%9F%8D%B5.pdf']
])('the name %p is offered whole and breaks no header', async (name, plain, full) => {
  const { headers } = await fetch(await stored(pdf(), name))
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  expect(headers.get('x')).toBeNull()
})

test('a whole file, its head only, and its ranges', async () => {
  const sent = png(1, 1, chunkBytes)
  const url = await stored(sent, 'a.png')
  const whole = await fetch(url)
  expect([whole.status, whole.headers.get('content-length'), (await whole.bytes()).length]).toEqual([200, String(sent.length), sent.length])
  const long = png(1, 1, 5 * chunkBytes)
  expect(await (await fetch(await stored(long, 'long.png'))).bytes()).toEqual(new Uint8Array(long))
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, head.headers.get(trueLength), (await head.bytes()).length]).toEqual([200, String(sent.length), 0])
  const part = await fetch(url, { headers: { range: `bytes=${chunkBytes - 2}-${chunkBytes + 1}` } })
  expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
    206,
    `bytes ${chunkBytes - 2}-${chunkBytes + 1}/${sent.length}`,
    '4'
  ])
  expect(await part.bytes()).toEqual(sent.slice(chunkBytes - 2, chunkBytes + 2))
})

const length = png().length
test.each<[string, string]>([
  ['bytes=0-0', `bytes 0-0/${length}`],
  ['bytes=5-', `bytes 5-${length - 1}/${length}`],
  ['bytes=-5', `bytes ${length - 5}-${length - 1}/${length}`],
  ['bytes=-999999', `bytes 0-${length - 1}/${length}`],
  ['bytes=0-999999', `bytes 0-${length - 1}/${length}`]
])('the range %s is answered', async (range, answered) => {
  const response = await fetch(await stored(png(), 'a.png'), { headers: { range } })
  expect([response.status, response.headers.get('content-range')]).toEqual([206, answered])
})

test.each([
  ['two', 'bytes=0-1,3-4'],
  ['a thousand', `bytes=${Array.from({ length: 1_000 }, (_, n) => `${n}-`).join()}`],
  ['behind the end', 'bytes=999999-'],
  ['backwards', 'bytes=5-4'],
  ['nothing', 'bytes=-'],
  ['the last none', 'bytes=-0'],
  ['no numbers', 'bytes=a-b'],
  ['another unit', 'items=0-1'],
  ['a huge number', 'bytes=0-99999999999999999999']
])('a range that asks for %s cannot be had', async (_, range) => {
  const response = await fetch(await stored(png(), 'a.png'), { headers: { range } })
  expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([416, `bytes */${length}`, ''])
})

test('a player that asks for all the rest gets its beginning, with its length, and asks again; a download gets all', async () => {
  const film = isoMedia('isom', 5 * chunkBytes)
  const url = await stored(film, 'a.mp4')
  const first = await fetch(url, { headers: { range: 'bytes=0-' } })
  expect([first.status, first.headers.get('content-length'), first.headers.get('content-range')]).toEqual([206, '524288', `bytes 0-524287/${film.length}`])
  const last = await fetch(url, { headers: { range: `bytes=${film.length - 10}-` } })
  expect([last.status, last.headers.get('content-length')]).toEqual([206, '10'])
  expect((await (await fetch(url)).bytes()).length).toBe(film.length)
  const rest = await fetch(await stored(png(1, 1, 5 * chunkBytes), 'a.png'), { headers: { range: 'bytes=1-' } })
  expect((await rest.bytes()).length).toBe(png(1, 1, 5 * chunkBytes).length - 1)
})

test('a condition that cannot hold gets the whole file', async () => {
  const response = await fetch(await stored(png(), 'a.png'), { headers: { range: 'bytes=0-1', 'if-range': '"x"', 'if-none-match': '*' } })
  expect([response.status, (await response.bytes()).length]).toEqual([200, length])
})

test('a deleted file is not there, whatever is asked about it', async () => {
  const url = await stored(png(), 'a.png')
  await bench.core.transact(() => deleteFile(bench.core, fileByPublicId(bench.core, url.split('/').pop())?.id ?? 0))
  const asked = [fetch(url), fetch(url, { method: 'HEAD' }), fetch(url, { headers: { range: 'bytes=0-1' } }), fetch(url, { headers: { 'if-none-match': '*' } })]
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404])
})

test('readers who take nothing hold six places each viewer, and give them back when they leave', async () => {
  const url = new URL(await stored(png(1, 1, 24 * 1_048_576), 'a.png'))
  const ask = `GET ${url.pathname} HTTP/1.1\r\nHost: x\r\n\r\n`
  const slow = Array.from({ length: 6 }, () => slowReader(door.port, ask))
  await Promise.all(slow.map(({ begun }) => begun))
  let answered = false
  const short = await fetch(url, { headers: { range: 'bytes=0-9' } })
  expect(short.status).toBe(206)
  const seventh = fetch(url).then(async (response) => {
    answered = true
    await response.body?.cancel()
    return response.status
  })
  await Bun.sleep(150)
  expect(answered).toBe(false)
  slow[0]?.leave()
  expect(await seventh).toBe(200)
  for (const { leave } of slow) leave()
  expect(await speak(door.port, [ask.replace('GET', 'HEAD')], { ms: 200 })).toStartWith('HTTP/1.1 200')
})

function slowReader(port: number, ask: string) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(ask)
  const begun = new Promise<void>((resolve) => {
    socket.once('data', () => {
      socket.pause()
      resolve()
    })
  })
  return { begun, leave: () => socket.destroy() }
}
