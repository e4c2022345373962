import { openStore } from '../link/store.ts'
import { chime, wasTouched } from '../sound.ts'

/** Tabs of one shop hear of a message within this time; one of them rings. */
const together = 2_000

/** Rings for a new message, in one tab only and never before the visitor has touched the page (browsers forbid it anyway). */
export function ringer(site: string): { ring(): void; setQuiet(quiet: boolean): void } {
  const store = openStore('localStorage')
  const rang = `kefu:${site}:rang`
  const quiet = `kefu:${site}:quiet`
  const touched = wasTouched()

  function ring(): void {
    if (!touched() || store.get(quiet)) return
    // The tab in front goes first, the others find its mark.
    window.setTimeout(
      () => {
        const last = Number(store.get(rang))
        const now = Date.now()
        if (now - last >= 0 && now - last < together) return
        store.set(rang, String(now))
        chime()
      },
      (document.hidden ? 200 : 0) + Math.random() * 150
    )
  }

  return { ring, setQuiet: (on) => (on ? store.set(quiet, '1') : store.remove(quiet)) }
}
