import { randomBytes } from 'node:crypto'
import { digest, sameSecret } from '#src/platform/tokens.ts'

/** What proves that somebody sits at the machine, while there is no owner yet: 128 bits, of which only the digest is kept. */
export type SetupCode = {
  matches(code: unknown): boolean
  /** After set-up, for ever. */
  forget(): void
}

/** `code` is for the console and the file `kefu.setup-link` beside the database, and nowhere else. */
export function createSetupCode(): { code: string; check: SetupCode } {
  const code = randomBytes(16).toString('base64url')
  return { code, check: checkFor(Buffer.from(digest(code)).toString('hex')) }
}

/** For an appliance that has its owner. */
export const noSetupCode: SetupCode = { matches: () => false, forget: () => {} }

function checkFor(known: string): SetupCode {
  let kept: string | null = known
  return {
    matches: (code) => kept !== null && typeof code === 'string' && code.length === 22 && sameSecret(Buffer.from(digest(code)).toString('hex'), kept),
    forget: () => {
      kept = null
    }
  }
}
