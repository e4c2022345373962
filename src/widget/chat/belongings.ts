import type { Store } from '../link/store.ts'

/**
 * Where this visitor's unsent things are kept in our origin's storage. The token itself never stands there: a short
 * digest tells one visitor's things from another's on a shared computer.
 */
export function prefixFor(site: string, token: string | null): string {
  return `kefu:${site}:${token ? digest(token) : 'new'}:`
}

/** The same person got another token (a first one, or one after a restore): what waits to be sent goes along. */
export function moveBelongings(store: Store, from: string, to: string): void {
  if (from === to) return
  for (const name of store.keys(from)) {
    const value = store.get(name)
    if (value !== null) store.set(to + name.slice(from.length), value)
    store.remove(name)
  }
}

/** FNV-1a, 32 bits: not a secret, only a name. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
