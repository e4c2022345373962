import { connect } from 'node:net'
import { type FileView, fileByPublicId } from '#src/files/index.ts'
import { Refusal, type RefusalKind } from '#src/platform/refusal.ts'
import type { Core } from '#src/storage/index.ts'
import { fileSlots, serveFile, type Upload, type Uploads } from '#src/web/files/index.ts'

const statuses: Record<RefusalKind, number> = {
  malformed: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  busy: 429,
  full: 507
}

/** A door without guard: POST uploads, GET /<id> serves; what is refused says so as JSON. On a port of its own. */
export function openDoor(core: Core, uploads: Uploads, upload: () => Upload) {
  const slots = fileSlots()
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      try {
        if (request.method === 'POST') return Response.json(await uploads.receive(request, upload()))
        const file = fileByPublicId(core, new URL(request.url).pathname.slice(1))
        return file ? await serveFile(core, slots, request, file, { name: 'test' }) : new Response(null, { status: 404 })
      } catch (error) {
        if (error instanceof Refusal) return Response.json({ say: error.say }, { status: statuses[error.kind] })
        throw error
      }
    }
  })
  const url = `http://127.0.0.1:${server.port}`
  return {
    url,
    port: server.port ?? 0,
    close: () => server.stop(true),
    async send(bytes: Uint8Array | ReadableStream<Uint8Array>, name: string, headers: Record<string, string> = {}): Promise<Answer> {
      const response = await fetch(url, { method: 'POST', body: bytes as BodyInit, headers: { 'x-file-name': encodeURIComponent(name), ...headers } })
      const answer = (await response.json()) as Partial<FileView & { say: string }>
      return { status: response.status, say: answer.say ?? null, publicId: answer.publicId ?? '', view: answer }
    }
  }
}

type Answer = { status: number; say: string | null; publicId: string; view: Partial<FileView> }

/** Speaks HTTP by hand, for senders that no client library would be. Resolves with what came back when the other side closes or `ms` are over. */
export async function speak(port: number, pieces: (string | Uint8Array)[], { ms = 1_000, thenClose = false } = {}): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()).on('error', () => resolve()))
  socket.on('data', (data) => {
    heard += data.toString('latin1')
  })
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve))
  if (thenClose) socket.destroy()
  await Promise.race([closed, Bun.sleep(ms)])
  socket.destroy()
  return heard
}
