import type { FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import { quietly } from '../quietly.ts'
import { waitBefore } from './backoff.ts'
import { dialHttp } from './http.ts'
import { dialSocket } from './socket.ts'
import { openStore } from './store.ts'
import type { Hello, Loss, Transport } from './transport.ts'

/** A place that had working sockets before gets them back: the server was away, not the proxy in the way. */
const backToSocket = 60_000
/** Where no socket passed a moment ago, the next page of this visit begins without trying. */
const stayWithHttp = 10 * 60_000
const httpKey = 'kefu:http'
/** After "too fast" (4429) the server keeps its door shut for a minute. */
const coolDown = 60_000
/** A page that was never greeted may be on an address that the shop did not allow: it asks more and more seldom. */
const strangersWait = 10 * 60_000
const banned = 4403
const tooFast = 4429

export type Line = {
  /** False when there is no open line: the caller's outbox keeps what matters. */
  send(frame: FromVisitor): boolean
  /** At once: the network is back, the page was looked at, somebody clicked. */
  wake(): void
  /** Hangs up until `wake`. */
  sleep(): void
  /** Hangs up and says a new hello. */
  again(): void
}

export type LineOptions = {
  base: string
  /** Asked at each try; null when there is nothing to say hello with yet. */
  hello(): Hello | null
  hear(frame: ToVisitor): void
  /** Open means that `hi` was heard. `over`: refused for good, nothing more will come on this page. */
  changed(state: 'open' | 'lost' | 'over'): void
}

/** The one line of a page or window to the server: finds a way, keeps it, never gives up unless told so. */
export function openLine({ base, hello, hear, changed }: LineOptions): Line {
  let transport: Transport | null = null
  let state: 'resting' | 'dialling' | 'open' | 'over' = 'resting'
  let tries = 0
  const session = openStore('sessionStorage')
  let socketFailures = Date.now() - Number(session.get(httpKey)) < stayWithHttp ? 2 : 0
  let socketWorked = false
  let greeted = false
  let overHttp = false
  let timer = 0
  /** Set by `bye`: the server asked us to stay away until then. */
  let notBefore = 0
  let asleep = false

  window.addEventListener(
    'online',
    quietly(() => {
      if (!asleep) wake()
    })
  )

  function dial(): void {
    window.clearTimeout(timer)
    const greeting = state === 'over' ? null : hello()
    if (!greeting || transport) return
    state = 'dialling'
    overHttp = socketFailures >= 2
    try {
      transport = (overHttp ? dialHttp : dialSocket)(base, greeting, { frame, lost })
    } catch {
      // No sockets in this browser, or a strict policy that makes it throw here instead of closing.
      socketFailures = 2
      retry(0)
    }
  }

  function frame(heard: ToVisitor): void {
    if (heard.t === 'bye') return leave(heard.because, heard.wait)
    if (heard.t === 'hi') opened()
    hear(heard)
  }

  function opened(): void {
    state = 'open'
    tries = 0
    greeted = true
    if (overHttp) {
      if (socketWorked) timer = window.setTimeout(quietly(tryTheSocket), backToSocket)
      else session.set(httpKey, String(Date.now()))
    } else {
      socketFailures = 0
      socketWorked = true
    }
    changed('open')
  }

  function tryTheSocket(): void {
    socketFailures = 0
    again()
  }

  function leave(because: 'restart' | 'slow' | 'gone', wait: number): void {
    if (because === 'gone') return finish()
    notBefore = Date.now() + wait
  }

  function lost({ code, refused }: Loss): void {
    const wasOpen = state === 'open'
    transport = null
    if (refused || code === banned) return finish()
    state = 'resting'
    if (overHttp) socketFailures = wasOpen ? 2 : 1
    else if (!wasOpen) socketFailures++
    if (wasOpen) changed('lost')
    if (code === tooFast) notBefore = Date.now() + coolDown
    retry(socketFailures === 2 && !overHttp ? 0 : waitBefore(tries++, Math.random(), greeted || tries < 8 ? undefined : strangersWait))
  }

  function retry(wait: number): void {
    state = 'resting'
    window.clearTimeout(timer)
    timer = window.setTimeout(quietly(dial), Math.max(wait, notBefore - Date.now()))
  }

  function hangUp(): void {
    window.clearTimeout(timer)
    const wasOpen = state === 'open'
    if (transport) transport.close()
    transport = null
    if (state !== 'over') state = 'resting'
    if (wasOpen) changed('lost')
  }

  function finish(): void {
    hangUp()
    state = 'over'
    changed('over')
  }

  function sleep(): void {
    asleep = true
    hangUp()
  }

  function wake(): void {
    asleep = false
    if (state === 'open' && transport) return transport.check()
    if (state === 'resting') retry(0)
  }

  function again(): void {
    asleep = false
    hangUp()
    dial()
  }

  return {
    send(frame) {
      if (state !== 'open' || !transport) return false
      transport.send(frame)
      return true
    },
    wake,
    sleep,
    again
  }
}
