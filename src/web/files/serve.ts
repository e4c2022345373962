import { type ByteRange, readFile, type StoredFile, servedType } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { trueLength } from '../headers.ts'
import { contentDisposition } from './disposition.ts'
import { holdingPlace } from './holding-place.ts'
import { rangeIn } from './range.ts'
import { createSlots, type Slots } from './slots.ts'

/** A browser fetches six things at once; whoever reads slowly holds a quarter of a megabyte meanwhile. */
export const fileSlots = (): Slots => createSlots({ total: 64, each: 6 })
/** Shorter than a silent connection lives. */
const waitForSlot = 10_000
/** Bun sends streams without their length, and players want it: what is no longer than this is sent in one piece, without a place. */
const longestPart = 524_288
/** For 256 KiB: four kilobytes a second. */
const slowestPiece = 60_000

/** Who looks: one agent or one visitor, for fairness; and whether pages of other origins may show it (pictures of agents on a shop's page). */
export type Viewer = { name: string; foreignPages?: boolean }

/** Sends a file, or the one range that was asked for. Whether the viewer may have it was decided before. */
export async function serveFile(core: Core, slots: Slots, request: Request, file: StoredFile, viewer: Viewer): Promise<Response> {
  // We give out no validator, so a condition on one never holds and the whole file is the answer.
  const range = request.headers.has('if-range') ? null : rangeIn(request.headers.get('range'), file.bytes)
  const headers = headersFor(file, viewer)
  if (range === 'none') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.bytes}` } })
  if (!range) return respond(core, slots, request, file, viewer, { from: 0, to: file.bytes - 1 }, { status: 200, headers })
  const part = isPlayed(file) ? { from: range.from, to: Math.min(range.to, range.from + longestPart - 1) } : range
  const partHeaders = { ...headers, 'content-range': `bytes ${part.from}-${part.to}/${file.bytes}` }
  return respond(core, slots, request, file, viewer, part, { status: 206, headers: partHeaders })
}

async function respond(core: Core, slots: Slots, { method }: Request, file: StoredFile, viewer: Viewer, part: ByteRange, init: Init): Promise<Response> {
  const length = part.to - part.from + 1
  if (method === 'HEAD') return new Response(null, { ...init, headers: { ...init.headers, [trueLength]: String(length) } })
  const stream = readFile(core, file.id, part)
  if (length <= longestPart) return new Response(await Bun.readableStreamToBytes(stream), init)
  const place = await slots.wait(viewer.name, waitForSlot)
  if (!place) throw new Refusal('busy', 'refusal.busy')
  return new Response(holdingPlace(stream, place, slowestPiece), init)
}

type Init = { status: number; headers: Record<string, string> }

/** Players ask for "all from here on" and go on asking: a shorter part is a full answer (RFC 9110, 15.3.7). */
function isPlayed({ kind }: StoredFile): boolean {
  return kind === 'audio' || kind === 'video'
}

/** HOSTILE "Headers": nothing in an upload runs, nothing is guessed, nothing is kept. */
function headersFor(file: StoredFile, { foreignPages = false }: Viewer): Record<string, string> {
  return {
    'content-type': servedType(file.type),
    'content-disposition': contentDisposition(file),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': foreignPages ? 'cross-origin' : 'same-origin',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes'
  }
}
