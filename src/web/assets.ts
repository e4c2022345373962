import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Elysia } from 'elysia'
import chatCss from '#public/built/chat.css' with { type: 'file' }
import chatJs from '#public/built/chat.js' with { type: 'file' }
import chatMoreJs from '#public/built/chat-more.js' with { type: 'file' }
import consoleCss from '#public/built/console.css' with { type: 'file' }
import consoleJs from '#public/built/console.js' with { type: 'file' }
import demoCss from '#public/built/demo.css' with { type: 'file' }
import htmxJs from '#public/built/htmx.js' with { type: 'file' }
import mark from '#public/icons/mark.svg' with { type: 'file' }
import sample from '#public/icons/sample.svg' with { type: 'file' }
import { missing } from '#src/platform/refusal.ts'

/* What browsers may keep for ever: the address holds a hash of the content, so a new version has a new address. All of it is inside the executable. */

const files = {
  'console.css': consoleCss,
  'console.js': consoleJs,
  'htmx.js': htmxJs,
  'chat.css': chatCss,
  'chat.js': chatJs,
  'chat-more.js': chatMoreJs,
  'demo.css': demoCss,
  'mark.svg': mark,
  'sample.svg': sample
} as const
export type AssetName = keyof typeof files

const types: Record<string, string> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

type Asset = { address: string; bytes: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer>; type: string }
const read = new Map<AssetName, Asset>()

/** The address of an asset, without the host. */
export function assetAddress(name: AssetName): string {
  return asset(name).address
}

/** What every page of ours needs. */
export function pageAssets() {
  return { css: assetAddress('console.css'), js: [assetAddress('htmx.js'), assetAddress('console.js')], icon: assetAddress('mark.svg') }
}

export function assetDoors() {
  return new Elysia().get('/a/:hash/:name', ({ params, request }) => {
    const name = Object.keys(files).find((known): known is AssetName => known === params.name)
    if (name === undefined || assetAddress(name) !== `/a/${params.hash}/${name}`) throw missing()
    return answer(asset(name), request)
  })
}

function answer({ bytes, packed, type }: Asset, request: Request): Response {
  const gzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }
  return new Response(gzip ? packed : bytes, { headers: gzip ? { ...headers, 'content-encoding': 'gzip' } : headers })
}

/** Read and packed at its first use. */
function asset(name: AssetName): Asset {
  const known = read.get(name)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(files[name]))
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  const made = {
    address: `/a/${hash}/${name}`,
    bytes,
    packed: Bun.gzipSync(bytes, { level: 9 }),
    type: types[name.split('.').pop() ?? ''] ?? 'application/octet-stream'
  }
  read.set(name, made)
  return made
}
