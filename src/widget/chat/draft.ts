import type { Store } from '../link/store.ts'

const pause = 400

/** What stands unsent in a field, kept through reloads and crashes. */
export function makeDraft(store: Store, name: () => string): { read(): string; keep(text: string): void; clear(): void } {
  let timer = 0
  let waiting: string | null = null

  function write(): void {
    window.clearTimeout(timer)
    if (waiting === '') store.remove(name())
    else if (waiting !== null) store.set(name(), waiting)
    waiting = null
  }

  window.addEventListener('pagehide', write)
  return {
    read: () => store.get(name()) || '',
    keep(text) {
      waiting = text
      window.clearTimeout(timer)
      timer = window.setTimeout(write, pause)
    },
    clear() {
      waiting = ''
      write()
    }
  }
}
