import { newKey } from '#tests/support/visitor.ts'
import { chrome, type OpenPort, type RawVisitor, shopOrigin } from './open-port.ts'

/** Strangers, each with an address of their own: limits are another test's business. */
export type Strangers = {
  address(): string
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>
  greeted(more?: Record<string, unknown>): Promise<{ visitor: RawVisitor; token: string }>
  talking(words?: string): Promise<{ visitor: RawVisitor; token: string; c: string }>
  count(table: 'entries' | 'read_marks'): number
}

export function strangersAt(port: OpenPort): Strangers {
  let last = 0
  const address = () => `198.51.${100 + Math.floor(++last / 250)}.${last % 250}`

  async function greeted(more: Record<string, unknown> = {}): Promise<{ visitor: RawVisitor; token: string }> {
    const visitor = await port.visitor({ address: address() })
    const { token = '' } = await visitor.hello(port.site.key, more)
    return { visitor, token }
  }

  return {
    address,
    post: (path, body, headers = {}) =>
      fetch(port.url + path, {
        method: 'POST',
        body,
        headers: { origin: shopOrigin, 'user-agent': chrome, 'x-forwarded-for': address(), 'content-type': 'application/json', ...headers }
      }),
    greeted,
    async talking(words = '在吗') {
      const { visitor, token } = await greeted()
      visitor.send({ t: 'say', key: newKey(), text: words })
      const { c } = await visitor.hear('ack')
      return { visitor, token, c }
    },
    count: (table) => port.house.core.db.query<{ n: number }, []>(`select count(*) as n from ${table}`).get()?.n ?? 0
  }
}

export const naksOf = ({ heard }: RawVisitor): string[] => heard.flatMap((frame) => (frame.t === 'nak' ? [frame.code] : []))
