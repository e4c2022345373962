import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newKey } from '#tests/support/visitor.ts'
import { type OpenPort, openPort, until } from './open-port.ts'
import { naksOf, type Strangers, strangersAt } from './strangers.ts'

/* What belongs to others, what was said already, and who one is: V06, V09, V19. */

let port: OpenPort
let strangers: Strangers
beforeAll(async () => {
  port = await openPort({ visitorMessagesPerMinute: 10_000 })
  strangers = strangersAt(port)
})
afterAll(() => port.close())

describe('ids of others are ids of nobody (V06)', () => {
  const ids = ['0', '', null, true, [], { $ne: 1 }, 1e2, '1 ', -1, `${'A'.repeat(21)}=`, `${'A'.repeat(22)}\n`, '../'.repeat(7)]
  test.each(ids.map((id) => ({ id })))('%p is none', async ({ id }) => {
    const { visitor } = await strangers.talking()
    const marks = strangers.count('read_marks')
    for (const frame of [
      { t: 'after', c: id, seq: 0 },
      { t: 'before', c: id, seq: 1 },
      { t: 'read', c: id, seq: 1 },
      { t: 'got', c: id, seq: 1 },
      { t: 'file', id }
    ])
      visitor.send(frame)
    visitor.send({ t: 'ping' })
    await visitor.hear('pong')
    expect(naksOf(visitor)).toEqual(Array(5).fill('bad_request'))
    expect(strangers.count('read_marks')).toBe(marks)
    visitor.leave()
  })

  test('another visitor’s conversation answers as one that never was, byte for byte', async () => {
    const victim = await strangers.talking('my secret order')
    const { visitor } = await strangers.talking()
    const answersTo = async (c: string) => {
      visitor.heard.length = 0
      for (const t of ['after', 'before', 'read', 'got'] as const) visitor.send({ t, c, seq: 0 })
      visitor.send({ t: 'file', id: c })
      visitor.send({ t: 'ping' })
      await visitor.hear('pong')
      return JSON.stringify(visitor.heard)
        .replaceAll(c, 'ID')
        .replace(/e=\d+&s=[\w-]+/g, 'e=…&s=…')
    }
    const foreign = await answersTo(victim.c)
    expect(foreign).toBe(await answersTo(newKey()))
    expect(foreign).not.toContain('secret')
    expect(
      port.house.core.db
        .query(
          "select 1 from read_marks m join conversations c on c.id = m.conversation_id where c.visitor_id = (select max(id) from visitors) and m.party_kind = 'visitor' and m.read_seq > 0"
        )
        .all()
    ).toEqual([])
    visitor.leave()
    victim.visitor.leave()
  })

  test('a cursor in it resumes nothing, and one beyond the end is only the end', async () => {
    const victim = await strangers.talking('my secret order')
    const { visitor, token, c } = await strangers.talking('mine')
    const resumed = async (cursor: { c: string; seq: number }) => {
      const { visitor: again } = await strangers.greeted()
      again.leave()
      const other = await port.visitor({ address: strangers.address() })
      const hi = await other.hello(port.site.key, { token, epoch: await epoch(), ...cursor })
      other.leave()
      return JSON.stringify(hi)
    }
    expect(await resumed({ c: victim.c, seq: 0 })).not.toContain('secret')
    const beyond = await resumed({ c, seq: Number.MAX_SAFE_INTEGER })
    expect(beyond).toContain('"entries":[]')
    visitor.send({ t: 'read', c, seq: Number.MAX_SAFE_INTEGER })
    await until(
      () => (port.house.core.db.query<{ read: number }, []>("select max(read_seq) as read from read_marks where party_kind = 'visitor'").get()?.read ?? 0) > 0
    )
    expect(port.house.core.db.query<{ read: number }, []>("select max(read_seq) as read from read_marks where party_kind = 'visitor'").get()?.read).toBe(1)
    visitor.leave()
    victim.visitor.leave()
  })

  const epoch = async () => {
    const { visitor } = await strangers.greeted()
    visitor.leave()
    const other = await port.visitor({ address: strangers.address() })
    const hi = await other.hello(port.site.key)
    other.leave()
    return hi.epoch
  }
})

describe('one message is one message (V19)', () => {
  test('fifty times at once, over sockets and over HTTP, across reconnects', async () => {
    const { visitor, token, c } = await strangers.talking()
    const key = newKey()
    const frame = { t: 'say', key, text: 'once' }
    const sockets = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const other = await port.visitor({ address: strangers.address() })
        await other.hello(port.site.key, { token })
        return other
      })
    )
    for (const socket of sockets) for (let n = 0; n < 8; n++) socket.send(frame)
    const hello = { t: 'hello', v: 1, site: port.site.key, as: 'window', token }
    const overHttp = await Promise.all(
      Array.from(
        { length: 10 },
        async () =>
          (await (await strangers.post('/v/link', JSON.stringify({ frames: [hello, frame] }))).json()) as {
            link: string
            frames: { t: string; seq?: number; c?: string }[]
          }
      )
    )
    await until(() => sockets.every(({ heard }) => heard.filter(({ t }) => t === 'ack' || t === 'nak').length === 8))
    const acks = sockets.flatMap(({ heard }) => heard.flatMap((heard) => (heard.t === 'ack' ? [`${heard.c} ${heard.seq}`] : [])))
    const httpAcks = overHttp.flatMap(({ frames }) => frames.flatMap((heard) => (heard.t === 'ack' ? [`${heard.c} ${heard.seq}`] : [])))
    expect(acks.length + httpAcks.length).toBeGreaterThanOrEqual(20)
    expect(new Set([...acks, ...httpAcks])).toEqual(new Set([`${c} 2`]))
    expect(port.house.core.db.query<{ n: number }, [string]>('select count(*) as n from entries where client_key = ?').get(key)).toEqual({ n: 1 })
    const [first] = sockets
    first?.send({ t: 'say', key, text: 'other words' })
    await until(() => first?.heard.some((heard) => heard.t === 'nak' && heard.code === 'cmid_reused') ?? false)
    const stranger = await strangers.talking()
    stranger.visitor.send(frame)
    expect(await stranger.visitor.hear('ack')).toMatchObject({ c: stranger.c, seq: 2 })
    for (const socket of [...sockets, visitor, stranger.visitor]) socket.leave()
  })
})

describe('a name from outside is nobody’s (V09)', () => {
  test('a token in an address, a cookie or another header makes nobody', async () => {
    const { visitor, token } = await strangers.talking('my secret order')
    const knock = await port.visitor({
      address: strangers.address(),
      headers: { cookie: `kefu_${port.site.key}=${token}; sid=${token}`, 'x-kefu-visitor': token, authorization: `Bearer ${token}` }
    })
    const hi = await knock.hello(port.site.key)
    expect(hi.token).not.toBe(token)
    expect(JSON.stringify(hi)).not.toContain('secret')
    const page = await fetch(`${port.url}/c/${port.site.key}?token=${token}&c=x#token=${token}`)
    expect(await page.text()).not.toContain('secret')
    knock.leave()
    visitor.leave()
  })

  test('a token of one’s own making is exchanged for one of ours', async () => {
    const { visitor, token } = await strangers.greeted({ token: 'f'.repeat(43) })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(token).not.toBe('f'.repeat(43))
    visitor.leave()
  })
})
