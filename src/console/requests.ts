import type { PageFacts } from './page.ts'

/** A change that the program asks for by itself. `keepalive` lets it outlive the page. Throws a TypeError without a network. */
export function post(page: PageFacts, address: string, fields: Record<string, string>, { keepalive = false, timeout = 20_000 } = {}): Promise<Response> {
  const body = new URLSearchParams(fields)
  const headers = { ...marks(page), Accept: 'text/html' }
  return fetch(address, { method: 'POST', body, headers, keepalive, credentials: 'same-origin', signal: AbortSignal.timeout(timeout) })
}

/** What every request of this page carries. */
export function marks({ tab }: PageFacts): Record<string, string> {
  return { 'HX-Request': 'true', 'X-Tab': tab }
}
