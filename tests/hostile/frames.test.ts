import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newKey } from '#tests/support/visitor.ts'
import { chrome, type OpenPort, openPort, type RawVisitor, shopOrigin, until } from './open-port.ts'

/* What a stranger sends once the socket is open, and the same over HTTP: V06, V09, V17, V19, V20, V24. */

let port: OpenPort
beforeAll(async () => {
  port = await openPort({ visitorMessagesPerMinute: 10_000 })
})
afterAll(() => port.close())

let last = 0
/** Everybody has an address of their own: limits are another test's business. */
const address = () => `198.51.${100 + Math.floor(++last / 250)}.${last % 250}`
const count = (table: 'entries' | 'conversations' | 'visitors' | 'read_marks') =>
  port.house.core.db.query<{ n: number }, []>(`select count(*) as n from ${table}`).get()?.n ?? 0
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(port.url + path, {
    method: 'POST',
    body,
    headers: { origin: shopOrigin, 'user-agent': chrome, 'x-forwarded-for': address(), 'content-type': 'application/json', ...headers }
  })

async function greeted(more: Record<string, unknown> = {}): Promise<{ visitor: RawVisitor; token: string }> {
  const visitor = await port.visitor({ address: address() })
  const { token = '' } = await visitor.hello(port.site.key, more)
  return { visitor, token }
}

async function talking(words = '在吗'): Promise<{ visitor: RawVisitor; token: string; c: string }> {
  const { visitor, token } = await greeted()
  visitor.send({ t: 'say', key: newKey(), text: words })
  const { c } = await visitor.hear('ack')
  return { visitor, token, c }
}

const naksOf = ({ heard }: RawVisitor) => heard.flatMap((frame) => (frame.t === 'nak' ? [frame.code] : []))

describe('frames that are none (V17, V24)', () => {
  const key = newKey()
  const say = (more: Record<string, unknown>) => JSON.stringify({ t: 'say', key, text: 'x', ...more })
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['a blank', ' '],
    ['half an object', '{"t":"say"'],
    ['a list', '[{"t":"ping"}]'],
    ['nesting without end', '['.repeat(30_000)],
    ['closed nesting without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['nesting inside', `{"t":"ping","x":${'{"x":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
    ['five thousand names', JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`n${n}`, n])))],
    ['a number beyond all', '{"t":"read","c":"AAAAAAAAAAAAAAAAAAAAAA","seq":1e999}'],
    ['twenty digits', '{"t":"read","c":"AAAAAAAAAAAAAAAAAAAAAA","seq":99999999999999999999}'],
    ['half a number', '{"t":"read","c":"AAAAAAAAAAAAAAAAAAAAAA","seq":1.5}'],
    ['a number as text', '{"t":"read","c":"AAAAAAAAAAAAAAAAAAAAAA","seq":"1"}'],
    ['a prototype', say({ ['__proto__']: { x: 1 } }).replace('{"t"', '{"__proto__":{"x":1},"t"')],
    ['a constructor', say({ constructor: { prototype: { x: 1 } } })],
    ['a kind that is a method', '{"t":"hasOwnProperty"}'],
    ['a kind that is no text', '{"t":["say"]}'],
    ['a text that is none', say({ text: ['x'] })],
    ['a key with a blank', say({ key: 'with a blank in it' })],
    ['a file that is none', say({ file: '../../etc/passwd' })],
    ['a second hello', '{"t":"hello","v":1,"site":"s_0000000000","as":"window"}'],
    ['a hello in disguise', '{"t":"hello","v":1,"site":"s_0000000000","as":"window","token":"x"}'],
    ...[
      'role',
      'author',
      'author_kind',
      'is_agent',
      'seq',
      'at',
      'created_at',
      'status',
      'state',
      'assignee',
      'assigned_to',
      'department',
      'hash',
      'internal',
      'operation_admin',
      'visitor_id',
      'by'
    ].map((name): [string, string] => [`the server’s own ${name}`, say({ [name]: 1 })])
  ]

  test.each(hostile)('%s is a bad request, and nothing of it is kept', async (_, frame) => {
    const { visitor } = await greeted()
    const before = count('entries')
    visitor.send(frame)
    visitor.send({ t: 'ping' })
    await visitor.hear('pong')
    expect(naksOf(visitor)).toEqual(['bad_request'])
    expect([count('entries'), ({} as Record<string, unknown>).x, visitor.ended]).toEqual([before, undefined, null])
    visitor.leave()
  })

  test.each(hostile.filter(([name]) => !/nothing|a blank|half an object|nesting without/.test(name)))('over HTTP %s is no fault either', async (_, frame) => {
    const hello = JSON.stringify({ t: 'hello', v: 1, site: port.site.key, as: 'window' })
    const answer = await post('/v/link', `{"frames":[${hello},${frame}]}`)
    expect([200, 400]).toContain(answer.status)
    if (answer.status === 200) expect(((await answer.json()) as { frames: { t: string }[] }).frames.map(({ t }) => t)).toEqual(['hi', 'nak'])
    expect(port.faults).toEqual([])
  })

  test.each([
    ['nothing', '', 400],
    ['no list', '{"frames":7}', 400],
    ['a list alone', '[]', 400],
    ['twenty-one frames', JSON.stringify({ frames: Array.from({ length: 21 }, () => ({ t: 'ping' })) }), 400],
    ['nesting that cannot be written again', `{"frames":[${'['.repeat(60_000)}${']'.repeat(60_000)}]}`, 400],
    ['more than 128 KiB', JSON.stringify({ frames: ['x'.repeat(140_000)] }), 413]
  ])('a body of %s is refused', async (_, body, status) => {
    const answer = await post('/v/link', body)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toMatch(/xxx|frames|\.ts/)
  })

  test('a body without a length is read no further than the limit', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        if (sent > 40_000_000) controller.close()
        else controller.enqueue(new Uint8Array(65_536).fill(32))
      }
    })
    // The other side may hang up while we still speak.
    const status = await post('/v/link', endless).then(
      ({ status }) => status,
      () => 413
    )
    expect(status).toBe(413)
    expect(sent).toBeLessThan(40_000_000)
  })

  test('bytes instead of text end the link with 1003, a frame above 64 KiB with 1009 or 1006', async () => {
    const { visitor } = await greeted()
    visitor.send(new Uint8Array([123, 125]))
    expect(await visitor.end()).toBe(1003)
    const { visitor: big } = await greeted()
    big.send(`{"t":"typing","text":"${'x'.repeat(65_536)}"}`)
    expect([1006, 1009]).toContain(await big.end())
    const { visitor: large } = await greeted()
    large.send(`{"t":"typing","text":"${'x'.repeat(59_000)}"}`)
    large.send({ t: 'ping' })
    await large.hear('pong')
    large.leave()
  })

  test('whoever speaks before hello is sent away, whatever was said', async () => {
    for (const frame of [{ t: 'ping' }, { t: 'say', key: newKey(), text: 'x' }, { t: 'after', c: newKey(), seq: 0 }]) {
      const visitor = await port.visitor({ address: address() })
      visitor.send(frame)
      expect(await visitor.end()).toBe(4401)
    }
  })

  test('whoever says nothing at all is sent away after five seconds', async () => {
    const visitor = await port.visitor({ address: address() })
    const began = performance.now()
    await until(() => visitor.ended !== null, 8_000)
    expect(visitor.ended).toBe(4401)
    expect(performance.now() - began).toBeGreaterThan(4_000)
  }, 15_000)

  test('three bursts too fast end the link with 4429, and others go on', async () => {
    const { visitor } = await greeted()
    // A raised rate of messages raises that of frames: a thousand at once are let through here.
    for (let n = 0; n < 1_400; n++) visitor.send({ t: 'ping' })
    expect(await visitor.end()).toBe(4429)
    const { visitor: other } = await greeted()
    other.leave()
  })
})

