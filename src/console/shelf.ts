import type { Sending, Shelf } from './outbox.ts'

/*
 * One entry of localStorage per message, so that two tabs never overwrite each other's. Belongs to the person: who signs in after somebody
 * else on the same computer sees nothing of it. Where the browser keeps nothing, memory does, as long as the page lives.
 */
export function openShelf(person: number, storage: Storage | null = storageOrNull()): Shelf {
  const prefix = `kefu.out.${person}.`
  const memory = new Map<string, Sending>()
  return {
    all: () => [...stored(storage, prefix), ...memory.values()],
    put(sending) {
      memory.delete(sending.key)
      if (!storage || !keep(storage, prefix + sending.key, JSON.stringify(sending))) memory.set(sending.key, sending)
    },
    remove(key) {
      memory.delete(key)
      storage?.removeItem(prefix + key)
    }
  }
}

/** Calls `changed` when another tab has put something on the shelf or taken it away. */
export function watchShelf(person: number, changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(`kefu.out.${person}.`)) changed()
  })
}

/** Throws nothing: some browsers forbid even looking at it. */
export function storageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function stored(storage: Storage | null, prefix: string): Sending[] {
  if (!storage) return []
  return Object.keys(storage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => parse(storage.getItem(key)))
}

function parse(json: string | null): Sending[] {
  try {
    const value = JSON.parse(json ?? 'null') as Partial<Sending> | null
    return value && typeof value.key === 'string' && typeof value.conversation === 'number' ? [value as Sending] : []
  } catch {
    return []
  }
}

function keep(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
