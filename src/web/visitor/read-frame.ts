import { isToken } from '#src/platform/tokens.ts'
import type { FromVisitor, NakCode } from './frames.ts'

type Check = (value: unknown) => boolean
type Shape = { need: Record<string, Check>; may: Record<string, Check> }

const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most
const truth: Check = (value) => typeof value === 'boolean'
const id: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value)
const key: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(value)
const cursor: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Longer texts than a message may hold still arrive, so that the answer can be "too long" and nothing is cut. */
const body = text(60_000)
const place = { url: text(20_000), title: text(20_000) }

const shapes: Record<FromVisitor['t'], Shape> = {
  hello: {
    need: { v: (value) => value === 1, site: text(64), as: (value) => value === 'page' || value === 'window' },
    may: { ...place, token: isToken, framed: truth, page: id, referrer: text(20_000), visible: truth, lang: text(35), epoch: id, c: id, seq: cursor }
  },
  page: { need: place, may: {} },
  visible: { need: { on: truth }, may: {} },
  say: { need: { key }, may: { text: body, file: id } },
  leave: { need: { key, text: body }, may: { name: text(1_000), email: text(1_000), phone: text(1_000) } },
  typing: { need: { text: body }, may: {} },
  got: { need: { c: id, seq: cursor }, may: {} },
  read: { need: { c: id, seq: cursor }, may: {} },
  after: { need: { c: id, seq: cursor }, may: {} },
  before: { need: { c: id, seq: cursor }, may: {} },
  file: { need: { id }, may: {} },
  ping: { need: {}, may: {} }
}

export type Unreadable = { nak: NakCode; key?: string }

/** A frame as a stranger sent it, or why it cannot be read. Unknown fields are refused: nobody writes what is the server's. */
export function readFrame(data: string): FromVisitor | Unreadable {
  const value = parse(data)
  if (!isRecord(value)) return { nak: 'bad_request' }
  const shape = typeof value.t === 'string' && Object.hasOwn(shapes, value.t) ? shapes[value.t as FromVisitor['t']] : null
  if (!shape) return { nak: 'bad_request' }
  const known = key(value.key) ? { key: String(value.key) } : {}
  const isWhole = Object.entries(shape.need).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]))
  const isOurs = Object.keys(value).every(
    (name) => name === 't' || Object.hasOwn(shape.need, name) || (Object.hasOwn(shape.may, name) && shape.may[name]?.(value[name]) === true)
  )
  return isWhole && isOurs ? (value as unknown as FromVisitor) : { nak: 'bad_request', ...known }
}

/** Deep nesting and lone garbage are the parser's to refuse; it may run out of stack, which is a refusal too. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
