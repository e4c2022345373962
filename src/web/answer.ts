import type { Html } from '#jsx'

/* What doors answer with. The JSX runtime makes `Html` objects, so three lines do what a plugin would, and nothing that merely looks like HTML is served as such. */

type Headers = Record<string, string>

/** A page or a part of one. */
export function html(markup: Html, status = 200, headers: Headers = {}): Response {
  return new Response(markup.markup, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
}

/** After something was done: the browser goes on there, with or without htmx. Only for addresses of ours. */
export function moved(request: Request, to: string, headers: Headers = {}): Response {
  if (isHtmx(request)) return new Response(null, { status: 200, headers: { 'hx-redirect': to, ...headers } })
  return new Response(null, { status: 303, headers: { location: to, ...headers } })
}

export function nothing(headers: Headers = {}): Response {
  return new Response(null, { status: 204, headers })
}

export function isHtmx(request: Request): boolean {
  return request.headers.get('hx-request') === 'true'
}

/** Whether htmx asked for a part of the page; plain forms and links, and htmx for the whole body, get the page. */
export function wantsPart(request: Request): boolean {
  return isHtmx(request) && request.headers.get('hx-request-type') !== 'full'
}
