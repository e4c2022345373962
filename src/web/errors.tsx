import { record } from '#src/audit/index.ts'
import type { House } from '#src/house.ts'
import { actorOf } from '#src/people/index.ts'
import { Refusal, type RefusalKind } from '#src/platform/refusal.ts'
import { newToken } from '#src/platform/tokens.ts'
import type { Say, TextKey } from '#src/texts/index.ts'
import { ErrorView } from '#views/error/error-view.tsx'
import { html, isHtmx, moved } from './answer.ts'
import { pageAssets } from './assets.ts'
import { isSilent, kindOf } from './headers.ts'
import { knownCaller, sayFor } from './known-caller.ts'
import type { EarlyNo } from './refuse-early.ts'
import { signedOutAnswer } from './signed-out.tsx'

/* Every no and every fault as an answer: in the caller's language, with nothing in it that was sent, and nothing about our insides. */

/** The caller has no session (any more). */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
}

/** The caller has to do something else first, on the page `to`. */
export class FirstGoTo extends Error {
  override readonly name = 'FirstGoTo'

  constructor(readonly to: string) {
    super(to)
  }
}

const statuses: Record<RefusalKind, number> = {
  invalid: 422,
  missing: 404,
  forbidden: 403,
  conflict: 409,
  busy: 429,
  malformed: 400,
  too_large: 413,
  unsupported: 415,
  full: 507
}
const titles: Record<RefusalKind, TextKey> = {
  invalid: 'errors.invalid',
  missing: 'errors.missing',
  forbidden: 'errors.forbidden',
  conflict: 'errors.conflict',
  busy: 'errors.busy',
  malformed: 'errors.bad_request',
  too_large: 'errors.too_large',
  unsupported: 'errors.unsupported',
  full: 'errors.full'
}

export function statusOf(refusal: Refusal): number {
  return statuses[refusal.kind]
}

/** For whatever a door threw. A refused permission leaves a row in the audit log. */
export function answerError(house: House, request: Request, error: unknown): Response {
  if (error instanceof SignedOut) return signedOutAnswer(house, request)
  if (error instanceof FirstGoTo) return moved(request, error.to)
  if (!(error instanceof Refusal)) return answerFault(house, request, error)
  if (error.kind === 'forbidden') noteForbidden(house, request)
  const seconds = Number(error.values.seconds ?? 5)
  const headers: Record<string, string> = error.kind === 'busy' ? { 'retry-after': String(seconds) } : {}
  return answerNo(request, { status: statuses[error.kind], title: titles[error.kind], text: error.say, values: error.values }, headers)
}

export function answerEarly(request: Request, no: EarlyNo): Response {
  return answerNo(request, no)
}

export function answerMissing(request: Request): Response {
  return answerNo(request, { status: 404, title: 'errors.missing', text: 'refusal.missing' })
}

export function answerMethod(request: Request, allowed: readonly string[]): Response {
  return answerNo(request, { status: 405, title: 'errors.method', text: 'errors.method_text' }, { allow: allowed.join(', ') })
}

export function answerMalformed(request: Request): Response {
  return answerNo(request, { status: 400, title: 'errors.bad_request', text: 'refusal.bad_request' })
}

type No = { status: number; title: TextKey; text: TextKey; values?: Record<string, string | number>; number?: string }

/** Programs get JSON, htmx a toast that stays, browsers a page. */
function answerNo(request: Request, { status, title, text, values, number }: No, headers: Record<string, string> = {}): Response {
  const say = sayFor(request)
  if (kindOf(new URL(request.url).pathname) === 'visitor') return json(status, say, text, values, headers)
  const part = isHtmx(request)
  const props = { part, say, assets: pageAssets(), title: say(title), text: say(text, values), number: number ?? null }
  // Where nothing answers yet, or not here, there is no start page to go to.
  const view = status === 421 || status === 503 ? <ErrorView {...props} act={null} /> : <ErrorView {...props} />
  return html(view, status, part ? { 'hx-retarget': '#toasts', 'hx-reswap': 'beforeend', 'hx-reselect': '[data-toast]', ...headers } : headers)
}

function json(status: number, say: Say, text: TextKey, values: No['values'], headers: Record<string, string>): Response {
  return Response.json({ error: say(text, values) }, { status, headers })
}

function answerFault(house: House, request: Request, error: unknown): Response {
  const id = newToken().slice(0, 8)
  house.core.log.fault('request', error, { id, method: request.method, path: loggedPath(request) })
  return answerNo(request, { status: 500, title: 'errors.fault', text: 'refusal.fault', values: { id }, number: id })
}

/** What lets somebody in stands in some addresses: of those only the kind is written down. */
function loggedPath(request: Request): string {
  const { pathname } = new URL(request.url)
  return isSilent(pathname) ? `/${pathname.split('/')[1]}/…` : pathname.slice(0, 200)
}

function noteForbidden({ core }: House, request: Request): void {
  const caller = knownCaller(request)
  if (!caller) return
  const detail = { method: request.method, path: loggedPath(request) }
  core.transact(() => record(core, actorOf(caller), 'permission.refused', null, { detail })).catch((error) => core.log.fault('audit', error))
}
