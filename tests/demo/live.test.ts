import { afterAll, beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { conversationFor, lastEntries, marksOf, replyTo } from '#src/conversations/index.ts'
import { somePersona } from '#src/demo/audience/persona.ts'
import { createChance } from '#src/demo/chance.ts'
import { fillDemo, moveVisitors } from '#src/demo/index.ts'
import { createStage, type Stage } from '#src/demo/live/index.ts'
import { beginTalk } from '#src/demo/live/live-talk.ts'
import { createVisitor, type Leaving, type Visitor } from '#src/demo/live/visitor.ts'
import { talksFrom } from '#src/demo/talks/talk.ts'
import { owner, personById } from '#src/people/index.ts'
import { usualConfig } from '#src/platform/config.ts'
import { type Serving, startServing } from '#src/serving.ts'
import { sites } from '#src/sites/index.ts'
import type { Guest } from '#src/visitors/index.ts'
import { demoFolder, faultLog } from './demo-house.ts'

/* The demo over a port of its own, with every pause shortened to a fiftieth. */
const pace = 0.02
const folder = demoFolder()
const { log, faults } = faultLog()
let serving: Serving
let isStopped = false

beforeAll(async () => {
  const config = { ...usualConfig, host: '127.0.0.1', port: 0, data: join(folder.path, 'data'), trustedProxies: ['127.0.0.1/32'] }
  serving = await startServing(config, log, async (house) => void (await fillDemo(house, { seed: 3 })))
}, 120_000)
afterAll(async () => {
  if (!isStopped) await serving.stop()
  folder.remove()
}, 30_000)

/** Waits for something that comes by itself. */
async function until<T>(what: string, look: () => T | null | undefined | false, within = 20_000): Promise<T> {
  for (const end = Date.now() + within; Date.now() < end; await Bun.sleep(20)) {
    const found = look()
    if (found) return found
  }
  throw new Error(`it never came that ${what}`)
}

function stageFor(seed: number): Stage {
  const [chinese, english] = sites(serving.house.core)
  if (!chinese || !english) throw new Error('no sites')
  return createStage({ house: serving.house, chance: createChance(seed), staff: [], sites: { chinese, english } }, serving.url, pace)
}

const guestOf = (visitor: Visitor): Guest | null => {
  const digest = visitor.digest()
  return digest && serving.house.presence.byDigest(digest)
}

test('a visitor walks through the shop by the real door, is somewhere, and goes', async () => {
  const stage = stageFor(5)
  let left: Leaving | null = null
  const visitor = createVisitor(stage, somePersona(stage.chance, 'en', ['Leeds']), null, (_, why) => {
    left = why
  })
  visitor.come(visitor.persona.landing, 3)
  const guest = await until('they are present', () => guestOf(visitor))
  expect([guest.address, guest.place?.city, guest.userAgent]).toEqual([visitor.persona.address, 'Leeds', visitor.persona.userAgent])
  expect(guest.source.kind).not.toBe('internal')
  await until('they leave', () => left)
  expect(guest.steps.length).toBe(4)
  expect(guest.steps.every(({ title, url }) => title !== '' && url.startsWith('https://'))).toBeTrue()
  await until('nobody is there', () => guest.goneAt !== null)
  stage.end()
})

test('who comes again with the token is the same visitor', async () => {
  const stage = stageFor(6)
  const first = createVisitor(stage, somePersona(stage.chance), null, () => {})
  first.come(first.persona.landing, 0)
  const guest = await until('they are present', () => guestOf(first))
  first.leave()
  const again = createVisitor(stage, first.persona, first.token, () => {})
  again.come(again.persona.landing, 0)
  await until('they are back', () => guest.goneAt === null)
  expect(guestOf(again)?.id).toBe(guest.id)
  stage.end()
})

test('a visitor asks, answers a question that people ask, reads, thanks, and the window closes', async () => {
  const { core } = serving.house
  const stage = stageFor(8)
  const [play] = talksFrom('# test\n> 你好，天青盖碗有现货吗\n< 有的\n> 那我拍一只\n')
  if (!play) throw new Error('no talk')
  const visitor = createVisitor(stage, somePersona(stage.chance, 'zh-CN'), null, () => {})
  visitor.come(visitor.persona.landing, 60)
  await until('they have a token', () => visitor.token)
  visitor.ask(beginTalk(play, 'zh-CN', '20260907-0012'))
  const id = await until('they wait', () => guestOf(visitor)?.talk?.conversation)

  const agent = personById(core, owner(core)?.id ?? 0)
  const answer = (text: string) =>
    core.transact(() =>
      replyTo(
        core,
        conversationFor(core, agent, id),
        agent,
        { key: `test-key-${text.length}-0123456`, text, file: null },
        { acceptBy: 'first-reply', reachable: () => true }
      )
    )
  const said = () => lastEntries(core, id, 50).flatMap(({ kind, authorKind, text }) => (kind === 'message' && authorKind === 'visitor' ? [text] : []))
  await answer('有的。麻烦发一下您上次的订单号？')
  await until('they give the order', () => said().some((text) => text.includes('20260907-0012')))
  await answer('查到了，老客户可以减二十。')
  await until('they go on with what they wanted', () => said().includes('那我拍一只'))
  await until('all is said', () => visitor.talk === null)
  expect(said()[0]).toBe('你好，天青盖碗有现货吗')
  await until('they have read it all', () => marksOf(core, id).visitor.read >= 4)
  visitor.leave()
  stage.end()
})

test('the street fills by itself, colleagues answer, and nothing is at fault when it all stops', async () => {
  const { core, presence, hub } = serving.house
  const talking = core.db.query<{ n: number }, []>("select count(*) as n from entries where kind = 'message' and author_kind = 'agent'")
  const closed = core.db.query<{ n: number }, []>("select count(*) as n from conversations where state = 'closed'")
  const before = { said: talking.get()?.n ?? 0, closed: closed.get()?.n ?? 0 }
  const end = moveVisitors(serving.url, serving.house, { pace, crowd: 12 })
  const here = () => [...presence.guests()].filter(({ goneAt }) => goneAt === null)

  await until('those of the past are there', () => here().length >= 20)
  expect(here().filter(({ visits }) => visits > 1).length).toBeGreaterThan(0)
  expect(here().some(({ steps }) => steps.length > 1)).toBeTrue()
  await until('colleagues answer', () => (talking.get()?.n ?? 0) >= before.said + 5, 40_000)
  await until('they close what is done', () => (closed.get()?.n ?? 0) > before.closed, 40_000)
  await until('newcomers are there', () => here().some(({ visits, place }) => visits === 1 && place !== null))
  const playing = core.db.query<{ id: number }, []>('select id from people where role_id > 1').all()
  expect(playing.every(({ id }) => hub.isPresent(id))).toBeTrue()

  end()
  await until('they are gone', () => here().length === 0)
  await serving.stop()
  isStopped = true
  expect(faults).toEqual([])
}, 120_000)

test('an appliance that no demo filled is left alone', () => {
  expect(moveVisitors('http://localhost:1', {} as never)).toBeFunction()
})
