import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newKey } from '#tests/support/visitor.ts'
import { type OpenPort, openPort, until } from './open-port.ts'
import { naksOf, type Strangers, strangersAt } from './strangers.ts'

/* What a stranger sends once the socket is open, and the same over HTTP: V17, V24. */

let port: OpenPort
let strangers: Strangers
beforeAll(async () => {
  port = await openPort({ visitorMessagesPerMinute: 10_000 })
  strangers = strangersAt(port)
})
afterAll(() => port.close())

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
    const { visitor } = await strangers.greeted()
    const before = strangers.count('entries')
    visitor.send(frame)
    visitor.send({ t: 'ping' })
    await visitor.hear('pong')
    expect(naksOf(visitor)).toEqual(['bad_request'])
    expect([strangers.count('entries'), ({} as Record<string, unknown>).x, visitor.ended]).toEqual([before, undefined, null])
    visitor.leave()
  })

  test.each(hostile.filter(([name]) => !/nothing|a blank|half an object|nesting without/.test(name)))('over HTTP %s is no fault either', async (_, frame) => {
    const hello = JSON.stringify({ t: 'hello', v: 1, site: port.site.key, as: 'window' })
    const answer = await strangers.post('/v/link', `{"frames":[${hello},${frame}]}`)
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
    const answer = await strangers.post('/v/link', body)
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
    const status = await strangers.post('/v/link', endless).then(
      ({ status }) => status,
      () => 413
    )
    expect(status).toBe(413)
    expect(sent).toBeLessThan(40_000_000)
  })

  test('bytes instead of text end the link with 1003, a frame above 64 KiB with 1009 or 1006', async () => {
    const { visitor } = await strangers.greeted()
    visitor.send(new Uint8Array([123, 125]))
    expect(await visitor.end()).toBe(1003)
    const { visitor: big } = await strangers.greeted()
    big.send(`{"t":"typing","text":"${'x'.repeat(65_536)}"}`)
    expect([1006, 1009]).toContain(await big.end())
    const { visitor: large } = await strangers.greeted()
    large.send(`{"t":"typing","text":"${'x'.repeat(59_000)}"}`)
    large.send({ t: 'ping' })
    await large.hear('pong')
    large.leave()
  })

  test('whoever speaks before hello is sent away, whatever was said', async () => {
    for (const frame of [{ t: 'ping' }, { t: 'say', key: newKey(), text: 'x' }, { t: 'after', c: newKey(), seq: 0 }]) {
      const visitor = await port.visitor({ address: strangers.address() })
      visitor.send(frame)
      expect(await visitor.end()).toBe(4401)
    }
  })

  test('whoever says nothing at all is sent away after five seconds', async () => {
    const visitor = await port.visitor({ address: strangers.address() })
    const began = performance.now()
    await until(() => visitor.ended !== null, 8_000)
    expect(visitor.ended).toBe(4401)
    expect(performance.now() - began).toBeGreaterThan(4_000)
  }, 15_000)

  test('three bursts too fast end the link with 4429, and others go on', async () => {
    const { visitor } = await strangers.greeted()
    // A raised rate of messages raises that of frames: a thousand at once are let through here.
    for (let n = 0; n < 1_400; n++) visitor.send({ t: 'ping' })
    expect(await visitor.end()).toBe(4429)
    const { visitor: other } = await strangers.greeted()
    other.leave()
  })
})
