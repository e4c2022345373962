/*
 * One tab rings, not five. Every tab hears of the same notice under the same id; the one the person looks at speaks first, the others wait
 * a moment and keep silent when they hear that it is done. By BroadcastChannel, and by storage where there is none; where there is
 * neither, only a tab that is looked at rings.
 */

export type Election = { wins(id: string): Promise<boolean> }

export type ElectionNeeds = {
  /** How long this tab lets others go first, ms. */
  patience(): number
  wait(ms: number): Promise<void>
  /** Tells the other tabs; false when there is no way to. */
  announce(id: string): boolean
  /** Calls back with what other tabs announce. */
  listen(heard: (id: string) => void): void
  isLooking(): boolean
}

const remembered = 50

export function createElection(needs: ElectionNeeds): Election {
  const done: string[] = []
  const remember = (id: string) => {
    done.push(id)
    if (done.length > remembered) done.shift()
  }
  needs.listen(remember)
  return {
    async wins(id) {
      if (done.includes(id)) return false
      await needs.wait(needs.patience())
      if (done.includes(id)) return false
      remember(id)
      return needs.announce(id) || needs.isLooking()
    }
  }
}

/** The tabs of one person in this browser. */
export function electionOf(person: number, { isLooking, canRing }: { isLooking(): boolean; canRing(): boolean }): Election {
  const name = `kefu.rang.${person}`
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
  return createElection({
    // Far enough apart for a message between tabs of a busy computer; a tab that may not make a sound yet lets every other one try first.
    patience: () => (isLooking() ? 0 : document.hidden ? 300 : 150) + (canRing() ? 0 : 600) + Math.random() * 60,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    isLooking,
    announce(id) {
      channel?.postMessage(id)
      return store(name, id) || channel !== null
    },
    listen(heard) {
      channel?.addEventListener('message', ({ data }) => typeof data === 'string' && heard(data))
      window.addEventListener('storage', ({ key, newValue }) => key === name && newValue !== null && heard(newValue))
    }
  })
}

function store(name: string, id: string): boolean {
  try {
    window.localStorage.setItem(name, id)
    return true
  } catch {
    return false
  }
}
