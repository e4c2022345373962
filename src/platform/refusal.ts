import type { TextKey, Values } from '#src/texts/index.ts'

/**
 * An expected no, by kind; the doors turn kinds into HTTP statuses and naks: invalid 422, missing 404, forbidden 403, conflict 409,
 * busy 429, and for uploads malformed 400, too_large 413, unsupported 415, full 507.
 */
export type RefusalKind = 'invalid' | 'missing' | 'forbidden' | 'conflict' | 'busy' | 'malformed' | 'too_large' | 'unsupported' | 'full'

/**
 * An expected no: thrown by rooms, answered by doors in the caller's language. Anything else that is thrown
 * is a fault of ours. `field` names the form field that the sentence is about.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly kind: RefusalKind,
    readonly say: TextKey,
    readonly values: Values = {},
    readonly field: string | null = null
  ) {
    super(`${kind}: ${say}`)
  }
}

export const missing = (): Refusal => new Refusal('missing', 'refusal.missing')
export const forbidden = (): Refusal => new Refusal('forbidden', 'refusal.forbidden')
