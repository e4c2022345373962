import { readFile, type StoredFile } from '#src/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { contentDisposition } from './disposition.ts'
import { holdingPlace } from './holding-place.ts'
import { rangeIn } from './range.ts'
import { createSlots, type Slots } from './slots.ts'

/** A browser fetches six things at once; whoever reads slowly holds a quarter of a megabyte meanwhile. */
export const fileSlots = (): Slots => createSlots({ total: 64, each: 6 })
const waitForSlot = 20_000
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
  const { from, to } = range ?? { from: 0, to: file.bytes - 1 }
  const part = { ...headers, 'content-length': String(to - from + 1), ...(range && { 'content-range': `bytes ${from}-${to}/${file.bytes}` }) }
  const status = range ? 206 : 200
  if (request.method === 'HEAD') return new Response(null, { status, headers: part })
  const place = await slots.wait(viewer.name, waitForSlot)
  if (!place) throw new Refusal('busy', 'refusal.busy')
  return new Response(holdingPlace(readFile(core, file.id, { from, to }), place, slowestPiece), { status, headers: part })
}

/** HOSTILE "Headers": nothing in an upload runs, nothing is guessed, nothing is kept. */
function headersFor(file: StoredFile, { foreignPages = false }: Viewer): Record<string, string> {
  return {
    'content-type': file.type,
    'content-disposition': contentDisposition(file),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': foreignPages ? 'cross-origin' : 'same-origin',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes'
  }
}
