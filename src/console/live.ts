import { type Connection, htmx } from './htmx.ts'

/*
 * The one socket of this page, which only listens. hx-ws opens it and comes back by itself (full jitter up to 15 s, written on <body>);
 * here: coming back at once when there is reason to hope, asking everything again after each connection, and telling the reader.
 */

/** Silence after which a socket is not believed any more when the page wakes up, ms. */
const silence = 45_000
/** A shorter interruption is nobody's business, ms. */
const patience = 3_000
/** Where no socket comes through (some company networks), the page asks instead, this often, ms. */
const askEvery = 15_000
const signedOutCode = 4401

export type Live = {
  /** Something came, or the socket opened. */
  onConnected(listener: () => void): void
  /** A data frame: what is not HTML. */
  onTold(listener: (told: Record<string, unknown>) => void): void
  isConnected(): boolean
}

type Powered = HTMLElement & { _htmx?: { ws?: { connection?: Connection } } }
type Incoming = CustomEvent<{ message: { data: unknown } }>

export function watchLive(body: Powered = document.body): Live {
  const connected: (() => void)[] = []
  const told: ((told: Record<string, unknown>) => void)[] = []
  let isOpen = false
  let heardAt = Date.now()
  let lateness: ReturnType<typeof setTimeout> | undefined

  const opened = () => {
    isOpen = true
    body.dataset.live = 'yes'
    heardAt = Date.now()
    clearTimeout(lateness)
    showOffline(false)
    for (const listener of connected) listener()
    body.dispatchEvent(new CustomEvent('kefu:refresh', { bubbles: true }))
  }

  const closed = (event: Event) => {
    isOpen = false
    body.dataset.live = 'no'
    if ((event as CustomEvent<{ code: number | null }>).detail.code === signedOutCode) {
      showSignedOut()
      return
    }
    clearTimeout(lateness)
    lateness = setTimeout(() => showOffline(!isOpen), patience)
  }

  const heard = (event: Event) => {
    heardAt = Date.now()
    const { data } = (event as Incoming).detail.message
    if (typeof data !== 'string' || !data.startsWith('{')) return
    for (const listener of told) listener(JSON.parse(data) as Record<string, unknown>)
  }

  const woken = () => {
    if (document.hidden) return
    if (!isOpen || Date.now() - heardAt > silence) connectNow(body)
  }

  body.addEventListener('htmx:ws:after:connection', opened)
  body.addEventListener('htmx:ws:close', closed)
  body.addEventListener('htmx:ws:before:message:incoming', heard)
  document.addEventListener('visibilitychange', woken)
  window.addEventListener('online', woken)
  setInterval(() => {
    if (!isOpen && !document.hidden && navigator.onLine) body.dispatchEvent(new CustomEvent('kefu:refresh', { bubbles: true }))
  }, askEvery)
  window.addEventListener('pageshow', (event) => event.persisted && connectNow(body))
  if (body._htmx?.ws?.connection?.socket?.readyState === WebSocket.OPEN) opened()

  return {
    onConnected: (listener) => void connected.push(listener),
    onTold: (listener) => void told.push(listener),
    isConnected: () => isOpen
  }
}

/**
 * Does not wait for the next try: drops what hx-ws holds and lets its own trigger (`kefu:connect` on <body>) begin anew. There is no call
 * for this in hx-ws 4.0.1, so it is done with what its events show of a connection.
 */
function connectNow(body: Powered): void {
  const connection = body._htmx?.ws?.connection
  if (connection) {
    if (connection.timer) clearTimeout(connection.timer)
    connection.abortController?.abort()
    connection.socket?.close()
    delete body._htmx?.ws?.connection
  }
  htmx().trigger(body, 'kefu:connect')
}

function showOffline(isOffline: boolean): void {
  const banner = document.getElementById('offline')
  if (banner) banner.hidden = !isOffline
}

export function showSignedOut(): void {
  const banner = document.getElementById('signed-out')
  const way = banner?.querySelector('a')
  if (way) way.href = `/login?next=${encodeURIComponent(location.pathname + location.search)}`
  if (banner) banner.hidden = false
  showOffline(false)
}
