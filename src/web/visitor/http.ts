import { Elysia } from 'elysia'
import { visitorOfFile } from '#src/conversations/index.ts'
import { fileByPublicId } from '#src/files/index.ts'
import type { House } from '#src/house.ts'
import { isPortrait } from '#src/people/index.ts'
import { missing, Refusal } from '#src/platform/refusal.ts'
import { digest, isToken } from '#src/platform/tokens.ts'
import { siteByKey } from '#src/sites/index.ts'
import { type Guest, settleGuest } from '#src/visitors/index.ts'
import { bodyBytes } from '../body-bytes.ts'
import { fileSlots, openSigned, type SignedQuery, serveFile, uploadLimits, uploadsOf } from '../files/index.ts'
import { callerOf } from './caller.ts'
import { type Caller, visitorDoors } from './doors.ts'
import { httpLinks } from './http-link.ts'
import { isWelcome, mayOpen } from './origins.ts'

const longestBody = 128 * 1024
const mostFrames = 20

/** Visitors' doors over HTTP: frames where no socket passes, uploads, files. They read no cookie and need a token or a link's name in a header. */
export function visitorHttp(house: House) {
  const doors = visitorDoors(house)
  const links = httpLinks(doors)
  const uploads = uploadsOf(house.core)
  const slots = fileSlots()
  const { core, presence } = house

  return new Elysia({ prefix: '/v' })
    .options('/*', ({ request }) => preflight(request))
    .post('/link', ({ request }) => answerFrames(request, async (caller) => links.post(linkName(request), caller, await framesIn(request))), { parse: 'none' })
    .post(
      '/wait',
      ({ request, server }) => {
        server?.timeout(request, 40)
        return answerFrames(request, () => links.wait(linkName(request), request.signal))
      },
      { parse: 'none' }
    )
    .post(
      '/files',
      async ({ request }) => {
        const caller = welcome(request)
        const { guest, visitorId } = await uploader(request, caller)
        const { publicId, ...file } = await uploads.receive(request, {
          siteId: guest.siteId,
          uploader: { kind: 'visitor', id: visitorId },
          conversationId: guest.talk?.conversation ?? null,
          limitBytes: uploadLimits.visitor
        })
        return Response.json({ id: publicId, ...file }, { headers: crossOrigin(caller) })
      },
      { parse: 'none' }
    )
    .get('/f/:id', ({ request, params, query }) => show(request, params.id, query))
    .get('/picture/:id', ({ request, params }) => {
      const file = fileByPublicId(core, params.id)
      if (!file || !isPortrait(core, file.id)) throw missing()
      return serveFile(core, slots, request, file, { name: `picture ${callerOf(house, request).address}`, foreignPages: true })
    })

  function show(request: Request, id: string, query: SignedQuery): Promise<Response> {
    const file = openSigned(core, house.secret, id, query, (found) => visitorOfFile(core, found))
    return serveFile(core, slots, request, file, { name: `visitor ${visitorOfFile(core, file)}` })
  }

  function welcome(request: Request): Caller {
    const caller = callerOf(house, request)
    if (!isWelcome(doors, caller)) throw missing()
    return caller
  }

  async function answerFrames(request: Request, ask: (caller: Caller) => Promise<object | null>): Promise<Response> {
    const caller = welcome(request)
    const answer = await ask(caller)
    if (answer === null) return Response.json({ frames: [] }, { status: 404, headers: crossOrigin(caller) })
    return Response.json(answer, { headers: crossOrigin(caller) })
  }

  function preflight(request: Request): Response {
    const caller = callerOf(house, request)
    if (!isWelcome(doors, caller)) return new Response(null, { status: 403 })
    return new Response(null, {
      status: 204,
      headers: {
        ...crossOrigin(caller),
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type, x-kefu-link, x-kefu-site, x-kefu-visitor, x-file-name',
        'access-control-max-age': '600'
      }
    })
  }

  /** The visitor behind the header's token, with rows: a file needs somebody whom it belongs to. */
  async function uploader(request: Request, caller: Caller): Promise<{ guest: Guest; visitorId: number }> {
    const site = siteByKey(core, request.headers.get('x-kefu-site'))
    const token = request.headers.get('x-kefu-visitor')
    const guest = isToken(token) ? presence.byDigest(digest(token)) : null
    if (!site || !guest || guest.siteId !== site.id || !mayOpen(doors, caller, site)) throw missing()
    if (guest.visitorId !== null) return { guest, visitorId: guest.visitorId }
    const rows = await core.transact(() => settleGuest(core, guest))
    presence.settled(guest, rows.visitorId, rows.visitId)
    return { guest, visitorId: rows.visitorId }
  }
}

function crossOrigin({ origin }: Caller): Record<string, string> {
  return origin === null ? {} : { 'access-control-allow-origin': origin, vary: 'Origin' }
}

function linkName(request: Request): string | null {
  const name = request.headers.get('x-kefu-link')
  return name === null || name === '' ? null : name
}

/** The body's frames, each as the text that a socket would have carried. */
async function framesIn(request: Request): Promise<string[]> {
  const text = new TextDecoder().decode(await bodyBytes(request, longestBody, '128 KiB'))
  const frames = framesOf(text)
  if (!frames || frames.length > mostFrames) throw new Refusal('malformed', 'refusal.bad_request')
  return frames
}

/** Null for what is no list of frames; nesting may be deeper than it can be written again. */
function framesOf(text: string): string[] | null {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || !('frames' in body) || !Array.isArray(body.frames)) return null
    return body.frames.map((frame) => JSON.stringify(frame))
  } catch {
    return null
  }
}
