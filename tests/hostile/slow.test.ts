import { afterEach, beforeEach, expect, test } from 'bun:test'
import { connect, type Socket } from 'node:net'
import { conversationById, replyTo } from '#src/conversations/index.ts'
import { newKey } from '#tests/support/visitor.ts'
import { chrome, handshake, type OpenPort, openPort, until } from './open-port.ts'

/* Who does not read, and who was away: V18, V20. */

let port: OpenPort
beforeEach(async () => {
  port = await openPort({ visitorMessagesPerMinute: 10_000 })
})
afterEach(() => port.close())

const say = (id: number, text: string, by = port.hua) => {
  const { core } = port.house
  return core.transact(() => {
    const conversation = conversationById(core, id)
    if (!conversation) throw new Error('no conversation')
    replyTo(core, conversation, by, { key: newKey(), text, file: null }, { acceptBy: 'first-reply', reachable: () => false })
  })
}
const newest = () => port.house.core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id ?? 0

/** A text frame as a browser sends it, masked with zeros. */
function frameOf(text: string): Uint8Array {
  const body = Buffer.from(text)
  if (body.length > 65_535) throw new Error('longer than this test needs')
  const head = body.length < 126 ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255])
  return Buffer.concat([head, Buffer.alloc(4), body])
}

/** A socket that says hello, hears the answer, and then reads no more. */
function deafSocket(headers: Record<string, string>, path: string, hello: string | null): Promise<Socket> {
  const { hostname, port: number, host } = new URL(port.url)
  return new Promise((ready) => {
    const socket = connect(Number(number), hostname, () => socket.write(handshake(path, { host, ...headers })))
    let heard = ''
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      const before = heard
      heard += piece.toString('latin1')
      if (hello !== null && !before.includes('101') && heard.includes('101')) socket.write(frameOf(hello))
      if (hello === null ? heard.includes('101') : heard.includes('"hi"')) {
        socket.pause()
        ready(socket)
      }
    })
  })
}

test('a visitor who does not read is hung up on, costs little, and finds everything afterwards', async () => {
  const visitor = await port.visitor()
  const hi = await visitor.hello(port.site.key)
  visitor.send({ t: 'say', key: newKey(), text: '在吗' })
  const { c } = await visitor.hear('ack')
  visitor.leave()
  const headers = { origin: port.url, 'user-agent': chrome, 'x-forwarded-for': '203.0.113.9' }
  const hello = JSON.stringify({ t: 'hello', v: 1, site: port.site.key, as: 'window', token: hi.token, epoch: hi.epoch, c, seq: 1 })
  await until(() => port.house.links.count() === 0)
  const deaf = await Promise.all([1, 2, 3].map(() => deafSocket(headers, '/v/live', hello)))
  await until(() => port.house.links.count() === 3)
  const before = process.memoryUsage.rss()
  let said = 0
  while (port.house.links.count() > 0 && said < 4_000) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => say(newest(), `${said + n} ${'茶'.repeat(2_000)}`)))
    said += 50
  }
  expect(port.house.links.count()).toBe(0)
  // What the system's own buffers hold on both sides is not ours to count.
  expect(said * 6_000).toBeLessThan(24_000_000)
  expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000)

  const back = await port.visitor()
  const resumed = await back.hello(port.site.key, { token: hi.token, epoch: hi.epoch, c, seq: 1 })
  const entries = resumed.as === 'window' ? [...resumed.entries] : []
  for (let more = resumed.as === 'window' && resumed.more; more; ) {
    back.send({ t: 'after', c, seq: entries.at(-1)?.seq ?? 1 })
    const page = await back.hear('entries')
    entries.push(...page.entries)
    more = page.more
  }
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: said + 1 }, (_, n) => n + 2))
  for (const socket of deaf) socket.destroy()
  back.leave()
}, 60_000)

test('an agent’s page that does not read is hung up on, and the others hear on', async () => {
  const visitor = await port.visitor()
  await visitor.hello(port.site.key)
  visitor.send({ t: 'say', key: newKey(), text: '在吗' })
  await visitor.hear('ack')
  const cookie = await port.cookie(port.hua)
  const page = await (await fetch(`${port.url}/conversations/${newest()}`, { headers: { cookie } })).text()
  const tab = /data-tab="([\w-]{22})"/.exec(page)?.[1] ?? ''
  const deaf = await deafSocket({ origin: port.url, cookie }, `/live?tab=${tab}`, null)
  const connected = () => [...port.house.hub.tabs()].filter(({ socket }) => socket !== null).length
  await until(() => connected() === 1)
  for (let said = 0; connected() > 0 && said < 2_000; said += 20) await Promise.all(Array.from({ length: 20 }, () => say(newest(), '茶'.repeat(4_000))))
  expect(connected()).toBe(0)
  expect(visitor.ended).toBeNull()
  visitor.send({ t: 'ping' })
  await visitor.hear('pong')
  visitor.leave()
  deaf.destroy()
}, 60_000)

test('who was away gets all that happened, in order, once, and the state as it is now', async () => {
  const first = await port.visitor()
  const hi = await first.hello(port.site.key)
  first.send({ t: 'say', key: newKey(), text: 'one' })
  const { c } = await first.hear('ack')
  const second = await port.visitor()
  await second.hello(port.site.key, { token: hi.token })
  first.leave()
  for (let n = 0; n < 130; n++) await say(newest(), `while away ${n}`)
  const { core } = port.house
  await say(newest(), 'another goes on', port.owner)
  second.send({ t: 'say', key: newKey(), text: 'from another tab' })
  await second.hear('ack')

  const back = await port.visitor()
  const bursting = Promise.all(Array.from({ length: 20 }, (_, n) => say(newest(), `during ${n}`, port.owner)))
  // A clock that is an hour slow, or a day ahead, says nothing to anybody: there is no time in a hello.
  const resumed = await back.hello(port.site.key, { token: hi.token, epoch: hi.epoch, c, seq: 1 })
  if (resumed.as !== 'window') throw new Error('a window asked')
  expect(resumed.snapshot.conversation).toMatchObject({ state: 'open', agent: { name: port.owner.nickname } })
  const seen = new Map<number, string>(resumed.entries.map((entry) => [entry.seq, JSON.stringify({ ...entry, file: null })]))
  let last = resumed.entries.at(-1)?.seq ?? 1
  for (let more = resumed.more; more; ) {
    back.send({ t: 'after', c, seq: last })
    const page = await back.hear('entries')
    for (const entry of page.entries) seen.set(entry.seq, JSON.stringify({ ...entry, file: null }))
    last = page.entries.at(-1)?.seq ?? last
    more = page.more
  }
  await bursting
  back.send({ t: 'ping' })
  await back.hear('pong')
  for (const frame of back.heard) if (frame.t === 'entry') seen.set(frame.entry.seq, JSON.stringify({ ...frame.entry, file: null }))
  const stored = core.db
    .query<{ seq: number }, [number]>('select visitor_seq as seq from entries where conversation_id = ? and visitor_seq > 1 order by visitor_seq')
    .all(newest())
  expect([...seen.keys()].sort((a, b) => a - b)).toEqual(stored.map(({ seq }) => seq))
  expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: stored.length }, (_, n) => n + 2))
  for (const visitor of [second, back]) visitor.leave()
}, 60_000)
