import type { ToLoader, ToWindow } from '#src/web/visitor/frames.ts'

/** The way to the loader that framed us. Only the page around us is heard, and only from the origin that the server allowed. */
export function openBridge(origin: string, heard: (message: ToWindow) => void): (message: ToLoader) => void {
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin) return
    const message = known(data)
    if (message) heard(message)
  })
  return (message) => window.parent.postMessage(message, origin)
}

/** The closed list of what a loader may say. */
function known(data: unknown): ToWindow | null {
  if (typeof data !== 'object' || data === null) return null
  const { kefu, token, page, lang, full } = data as Record<string, unknown>
  if (kefu === 'hidden') return { kefu }
  if (kefu === 'shown') return { kefu, full: full === true }
  if (kefu !== 'token' || typeof token !== 'string' || typeof page !== 'string') return null
  return /^[\w-]{43}$/.test(token) && /^[\w-]{22}$/.test(page) ? { kefu, token, page, lang: typeof lang === 'string' ? lang : null } : null
}
