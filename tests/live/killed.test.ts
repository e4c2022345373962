import { afterAll, beforeAll, expect, test } from 'bun:test'
import { type Program, program } from '#tests/support/process.ts'
import { SteadyVisitor } from '#tests/support/steady-visitor.ts'

/* The program as a real process, ended while it is written to. Retries and cursors are the clients' own; the file is the judge. */

const origin = 'https://tea.example'
let kefu: Program
let site: string

beforeAll(async () => {
  kefu = await program(['--trusted-proxy', '127.0.0.1/32', '--trusted-proxy', '::1/128', '--visitor-messages-per-minute', '100000'])
  const made = await kefu.command(
    ['setup', '--email', 'chen@tea.example', '--name', '陈屿', '--site', '山间茶事', '--origin', origin, '--language', 'zh-CN'],
    'a long tea password\n'
  )
  expect([made.code, made.complained]).toEqual([0, ''])
  site = kefu.read<{ key: string }>('select key from sites')[0]?.key ?? ''
}, 60_000)
afterAll(() => kefu.remove(), 30_000)

test('killed again and again while visitors write: nothing acknowledged is lost, doubled or out of order', async () => {
  await kefu.start()
  const visitors = Array.from({ length: 8 }, (_, n) => new SteadyVisitor(kefu.url, site, origin, `10.0.0.${n}`))
  let said = 0
  for (let kill = 0; kill < 3; kill++) {
    for (let turn = 0; turn < 30; turn++) {
      for (const [n, visitor] of visitors.entries()) visitor.say(`${n} says ${said}`)
      said++
      await Bun.sleep(3)
    }
    await kefu.end('SIGKILL')
    await kefu.start()
  }
  for (const visitor of visitors) await visitor.settled({ reconnects: 3, entries: said })
  for (const [n, visitor] of visitors.entries()) expectWhole(visitor, n, said)
  expect(kefu.read('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(kefu.read('pragma foreign_key_check')).toEqual([])
  for (const visitor of visitors) visitor.leave()
}, 60_000)

/** What one client believes, against the file. */
function expectWhole(visitor: SteadyVisitor, n: number, said: number): void {
  expect(visitor.faults).toEqual([])
  const rows = kefu.read<{ key: string; seq: number; body: string }>(
    `select e.client_key as key, e.visitor_seq as seq, e.body from entries e where e.body like '${n} says %' order by e.conversation_id, e.seq`
  )
  expect(rows.map(({ body }) => body)).toEqual(Array.from({ length: said }, (_, i) => `${n} says ${i}`))
  expect(rows.map(({ key, seq, body }) => ({ key, seq, text: body }))).toEqual(
    [...visitor.acked].map(([key, ack]) => ({ key, ...ack })).sort((a, b) => a.seq - b.seq)
  )
  expect([...visitor.seen.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: said }, (_, i) => i + 1))
}

test('asked to stop, it commits and acknowledges what is in hand, says goodbye and exits 0', async () => {
  const visitor = new SteadyVisitor(kefu.url, site, origin, '10.0.1.1')
  visitor.say('before')
  await visitor.settled()
  for (let i = 0; i < 20; i++) visitor.say(`in hand ${i}`)
  expect(await kefu.end('SIGTERM')).toBe(0)
  await kefu.start()
  await visitor.settled()
  const bodies = kefu.read<{ body: string }>("select body from entries where body like 'in hand %' order by id").map(({ body }) => body)
  expect(bodies).toEqual(Array.from({ length: 20 }, (_, i) => `in hand ${i}`))
  visitor.leave()
}, 60_000)
