import { createHash } from 'node:crypto'
import {
  appendChunk,
  beginUpload,
  deleteFile,
  deleteFileBytes,
  type FileView,
  finishUpload,
  hasTextBytes,
  type Inspected,
  inspect,
  type Uploader
} from '#src/files/index.ts'
import { limitKey } from '#src/platform/address.ts'
import { createLimiter } from '#src/platform/rate-limit.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Core, createDiskWatch } from '#src/storage/index.ts'
import { callerAddress } from '../caller-address.ts'
import { incomingChunks, tooLarge } from './incoming.ts'
import { type Pace, patience } from './pace.ts'
import { createSlots } from './slots.ts'

const megabyte = 1_048_576
export const uploadLimits = { visitor: 25 * megabyte, agent: 50 * megabyte, portrait: megabyte } as const

/** What a door knows when it lets somebody send a file; permission is its business and was checked. */
export type Upload = {
  siteId: number | null
  uploader: Uploader
  /** null before there is a conversation: the visitor's first message, a picture of a person. */
  conversationId: number | null
  limitBytes: number
  portrait?: boolean
}

/** `isPaused`: while the disk is filling up, messages go on and files wait. */
type Options = { pace?: Pace; isPaused?: () => boolean }

export type Uploads = { receive(request: Request, upload: Upload): Promise<FileView> }

const kept = new WeakMap<Core, Uploads>()

/** One per appliance: visitors' and agents' doors share the places and the counts. */
export function uploadsOf(core: Core): Uploads {
  const uploads = kept.get(core) ?? createUploads(core)
  kept.set(core, uploads)
  return uploads
}

/**
 * Takes files as raw request bodies (`X-File-Name`: the name, percent-encoded UTF-8), at most eight at once, two of these
 * for agents only. Answers when the last byte is on disk. Whoever breaks off, or sends what is refused, leaves nothing behind.
 */
export function createUploads(core: Core, { pace = patience, isPaused = createDiskWatch(core.db.filename, core.now) }: Options = {}): Uploads {
  const places = createSlots({ total: 8, each: 4 })
  const visitorPlaces = createSlots({ total: 6, each: 3 })
  const perAddress = createLimiter({ burst: 10, per: 10, every: 600_000 }, () => performance.now())
  const perAgent = createLimiter({ burst: 60, per: 60, every: 600_000 }, () => performance.now())

  async function receive(request: Request, upload: Upload): Promise<FileView> {
    const body = bodyOf(request, upload.limitBytes)
    if (isPaused()) throw new Refusal('full', 'files.paused')
    count(request, upload.uploader)
    const leave = enter(upload.uploader)
    try {
      return await store(core, incomingChunks(body, upload.limitBytes, pace), nameIn(request), upload)
    } finally {
      leave()
    }
  }

  /** Takes a place, or two where strangers are concerned; returns how to give them back. */
  function enter({ kind, id }: Uploader): () => void {
    const outer = kind === 'visitor' ? visitorPlaces.take(String(id)) : () => {}
    const inner = outer && places.take(`${kind} ${id}`)
    if (outer && inner) {
      return () => {
        inner()
        outer()
      }
    }
    outer?.()
    throw new Refusal('busy', 'refusal.busy')
  }

  /** Strangers count by address; colleagues share the shop's address, and count by themselves. */
  function count(request: Request, { kind, id }: Uploader): void {
    const wait = kind === 'agent' ? perAgent.take(String(id)) : perAddress.take(limitKey(callerAddress(request)))
    if (wait > 0) throw new Refusal('busy', 'refusal.too_fast', { seconds: Math.ceil(wait / 1_000) })
  }

  return { receive }
}

/** Refuses what its headers already give away, before a byte of it is read. */
function bodyOf({ headers, body }: Request, limit: number): ReadableStream<Uint8Array> {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') throw new Refusal('unsupported', 'files.encoded')
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (!body || headers.get('content-length') === '0') throw new Refusal('malformed', 'files.empty')
  return body
}

/** A name that cannot be decoded is still a name. */
function nameIn({ headers }: Request): string {
  const written = headers.get('x-file-name') ?? ''
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

type Started = { id: number; file: Inspected }

async function store(core: Core, chunks: AsyncIterable<Uint8Array>, name: string, upload: Upload): Promise<FileView> {
  const hash = createHash('sha256')
  let started: Started | null = null
  let n = 0
  try {
    for await (const chunk of chunks) {
      started = started ? await goOn(core, started, n, chunk) : await begin(core, chunk, name, upload)
      hash.update(chunk)
      n += 1
    }
    if (!started) throw new Refusal('malformed', 'files.empty')
    const { id, file } = started
    return await core.transact(() => finishUpload(core, id, file, hash.digest()))
  } catch (error) {
    if (started) await discard(core, started.id)
    throw isBrokenOff(error) ? new Refusal('malformed', 'files.interrupted') : error
  }
}

function begin(core: Core, chunk: Uint8Array, name: string, upload: Upload): Promise<Started> {
  const file = inspect(chunk, name, upload.portrait ?? false)
  return core.transact(() => {
    const id = beginUpload(core, upload, file)
    appendChunk(core, id, 0, chunk)
    return { id, file }
  })
}

async function goOn(core: Core, started: Started, n: number, chunk: Uint8Array): Promise<Started> {
  if (started.file.type.startsWith('text/') && !hasTextBytes(chunk)) throw new Refusal('unsupported', 'files.type')
  await core.transact(() => appendChunk(core, started.id, n, chunk))
  return started
}

/** What fails here is found and removed within the hour. */
async function discard(core: Core, fileId: number): Promise<void> {
  try {
    await core.transact(() => deleteFile(core, fileId))
    await deleteFileBytes(core, fileId)
  } catch (error) {
    core.log.warn('upload-not-discarded', { file: fileId, error: String(error) })
  }
}

/** The sender is gone: a fault of nobody. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || ('code' in error && error.code === 'ECONNRESET'))
}
