import { openStore } from '../link/store.ts'

const shape = /^[\w-]{43}$/

/** The token of a window that stands alone, in our own origin's storage or, where that is blocked, in memory. */
export function ownToken(site: string): { read(): string | null; keep(token: string | null): void } {
  const store = openStore('localStorage')
  const name = `kefu:${site}`
  return {
    read() {
      const token = store.get(name)
      return token && shape.test(token) ? token : null
    },
    keep(token) {
      if (token) store.set(name, token)
      else store.remove(name)
    }
  }
}
