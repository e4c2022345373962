import type { Server } from 'bun'
import type { App } from '#src/app.ts'
import { type Config, trustedRanges } from '#src/platform/config.ts'
import { badConfiguration, CannotRun, exits } from '#src/platform/exit.ts'
import type { Log } from '#src/platform/log.ts'
import { newToken } from '#src/platform/tokens.ts'
import type { Upkeep } from '#src/upkeep/index.ts'
import { rememberCaller } from '#src/web/caller-address.ts'
import { answerHealth } from '#src/web/health.ts'
import { createRequestPace } from '#src/web/request-pace.ts'
import type { SocketData, Sockets } from '#src/web/sockets.ts'

export type Port = {
  /** Where it listens, as a browser on this machine would write it. */
  url: string
  /** No new connections; what is in hand may end within `patienceMs`, sockets said goodbye first. */
  close(patienceMs: number): Promise<void>
}

/** An agent's upload is at most 50 MiB; forms and headers stand around it. */
const largestBody = 52 * 1024 * 1024
/** Seconds without a byte in either direction. */
const idleSeconds = 15
/**
 * A visitor without sockets waits up to 25 s for an answer that has no byte before; a file on a bad line may pause. Both say
 * by themselves when it is too long.
 */
const patient = { paths: /^\/v\/(wait|files)$|^\/conversations\/\d+\/files$/, seconds: 40 }

/** Throws CannotRun 69 when something else listens there. Binds for a moment only, and writes nothing. */
export function refuseTakenPort({ host, port }: Config): void {
  try {
    Bun.listen({ hostname: host, port, socket: { data() {} } }).stop(true)
  } catch (error) {
    throw asTaken(error, host, port)
  }
}

/** Listens: sockets are upgraded here, health answered, everything else is the app's. A fault in any of them is a 500 and a line in the log. */
export function openPort(config: Config, parts: { app: App; sockets: Sockets; upkeep: Upkeep; log: Log }): Port {
  const { app, sockets, upkeep, log } = parts
  const trusted = trustedRanges(config)
  const pace = createRequestPace(() => performance.now())
  const server = listen(config, {
    websocket: sockets.websocket,
    async fetch(request: Request, server: Server<SocketData>) {
      const caller = rememberCaller(request, server.requestIP(request)?.address ?? '', trusted)
      // No browser sends a Host that makes no address.
      if (!URL.canParse(request.url)) return plain(400, 'Bad request.')
      const { pathname } = new URL(request.url)
      const health = answerHealth(pathname, upkeep)
      if (health) return app.dress(request, await health)
      const leave = pace.enter(caller)
      if (typeof leave === 'number') return app.dress(request, plain(429, 'Too many requests from your address.', { 'Retry-After': String(leave) }))
      try {
        if (patient.paths.test(pathname)) server.timeout(request, patient.seconds)
        const upgraded = sockets.upgrade(request, server)
        if (upgraded === null) return await app.fetch(request)
        return upgraded && app.dress(request, upgraded)
      } finally {
        leave()
      }
    },
    error(error: Error) {
      const id = newToken().slice(0, 12)
      log.fault('request', error, { id })
      return plain(500, `Something went wrong on our side. Number to quote: ${id}`)
    }
  })
  return {
    url: urlOf(config, server),
    async close(patienceMs) {
      upkeep.announceStop()
      void server.stop(false)
      await sockets.drain()
      await settled(server, patienceMs)
      await server.stop(true)
    }
  }
}

type Handlers = {
  websocket: Bun.WebSocketHandler<SocketData>
  fetch(request: Request, server: Server<SocketData>): Promise<Response | undefined>
  error(error: Error): Response
}

function listen(config: Config, handlers: Handlers): Server<SocketData> {
  const { host, port, tls } = config
  try {
    return Bun.serve<SocketData>({
      hostname: host,
      port,
      ...(tls ? { tls: { cert: Bun.file(tls.cert), key: Bun.file(tls.key) } } : {}),
      development: false,
      // A second process would otherwise listen on the same port, and each would get a part of the connections.
      reusePort: false,
      idleTimeout: idleSeconds,
      maxRequestBodySize: largestBody,
      ...handlers
    })
  } catch (error) {
    throw asTaken(error, host, port)
  }
}

/** Requests in hand, as Bun counts them; a kept-alive connection without one does not count. */
async function settled(server: Server<SocketData>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs
  while (server.pendingRequests > 0 && performance.now() < end) await Bun.sleep(20)
}

function asTaken(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return new CannotRun(exits.portTaken, `Port ${port} is taken: something else listens there. Stop it, or choose another with --port.`)
  if (code === 'EACCES')
    return new CannotRun(exits.portTaken, `This user may not listen on port ${port}. Choose one above 1023, or allow it: setcap cap_net_bind_service=+ep kefu`)
  if (code === 'EADDRNOTAVAIL') return badConfiguration(`--host ${host} is not an address of this machine.`)
  if (/BoringSSL|TLS|PEM|CERT|KEY/i.test(`${code} ${error instanceof Error ? error.message : ''}`))
    return badConfiguration('--tls-cert and --tls-key do not fit together, or are damaged.')
  return error
}

function urlOf({ host, tls }: Config, server: Server<SocketData>): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${tls ? 'https' : 'http'}://${name}:${server.port}`
}

function plain(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  return new Response(`${text}\n`, { status, headers: { ...headers, 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", ...more } })
}
