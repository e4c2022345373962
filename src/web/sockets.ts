import type { Server, ServerWebSocket, WebSocketHandler } from 'bun'
import type { House } from '#src/house.ts'
import { sessionOf } from '#src/people/index.ts'
import type { Tab, TabSocket } from '#src/realtime/index.ts'
import { createForeignOrigins } from './agent/foreign-origins.ts'
import { sessionToken } from './agent/session-cookie.ts'
import { ownOrigin } from './hosts.ts'
import { refuseEarly } from './refuse-early.ts'
import { callerOf } from './visitor/caller.ts'
import { addressKey, type Caller, visitorDoors } from './visitor/doors.ts'
import { sayGoodbye } from './visitor/farewell.ts'
import { isWelcome } from './visitor/origins.ts'
import { openVisitorSession, type VisitorSession } from './visitor/session.ts'

/*
 * The two sockets: visitors' (/v/live, frames both ways) and agents' (/live, we speak and they listen). Upgraded here and
 * not by the framework: a quarter of the memory, and nothing is answered by accident.
 */

const mostBytes = 64 * 1024
const mostQueued = 256 * 1024
/** A link that says no hello by then is closed. */
const helloWithin = 5_000

type VisitorData = { kind: 'visitor'; caller: Caller; session: VisitorSession | null; timer: Timer | null; leave(): void }
type AgentData = { kind: 'agent'; tab: Tab; session: number; socket: TabSocket | null }
export type SocketData = VisitorData | AgentData
type Socket = ServerWebSocket<SocketData>

export type Sockets = {
  /** null: not a socket's address. undefined: upgraded. */
  upgrade(request: Request, server: Server<SocketData>): Response | undefined | null
  websocket: WebSocketHandler<SocketData>
  /** Sends everybody away for a restart. */
  drain(): Promise<void>
}

export function createSockets(house: House): Sockets {
  const doors = visitorDoors(house)
  const { hub, core } = house
  const noteForeign = createForeignOrigins(core)

  function upgrade(request: Request, server: Server<SocketData>): Response | undefined | null {
    const { pathname } = new URL(request.url)
    if (pathname !== '/v/live' && pathname !== '/live') return null
    const no = refuseEarly(house, request)
    if (no) return refused(no.status)
    return pathname === '/v/live' ? upgradeVisitor(request, server) : upgradeAgent(request, server)
  }

  function upgradeVisitor(request: Request, server: Server<SocketData>): Response | undefined {
    const caller = callerOf(house, request)
    if (!isWelcome(doors, caller)) return refused(403)
    // Who somebody is never stands in an address: those are written down on the way.
    if (new URL(request.url).search !== '') return refused(400)
    const leave = doors.places.take(addressKey(caller))
    if (leave === null) return refused(429)
    if (server.upgrade(request, { data: { kind: 'visitor', caller, session: null, timer: null, leave } })) return undefined
    leave()
    return refused(426)
  }

  /** Browsers send cookies with sockets of any page: only our own pages' count. */
  function upgradeAgent(request: Request, server: Server<SocketData>): Response | undefined {
    const known = sessionOf(core, sessionToken(house, request))
    if (request.headers.get('origin') !== ownOrigin(house, request)) {
      if (known) noteForeign(request, known)
      return refused(403)
    }
    if (!known) return refused(401)
    const tab = hub.tab(new URL(request.url).searchParams.get('tab') ?? '', known.person.id, known.session.id)
    if (!tab) return refused(403)
    return server.upgrade(request, { data: { kind: 'agent', tab, session: known.session.id, socket: null } }) ? undefined : refused(426)
  }

  return {
    upgrade,
    websocket: {
      maxPayloadLength: mostBytes,
      backpressureLimit: mostQueued,
      closeOnBackpressureLimit: true,
      idleTimeout: 60,
      sendPings: true,
      perMessageDeflate: false,
      open(socket) {
        const { data } = socket
        if (data.kind === 'visitor') return openVisitor(socket, data)
        data.socket = { send: (text) => void socket.send(text), close: (code, reason) => socket.close(code, reason) }
        hub.connect(data.tab, data.socket, data.session)
      },
      message(socket, message) {
        const { data } = socket
        if (data.kind === 'agent') return
        if (typeof message !== 'string') return socket.close(1003, 'text only')
        guarded(socket, () => data.session?.receive(message))
      },
      close(socket) {
        const { data } = socket
        guarded(socket, () => {
          if (data.kind === 'agent') return data.socket ? hub.disconnect(data.tab.id, data.socket) : undefined
          data.leave()
          if (data.timer) clearTimeout(data.timer)
          data.session?.closed()
        })
      }
    },
    drain: () => sayGoodbye(house)
  }

  function openVisitor(socket: Socket, data: VisitorData): void {
    data.session = openVisitorSession(doors, data.caller, {
      send: (frame) => void socket.send(JSON.stringify(frame)),
      close: (code, reason) => socket.close(code, reason)
    })
    data.timer = setTimeout(() => {
      if (!data.session?.isOpen()) socket.close(4401, 'no hello')
      data.timer = null
    }, helloWithin)
  }

  /** What one frame breaks must not take the others' sockets with it. */
  function guarded(socket: Socket, act: () => void): void {
    try {
      act()
    } catch (error) {
      core.log.fault('socket', error)
      socket.close(1011, 'fault')
    }
  }
}

function refused(status: number): Response {
  return new Response(null, { status })
}
