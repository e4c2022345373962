import { beforeEach, expect, test } from 'bun:test'
import { type Answer, createOutbox, newKey, type Outbox, type Sending, type Shelf } from '#src/console/outbox.ts'

let stored: Map<string, Sending>
let clock: number
let timers: { at: number; work: () => void }[]
let answers: Answer[]
let sent: string[]

const shelf: Shelf = {
  all: () => [...stored.values()].map((sending) => ({ ...sending })),
  put: (sending) => void stored.set(sending.key, sending),
  remove: (key) => void stored.delete(key)
}

beforeEach(() => {
  stored = new Map()
  clock = 1_000
  timers = []
  answers = []
  sent = []
})

function open(tab = 'one'): Outbox {
  return createOutbox({
    shelf,
    tab,
    now: () => clock,
    chance: () => 0.5,
    changed: () => {},
    send: async ({ key }) => {
      sent.push(key)
      return answers.shift() ?? { outcome: 'accepted' }
    },
    after(ms, work) {
      const timer = { at: clock + ms, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    }
  })
}

const message = (key: string, conversation = 1) => ({ key, conversation, text: `says ${key}`, file: null, fileName: null })
const settle = () => new Promise((done) => setTimeout(done, 0))

async function pass(ms: number): Promise<void> {
  clock += ms
  const due = timers.filter(({ at }) => at <= clock)
  timers = timers.filter(({ at }) => at > clock)
  for (const { work } of due) work()
  await settle()
}

test('an accepted message leaves the shelf', async () => {
  open().add(message('a'))
  await settle()
  expect(sent).toEqual(['a'])
  expect(stored.size).toBe(0)
})

test('without a network a message waits, and is sent again under the same key until it is accepted', async () => {
  answers = [
    { outcome: 'later', wait: null },
    { outcome: 'later', wait: null }
  ]
  open().add(message('a'))
  await settle()
  expect(stored.size).toBe(1)
  await pass(15_000)
  await pass(15_000)
  expect(sent).toEqual(['a', 'a', 'a'])
  expect(stored.size).toBe(0)
})

test('messages keep their order, and a later one never overtakes', async () => {
  answers = [{ outcome: 'later', wait: null }]
  const outbox = open()
  outbox.add(message('a'))
  await settle()
  clock += 1
  outbox.add(message('b'))
  await settle()
  await pass(15_000)
  expect(sent).toEqual(['a', 'a', 'b'])
})

test('a refused message waits for a hand, and does not stop the others', async () => {
  answers = [{ outcome: 'refused', because: 'too long' }]
  const outbox = open()
  outbox.add(message('a'))
  clock += 1
  outbox.add(message('b'))
  await settle()
  expect(sent).toEqual(['a', 'b'])
  expect(outbox.of(1).map(({ refused }) => refused)).toEqual(['too long'])
  await pass(60_000)
  expect(sent).toEqual(['a', 'b'])
  outbox.resend('a')
  await settle()
  expect(sent).toEqual(['a', 'b', 'a'])
  expect(stored.size).toBe(0)
})

test('what was thrown away is never sent', async () => {
  answers = [{ outcome: 'refused', because: 'no' }]
  const outbox = open()
  outbox.add(message('a'))
  await settle()
  outbox.discard('a')
  await pass(60_000)
  expect(sent).toEqual(['a'])
  expect(outbox.isEmpty()).toBe(true)
})

test('after signing out nothing is tried until somebody wakes it', async () => {
  answers = [{ outcome: 'signed-out' }]
  const outbox = open()
  outbox.add(message('a'))
  await settle()
  await pass(600_000)
  expect(sent).toEqual(['a'])
  outbox.wake()
  await settle()
  expect(sent).toEqual(['a', 'a'])
  expect(stored.size).toBe(0)
})

test('the time a server names is waited for', async () => {
  answers = [{ outcome: 'later', wait: 9_000 }]
  open().add(message('a'))
  await settle()
  await pass(8_999)
  expect(sent).toEqual(['a'])
  await pass(1)
  expect(sent).toEqual(['a', 'a'])
})

test('another tab sends only what a tab has left behind, and leaves that conversation’s order alone', async () => {
  answers = [{ outcome: 'later', wait: null }]
  open('one').add(message('a'))
  await settle()
  timers = []
  clock += 1
  const other = open('two')
  other.add(message('b'))
  other.add(message('c', 2))
  await settle()
  expect(sent).toEqual(['a', 'c'])
  await pass(40_000)
  expect(sent).toEqual(['a', 'c', 'a', 'b'])
})

test('a page that closes hands over at once', async () => {
  answers = [{ outcome: 'later', wait: null }]
  const closing = open('one')
  closing.add(message('a'))
  await settle()
  timers = []
  closing.release()
  open('two').wake()
  await settle()
  expect(sent).toEqual(['a', 'a'])
})

test('keys are 128 bits that never repeat, without a secure context', () => {
  const keys = new Set(Array.from({ length: 200 }, () => newKey()))
  expect(keys.size).toBe(200)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/)
})
