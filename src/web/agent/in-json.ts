import { Refusal } from '#src/platform/refusal.ts'
import { statusOf } from '../errors.tsx'
import type { At } from './guard.ts'

/** For doors that a script calls: an expected no as JSON with its sentence, everything else as everywhere. */
export async function inJson({ say }: At, work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work())
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
    const headers: Record<string, string> = error.kind === 'busy' ? { 'retry-after': String(error.values.seconds ?? 5) } : {}
    return Response.json({ error: say(error.say, error.values) }, { status: statusOf(error), headers })
  }
}
