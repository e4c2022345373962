import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of 256 bits as 43 characters base64url: sessions, links, visitors. Only its digest is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** 128 random bits: what strangers may see instead of a row's number. */
export function newPublicId(): Uint8Array {
  return new Uint8Array(randomBytes(16))
}

/** A public id as 22 characters base64url. */
export function publicIdText(id: Uint8Array): string {
  return Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('base64url')
}

/** The public id that a stranger wrote, or null when it cannot be one. */
export function publicIdFrom(text: unknown): Uint8Array | null {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{22}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64url')) : null
}

/** SHA-256 of a secret: what the database holds and what is compared. */
export function digest(secret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

/** Whether a text looks like a token of ours (43 characters base64url), before any look-up. */
export function isToken(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** Compares two secrets of any length in constant time, by their digests. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

/** A secret for one purpose, from the appliance's key: what was signed stays valid over a restart. */
export function deriveSecret(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(`kefu ${purpose}`).digest())
}