describe('ids of others are ids of nobody (V06)', () => {
  const ids = ['0', '', null, true, [], { $ne: 1 }, 1e2, '1 ', -1, `${'A'.repeat(21)}=`, `${'A'.repeat(22)}\n`, '../'.repeat(7)]
  test.each(ids.map((id) => ({ id })))('%p is none', async ({ id }) => {
    const { visitor } = await talking()
    const marks = count('read_marks')
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
    expect(count('read_marks')).toBe(marks)
    visitor.leave()
  })

  test('another visitor’s conversation answers as one that never was, byte for byte', async () => {
    const victim = await talking('my secret order')
    const { visitor } = await talking()
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
    const victim = await talking('my secret order')
    const { visitor, token, c } = await talking('mine')
    const resumed = async (cursor: { c: string; seq: number }) => {
      const { visitor: again } = await greeted()
      again.leave()
      const other = await port.visitor({ address: address() })
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
    const { visitor } = await greeted()
    visitor.leave()
    const other = await port.visitor({ address: address() })
    const hi = await other.hello(port.site.key)
    other.leave()
    return hi.epoch
  }
})

describe('one message is one message (V19)', () => {
  test('fifty times at once, over sockets and over HTTP, across reconnects', async () => {
    const { visitor, token, c } = await talking()
    const key = newKey()
    const frame = { t: 'say', key, text: 'once' }
    const sockets = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const other = await port.visitor({ address: address() })
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
          (await (await post('/v/link', JSON.stringify({ frames: [hello, frame] }))).json()) as {
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
    const stranger = await talking()
    stranger.visitor.send(frame)
    expect(await stranger.visitor.hear('ack')).toMatchObject({ c: stranger.c, seq: 2 })
    for (const socket of [...sockets, visitor, stranger.visitor]) socket.leave()
  })
})

describe('a name from outside is nobody’s (V09)', () => {
  test('a token in an address, a cookie or another header makes nobody', async () => {
    const { visitor, token } = await talking('my secret order')
    const knock = await port.visitor({
      address: address(),
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
    const { visitor, token } = await greeted({ token: 'f'.repeat(43) })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(token).not.toBe('f'.repeat(43))
    visitor.leave()
  })
})
