/** What is remembered in this browser. Reading and writing never throw: blocked or full storage becomes memory. */
export type Store = {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(prefix: string): string[]
}

export function openStore(kind: 'localStorage' | 'sessionStorage'): Store {
  const kept = find(kind)
  const memory = new Map<string, string>()
  return {
    get(key) {
      const held = memory.get(key)
      return held === undefined && kept ? kept.getItem(key) : held === undefined ? null : held
    },
    set(key, value) {
      try {
        if (!kept) throw kind
        kept.setItem(key, value)
        memory.delete(key)
      } catch {
        memory.set(key, value)
      }
    },
    remove(key) {
      memory.delete(key)
      if (kept) kept.removeItem(key)
    },
    keys(prefix) {
      const names = Array.from(memory.keys())
      for (let i = 0; kept && i < kept.length; i++) names.push(kept.key(i) || '')
      return names.filter((name, i) => name.startsWith(prefix) && names.indexOf(name) === i)
    }
  }
}

/** Merely naming the storage throws where it is blocked. */
function find(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    const found = window[kind]
    found.getItem('')
    return found
  } catch {
    return null
  }
}
