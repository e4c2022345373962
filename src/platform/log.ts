/** One JSON line per event on standard error; values cut, control characters escaped by JSON, secrets masked. */
export type Log = {
  info(event: string, detail?: Record<string, unknown>): void
  warn(event: string, detail?: Record<string, unknown>): void
  fault(event: string, error: unknown, detail?: Record<string, unknown>): void
}

const longest = 1_000
const secret = /password|token|secret|cookie|authorization|signature|^key$/i

export function createLog(write: (line: string) => void = (line) => process.stderr.write(line), now: () => number = Date.now): Log {
  const entry = (level: string, event: string, detail: Record<string, unknown> = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...cut(detail) })}\n`)
  return {
    info: (event, detail) => entry('info', event, detail),
    warn: (event, detail) => entry('warn', event, detail),
    fault: (event, error, detail) => entry('fault', event, { ...detail, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

export const silentLog: Log = { info: () => {}, warn: () => {}, fault: () => {} }

function cut(detail: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      if (secret.test(name)) return [name, '…']
      const text = typeof value === 'string' ? value : null
      return [name, text !== null && text.length > longest ? `${text.slice(0, longest)}…` : value]
    })
  )
}
