import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Elysia } from 'elysia'
import built from '#public/built/loader.js' with { type: 'file' }
import { missing } from '#src/platform/refusal.ts'

/** The same bytes for everybody: no site, no visitor, no cookie. */
const bytes = new Uint8Array(readFileSync(built))
const packed = Bun.gzipSync(bytes, { level: 9 })

/** For shops that pin what runs on their pages: `integrity="…"` beside the address of this very version. */
export const loaderIntegrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
export const loaderVersion = createHash('sha256').update(bytes).digest('hex').slice(0, 12)

/** `/w.js` is the newest and asked for again after five minutes; `/w-<version>.js` never changes. */
export function loaderDoors() {
  return new Elysia()
    .get('/w.js', ({ request }) => answer(request, 'public, max-age=300'))
    .get('/:file', ({ request, params }) => {
      if (params.file !== `w-${loaderVersion}.js`) throw missing()
      return answer(request, 'public, max-age=31536000, immutable')
    })
}

function answer(request: Request, cache: string): Response {
  const gzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  return new Response(gzip ? packed : bytes, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cache,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'accept-encoding',
      ...(gzip && { 'content-encoding': 'gzip' })
    }
  })
}
