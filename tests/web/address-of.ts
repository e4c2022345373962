import type { Staffed } from '#tests/support/office.ts'
import type { Entry } from './matrix.ts'

/** A route's address with its parameters filled in, as a browser asks for it. */
export function addressOf(office: Staffed, path: string, entry: Entry): string {
  const params = entry.params?.(office) ?? {}
  return path.replace(/:(\w+)|\*/g, (whole, name?: string) => String(params[name ?? whole] ?? whole)).replace(/(.)\/$/, '$1')
}
