import type { FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import type { Persona } from '../audience/persona.ts'
import { shops } from '../shop.ts'
import type { Stage } from './stage.ts'

/** One socket of a visitor, as a page's or as a chat window's. */
export type Link = { send(frame: FromVisitor): void; close(): void }

type Hearing = { hear(frame: ToVisitor): void /** It ended without being closed from here. */; lost(): void }

/** What a proxy in front of us would have passed on of the visitor's browser. */
export function headersOf({ persona }: { persona: Persona }): Record<string, string> {
  return {
    Origin: shops[persona.shop].url,
    'User-Agent': persona.userAgent,
    'Accept-Language': `${persona.locale},${persona.locale.slice(0, 2)};q=0.9`,
    'X-Forwarded-For': persona.address
  }
}

/** Connects through the door that every visitor comes in by, and says hello. */
export function connect(stage: Stage, persona: Persona, hello: Extract<FromVisitor, { t: 'hello' }>, { hear, lost }: Hearing): Link {
  // Browsers' types know neither headers nor certificates here, Bun does. The demo's certificate may be home-made, and it is our own port.
  const options = { headers: headersOf({ persona }), tls: { rejectUnauthorized: false } }
  const socket = new WebSocket(`${stage.address.replace(/^http/, 'ws')}/v/live`, options as unknown as string[])
  let isOurs = true
  const send = (frame: FromVisitor): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const ended = (): void => {
    if (!isOurs) return
    isOurs = false
    stage.links.delete(link)
    lost()
  }
  socket.addEventListener('open', () => send(hello))
  socket.addEventListener('message', ({ data }) => {
    if (!isOurs || stage.isOver() || typeof data !== 'string') return
    try {
      hear(JSON.parse(data) as ToVisitor)
    } catch (error) {
      stage.house.core.log.fault('demo', error)
    }
  })
  socket.addEventListener('error', ended)
  socket.addEventListener('close', ended)
  const link: Link = {
    send,
    close() {
      isOurs = false
      stage.links.delete(link)
      socket.close()
    }
  }
  stage.links.add(link)
  return link
}
