import { createHmac } from 'node:crypto'
import { fileByPublicId, type StoredFile } from '#src/files/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { sameSecret } from '#src/platform/tokens.ts'
import type { Core } from '#src/storage/index.ts'

const validFor = 600_000
/** Within one step a file has one address, so that a page which is drawn again does not load its pictures again. */
const step = 300_000

/**
 * An address at which one visitor may fetch one file for the next five to ten minutes. It names no visitor and opens
 * nothing else. Without the path of a public address.
 */
export function signFileAddress(secret: Uint8Array, visitorId: number, publicId: string, now: number): string {
  const until = Math.floor(now / step) * step + validFor
  return `/v/f/${publicId}?e=${until}&s=${signature(secret, visitorId, publicId, until)}`
}

export type SignedQuery = { e?: unknown; s?: unknown }

/**
 * The file behind a signed address, or a refusal equal to that for a file that does not exist. `viewerOf` says which
 * visitor may see the file now (null: none, for instance after a ban); the address must have been signed for that one.
 */
export function openSigned(
  core: Core,
  secret: Uint8Array,
  publicId: unknown,
  { e, s }: SignedQuery,
  viewerOf: (file: StoredFile) => number | null
): StoredFile {
  const until = typeof e === 'string' && /^\d{1,15}$/.test(e) ? Number(e) : 0
  const left = until - core.now()
  if (left <= 0 || left > validFor || typeof s !== 'string') throw missing()
  const file = fileByPublicId(core, publicId)
  const viewer = file && viewerOf(file)
  if (!file || viewer === null || !sameSecret(s, signature(secret, viewer, file.publicId, until))) throw missing()
  return file
}

function signature(secret: Uint8Array, visitorId: number, publicId: string, until: number): string {
  return createHmac('sha256', secret).update(`kefu-file-1\n${visitorId}\n${publicId}\n${until}`).digest('base64url')
}
