import type { Upkeep } from '#src/upkeep/index.ts'

/**
 * `/healthz`: the process answers; touches nothing. `/readyz`: it can do its work, by a real write and the free disk.
 * Neither tells a version or a path. Null for any other address.
 */
export function answerHealth(path: string, upkeep: Upkeep): Response | Promise<Response> | null {
  if (path === '/healthz') return answer(200, 'ok')
  if (path === '/readyz') return upkeep.unready().then((reasons) => (reasons.length === 0 ? answer(200, 'ready') : answer(503, reasons.join(' '))))
  return null
}

function answer(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
}
