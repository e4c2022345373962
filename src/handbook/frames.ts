import type { EntryView, FromVisitor, SiteView, Snapshot, ToVisitor } from '#src/web/visitor/frames.ts'

/*
 * An example of every frame. They are typed by the frames themselves: one that is added, changed or gone does not compile here
 * until its example is.
 */

type Sent = { [T in FromVisitor['t']]: Extract<FromVisitor, { t: T }> }
type Heard = { [T in Exclude<ToVisitor['t'], 'hi'>]: Extract<ToVisitor, { t: T }> }
type Hi<As> = Extract<ToVisitor, { t: 'hi'; as: As }>

const c = 'Byx86DOloF2-UFgHA-TWfg'
const epoch = 'zdnHVE01y8RNGUZgNYjSpA'
const key = 'X6TqvtCpNgIpu2bi1_b3lP'
const file = 'zZuFL_HCgQPmR2eQvdtPrA'
const at = 1_795_337_340_709

export const sent: Sent = {
  hello: { t: 'hello', v: 1, site: 's_xRaK6eLfFS', as: 'window', url: 'https://shop.example/app/cart', title: 'Cart', lang: 'en' },
  page: { t: 'page', url: 'https://shop.example/app/tea/42', title: 'White tea' },
  visible: { t: 'visible', on: false },
  say: { t: 'say', key, text: 'Is this tea in stock?' },
  leave: { t: 'leave', key, text: 'Please call me back', name: 'Lin', phone: '+86 138 0013 8000' },
  typing: { t: 'typing', text: 'Is this te' },
  got: { t: 'got', c, seq: 2 },
  read: { t: 'read', c, seq: 2 },
  after: { t: 'after', c, seq: 2 },
  before: { t: 'before', c, seq: 51 },
  file: { t: 'file', id: file },
  ping: { t: 'ping' }
}

/** The same hello after a break: who it is, and the last entry that the app holds. */
export const helloAgain: Sent['hello'] = {
  t: 'hello',
  v: 1,
  site: 's_xRaK6eLfFS',
  as: 'window',
  token: 'rf1598P1m1h8ImUqpKxxZeqr9yM4hkMUU0ALX-lP5pA',
  epoch,
  c,
  seq: 2
}

const site: SiteView = {
  name: 'Mountain Tea',
  language: 'en',
  colour: { main: '#0f6a57', on: '#ffffff', ink: '#0f6a57', soft: '#e7f0ee', edge: false },
  welcome: 'Hello, this is Mountain Tea. How can we help?'
}
const hua = { name: 'Hua', picture: '/v/picture/4jVQvYtVTtK1mA0dDmfJbw' }
const snapshot: Snapshot = {
  conversation: { c, kind: 'chat', state: 'open', agent: { ...hua, status: 'online' }, delivered: 1, read: 1, seen: 2 },
  reach: 'chat',
  host: { ...hua, status: 'online' },
  watched: true
}

const said: EntryView = { c, seq: 1, at, kind: 'message', by: 'visitor', agent: null, key, text: 'Is this tea in stock?', file: null }
const answered: EntryView = { c, seq: 3, at: at + 60_000, kind: 'message', by: 'agent', agent: hua, key: null, text: 'Yes, twelve tins.', file: null }

export const hiToWindow: Hi<'window'> = {
  t: 'hi',
  as: 'window',
  token: 'rf1598P1m1h8ImUqpKxxZeqr9yM4hkMUU0ALX-lP5pA',
  epoch,
  site,
  snapshot: { conversation: null, reach: 'chat', host: { ...hua, status: 'online' }, watched: false },
  entries: [],
  more: false,
  earlier: false,
  reset: false,
  me: { name: null, email: null, phone: null }
}

export const hiToPage: Hi<'page'> = {
  t: 'hi',
  as: 'page',
  epoch,
  site,
  unread: 1,
  reach: 'chat',
  texts: { 'chat.launcher.open': 'Open the chat' },
  cookie: 'shop.example'
}

export const heard: Heard = {
  ack: { t: 'ack', key, c, seq: 1, at },
  nak: { t: 'nak', key, code: 'too_long', field: 'text', text: 'That is 1 character too long; a message holds 8,000. Split it in two.' },
  entry: { t: 'entry', entry: answered },
  entries: { t: 'entries', way: 'before', entries: [said], more: false, earlier: false },
  state: { t: 'state', snapshot },
  typing: { t: 'typing' },
  unread: { t: 'unread', n: 1, peek: { name: 'Hua', text: 'Yes, twelve tins.' } },
  file: { t: 'file', id: file, url: `/v/f/${file}?e=1795337700000&s=xhSAL0TRGDLvy3Z1pFcTT28ukXuV3bpqnI5TE6Myz-I` },
  pong: { t: 'pong' },
  bye: { t: 'bye', because: 'restart', wait: 1_800 }
}

/** One of each kind of entry, in the order of a conversation. */
export const entries: readonly EntryView[] = [
  said,
  { c, seq: 2, at: at + 30_000, kind: 'accepted', agent: hua },
  answered,
  {
    c,
    seq: 4,
    at: at + 90_000,
    kind: 'message',
    by: 'visitor',
    agent: null,
    key: 'LHls0MmKvv5sOQqtnQOpyO',
    text: '',
    file: {
      id: file,
      kind: 'image',
      name: 'tin.jpg',
      type: 'image/jpeg',
      bytes: 183_204,
      width: 1_440,
      height: 1_080,
      url: `/v/f/${file}?e=1795337700000&s=xhSAL0TRGDLvy3Z1pFcTT28ukXuV3bpqnI5TE6Myz-I`
    }
  },
  { c, seq: 5, at: at + 300_000, kind: 'closed', by: 'agent' },
  { c, seq: 6, at: at + 900_000, kind: 'reopened' }
]

const oneLine = 72

/** A frame as it is shown: what fits stands on one line, the rest is spread out. */
export function shown(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
  if (line.length + indent.length <= oneLine || typeof value !== 'object' || value === null) return line
  const deeper = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + shown(item, deeper)).join(',\n')}\n${indent}]`
  const fields = Object.entries(value).map(([name, field]) => `${deeper}${JSON.stringify(name)}: ${shown(field, deeper)}`)
  return `{\n${fields.join(',\n')}\n${indent}}`
}
