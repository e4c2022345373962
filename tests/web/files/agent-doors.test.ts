import { afterEach, beforeEach, expect, test } from 'bun:test'
import { createApp } from '#src/app.ts'
import { conversationById, replyTo } from '#src/conversations/index.ts'
import { deleteFile, type FileView, fileByPublicId } from '#src/files/index.ts'
import { endSession, openSession, type Person, personById, type SignedIn } from '#src/people/index.ts'
import { newPublicId, publicIdText } from '#src/platform/tokens.ts'
import { sessionCookie } from '#src/web/agent/session-cookie.ts'
import { type ChatBench, openChat } from '#tests/support/chat.ts'
import { gif, pdf, png } from '#tests/support/files.ts'
import { openShop } from '#tests/support/shop.ts'
import { countOf, store } from '#tests/support/stored-files.ts'
import { newKey } from '#tests/support/visitor.ts'

let chat: ChatBench
let app: ReturnType<typeof createApp>
let conversation: number
let sessions: { hua: SignedIn; lin: SignedIn }
beforeEach(async () => {
  chat = await openChat()
  app = createApp(chat.house)
  conversation = (await openShop(chat.core)).conversations[0]
  const from = { address: null, agent: null }
  sessions = await chat.core.transact(() => ({ hua: openSession(chat.core, chat.hua.id, from, false), lin: openSession(chat.core, chat.lin.id, from, false) }))
})
afterEach(() => chat.close())

type Ask = { as?: SignedIn | null; method?: string; body?: Uint8Array; headers?: Record<string, string> }
function ask(path: string, { as = sessions.hua, method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> {
  const cookie: Record<string, string> = as ? { cookie: sessionCookie(chat.house, as).split(';')[0] ?? '' } : {}
  return app.fetch(
    new Request(`https://kefu.example${path}`, {
      method,
      body: body as Uint8Array<ArrayBuffer>,
      headers: { host: 'kefu.example', 'sec-fetch-site': 'same-origin', ...cookie, ...headers }
    })
  )
}
const send = (body: Uint8Array, name: string, more: Ask = {}, to = `/conversations/${conversation}/files`) =>
  ask(to, { method: 'POST', body, ...more, headers: { 'x-file-name': encodeURIComponent(name), ...more.headers } })
const sent = async (body: Uint8Array, name: string): Promise<string> => ((await (await send(body, name)).json()) as { id: string }).id

/** Hua says it with a file. */
async function say(file: string): Promise<void> {
  await chat.core.transact(() => {
    const found = conversationById(chat.core, conversation)
    if (!found) throw new Error('no conversation')
    return replyTo(chat.core, found, personById(chat.core, chat.hua.id), { key: newKey(), text: '', file }, { acceptBy: 'first-reply', reachable: () => false })
  })
}
async function expectNothing(response: Response): Promise<void> {
  const nowhere = await ask(`/f/${publicIdText(newPublicId())}`, { as: null })
  expect([response.status, await response.text()]).toEqual([404, await nowhere.text()])
  expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(nowhere.headers))
}

test('an agent sends a file, says it, and every colleague sees it', async () => {
  const response = await send(png(30, 20), '茶.png')
  expect([response.status, await response.clone().json()]).toEqual([
    200,
    { id: expect.any(String), kind: 'image', name: '茶.png', type: 'image/png', bytes: png().length, width: 30, height: 20 }
  ])
  const { id } = (await response.json()) as { id: string }
  await say(id)
  for (const as of [sessions.hua, sessions.lin]) {
    const shown = await ask(`/f/${id}`, { as })
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('content-security-policy')]).toEqual([
      200,
      'image/png',
      "default-src 'none'; sandbox"
    ])
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(png(30, 20)))
  }
})

