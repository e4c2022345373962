import { Refusal } from '#src/platform/refusal.ts'

/** For forms that show a no at its field: the refusal that was thrown; everything else goes on up. */
export function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal && error.field !== null) return error
  throw error
}
