import { afterEach, beforeEach, expect, test } from 'bun:test'
import { createApp } from '#src/app.ts'
import { deleteFile, fileByPublicId } from '#src/files/index.ts'
import { newPublicId, newToken, publicIdText } from '#src/platform/tokens.ts'
import { type ChatBench, openChat } from '#tests/support/chat.ts'
import { bytesOf, gif, pdf, png } from '#tests/support/files.ts'
import { countOf, expectWholeFiles } from '#tests/support/stored-files.ts'
import { newKey, TestVisitor } from '#tests/support/visitor.ts'

let chat: ChatBench
let app: ReturnType<typeof createApp>
let visitor: TestVisitor
let token: string
beforeEach(async () => {
  chat = await openChat()
  app = createApp(chat.house)
  ;({ visitor, token } = await newVisitor())
})
afterEach(() => chat.close())

async function newVisitor(): Promise<{ visitor: TestVisitor; token: string }> {
  const one = new TestVisitor(chat.house)
  const { token = '' } = await one.hello(chat.site.key)
  return { visitor: one, token }
}
type Headers = Record<string, string>
const known = (): Headers => ({ origin: 'https://tea.example', 'x-kefu-site': chat.site.key, 'x-kefu-visitor': token })
const ask = (path: string, init: { method?: string; body?: Uint8Array; headers?: Headers } = {}) =>
  app.fetch(
    new Request(`https://kefu.example${path}`, {
      ...init,
      body: init.body as Uint8Array<ArrayBuffer>,
      headers: { host: 'kefu.example', ...init.headers }
    })
  )
const send = (body: Uint8Array, name: string, headers: Headers = {}) =>
  ask('/v/files', { method: 'POST', body, headers: { ...known(), 'x-file-name': encodeURIComponent(name), ...headers } })
const sent = async (body: Uint8Array, name: string) => ((await (await send(body, name)).json()) as { id: string }).id

/** Says it with a file and returns where the window finds it. */
async function say(file: string, as = visitor): Promise<{ code: string } | { url: string }> {
  as.send({ t: 'say', key: newKey(), file })
  for (let turn = 0; turn < 100; turn++) {
    const nak = as.heard.find((frame) => frame.t === 'nak')
    if (nak?.t === 'nak') return { code: nak.code }
    if (as.heard.some((frame) => frame.t === 'ack')) break
    await Bun.sleep(5)
  }
  as.send({ t: 'file', id: file })
  return { url: (await as.hear('file')).url }
}

test('a visitor sends a file with the first message and finds it at a signed address', async () => {
  const response = await send(png(30, 20), '图.png')
  expect([response.status, await response.clone().json()]).toEqual([
    200,
    { id: expect.any(String), kind: 'image', name: '图.png', type: 'image/png', bytes: png().length, width: 30, height: 20 }
  ])
  expect(response.headers.get('access-control-allow-origin')).toBe('https://tea.example')
  const { id } = (await response.json()) as { id: string }
  const said = await say(id)
  if (!('url' in said)) throw new Error(said.code)
  const shown = await ask(said.url)
  expect([shown.status, shown.headers.get('content-security-policy'), shown.headers.get('cache-control')]).toEqual([
    200,
    "default-src 'none'; sandbox",
    'private, no-store'
  ])
  expect((await ask(said.url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(png().length))
  expectWholeFiles(chat.core)
})

test('the address opens nothing later, for another file, changed, or once the file is deleted', async () => {
  const id = await sent(pdf(), 'a.pdf')
  const other = await sent(pdf(), 'b.pdf')
  const said = await say(id)
  if (!('url' in said)) throw new Error(said.code)
  const nowhere = await ask(`/v/f/${publicIdText(newPublicId())}?e=1&s=x`)
  const body = await nowhere.text()
  const expectNothing = async (path: string) => {
    const response = await ask(path)
    expect([response.status, await response.text()]).toEqual([404, body])
  }
  await expectNothing(said.url.replace(id, other))
  await expectNothing(said.url.replace(/s=./, 's=_'))
  await expectNothing(`/v/f/${id}`)
  await expectNothing(`/v/f/${id}?e=1&e=2&s=1`)
  await expectNothing(`/f/${id}`.replace('/f/', '/v/f/'))
  chat.clock.now += 600_000
  await expectNothing(said.url)
  chat.clock.now -= 600_000
  expect((await ask(said.url)).status).toBe(200)
  await chat.core.transact(() => deleteFile(chat.core, fileByPublicId(chat.core, id)?.id ?? 0))
  await expectNothing(said.url)
})

test('who may not send: no token, a foreign one, a page of others, a site that is not', async () => {
  const refused: Headers[] = [
    { 'x-kefu-visitor': '' },
    { 'x-kefu-visitor': newToken() },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'x-kefu-site': 'nothing' }
  ]
  for (const headers of refused) expect([403, 404]).toContain((await send(png(), 'a.png', headers)).status)
  expect(countOf(chat.core, 'files')).toBe(0)
})

test('another visitor cannot say or see it, and a file is said once', async () => {
  const id = await sent(png(), 'a.png')
  const { visitor: stranger } = await newVisitor()
  expect(await say(id, stranger)).toEqual({ code: 'missing' })
  expect('url' in (await say(id))).toBe(true)
  visitor.heard.length = 0
  expect(await say(id)).toEqual({ code: 'missing' })
  const { visitor: another } = await newVisitor()
  another.send({ t: 'file', id })
  expect((await another.hear('nak')).code).toBe('missing')
  expectWholeFiles(chat.core)
})

test('what is refused is said as JSON, and counts for the address', async () => {
  expect([(await send(gif(), 'a.png')).status, (await send(bytesOf('<svg>'), 'a.svg')).status, (await send(new Uint8Array(), 'a.txt')).status]).toEqual([
    415, 415, 400
  ])
  expect(await (await send(gif(), 'a.png', { 'accept-language': 'en' })).json()).toEqual({ error: 'The content of “a.png” is not what its ending says.' })
  for (let n = 0; n < 10; n++) await send(bytesOf('x'), 'a.txt')
  const response = await send(bytesOf('x'), 'a.txt')
  expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(5)
})