test('the head of a file is its head, whoever asks', async () => {
  const id = await sent(png(), 'a.png')
  const head = await ask(`/f/${id}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), head.headers.get('content-disposition')?.split(';')[0]]).toEqual([
    200,
    String(png().length),
    'inline'
  ])
  expect((await ask(`/f/${id}`, { method: 'HEAD', as: sessions.lin })).status).toBe(404)
})

test('before a message uses it only its sender sees a file', async () => {
  const id = await sent(png(), 'a.png')
  expect((await ask(`/f/${id}`)).status).toBe(200)
  await expectNothing(await ask(`/f/${id}`, { as: sessions.lin }))
})

test('without a session, after its end, and for a deleted file there is nothing, exactly as for an id that never was', async () => {
  const id = await sent(png(), 'a.png')
  await say(id)
  await expectNothing(await ask(`/f/${id}`, { as: null }))
  await expectNothing(await ask(`/f/${id}`, { as: null, headers: { range: 'bytes=0-1', 'if-none-match': '*' } }))
  await chat.core.transact(() => endSession(chat.core, sessions.lin.session))
  await expectNothing(await ask(`/f/${id}`, { as: sessions.lin }))
  await chat.core.transact(() => deleteFile(chat.core, fileByPublicId(chat.core, id)?.id ?? 0))
  const gone = await ask(`/f/${id}`)
  expect(gone.status).toBe(404)
})

test('ids that are none are nothing', async () => {
  for (const id of ['0', '1', 'null', '..%2f..', '%00', '__proto__', 'x'.repeat(22)]) expect((await ask(`/f/${id}`)).status).toBe(404)
})

test('what is refused is said in the sender’s language, as JSON', async () => {
  const response = await send(gif(), 'a.png')
  expect([response.status, await response.json()]).toEqual([415, { error: '“a.png”的内容与扩展名不符。' }])
  const large = await send(pdf(), 'a.pdf', { headers: { 'content-length': String(51 * 1_048_576) } })
  expect([large.status, await large.json()]).toEqual([413, { error: '内容太大，上限为 50 MB。' }])
})

test('who may not send: nobody without a session, no page of others, nobody into a conversation that is not there', async () => {
  expect((await send(png(), 'a.png', { as: null })).status).toBe(401)
  expect((await send(png(), 'a.png', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  expect((await send(png(), 'a.png', {}, '/conversations/999/files')).status).toBe(404)
  expect((await send(png(), 'a.png', {}, '/conversations/1e0/files')).status).toBe(404)
  expect(countOf(chat.core, 'files')).toBe(0)
})

test('a file can be taken back until it was sent, by who sent it', async () => {
  const id = await sent(png(), 'a.png')
  const away = (as: SignedIn) => ask(`/conversations/${conversation}/files/${id}`, { method: 'DELETE', as })
  expect((await away(sessions.lin)).status).toBe(404)
  expect((await away(sessions.hua)).status).toBe(204)
  expect((await away(sessions.hua)).status).toBe(404)
  expect((await ask(`/f/${id}`)).status).toBe(404)
})

test('a person’s picture is seen by colleagues and visitors, and gone with the next one', async () => {
  const put = async (body: Uint8Array) => ((await (await send(body, 'me.png', {}, '/profile/picture')).json()) as { id: string }).id
  const first = await put(png())
  expect((await ask(`/f/${first}`, { as: sessions.lin })).status).toBe(200)
  const forVisitors = await ask(`/v/picture/${first}`, { as: null })
  expect([forVisitors.status, forVisitors.headers.get('cross-origin-resource-policy')]).toEqual([200, 'cross-origin'])
  const second = await put(png(9, 9))
  expect([pictureOf(chat.hua), (await ask(`/f/${first}`)).status]).toEqual([second, 404])
  expect(fileByPublicId(chat.core, first)).toBeNull()
  expect((await ask('/profile/picture', { method: 'DELETE' })).status).toBe(204)
  expect([pictureOf(chat.hua), (await ask(`/f/${second}`)).status]).toEqual([null, 404])
  expect((await send(gif(), 'me.gif', {}, '/profile/picture')).status).toBe(415)
  expect((await send(png(), 'me.png', { as: null }, '/profile/picture')).status).toBe(401)
})

test('a picture that nobody wears is nobody’s to see', async () => {
  const upload = { siteId: null, conversationId: null, uploader: { kind: 'agent', id: chat.hua.id } } as const
  const { publicId }: FileView = await store(chat.core, png(), 'me.png', upload, { portrait: true })
  expect((await ask(`/f/${publicId}`)).status).toBe(404)
  expect((await ask(`/v/picture/${publicId}`, { as: null })).status).toBe(404)
})

function pictureOf({ id }: Person): string | null {
  const row = chat.core.db
    .query<{ id: Uint8Array }, [number]>('select f.public_id as id from people p join files f on f.id = p.picture_id where p.id = ? and f.deleted_at is null')
    .get(id)
  return row ? publicIdText(row.id) : null
}
