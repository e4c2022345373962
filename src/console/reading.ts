import { seqOf } from './by-seq.ts'
import type { PageFacts } from './page.ts'
import { post } from './requests.ts'
import { lastInView } from './scroll.ts'

/** Marks what has been read: the page is visible, has the focus, and the entry is scrolled into view. `data-reads` says that this reader's eye counts. */
export type Reading = { look(): void; stop(): void }

const pause = 400

export function startReading(page: PageFacts, scroller: HTMLElement, log: HTMLElement): Reading {
  const address = `/conversations/${log.dataset.log}/reading`
  let read = Number(log.dataset.read ?? 0)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function mark(): Promise<void> {
    timer = undefined
    const seq = seenNow(scroller, log)
    if (seq <= read) return
    const before = read
    read = seq
    const { ok } = await post(page, address, { seq: String(seq) }).catch(() => ({ ok: false }))
    if (!ok) read = before
  }

  const look = () => {
    if (log.hasAttribute('data-reads') && isLooking()) timer ??= setTimeout(() => void mark(), pause)
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  return {
    look,
    stop() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }
}

export function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

function seenNow(scroller: HTMLElement, log: Element): number {
  if (!isLooking()) return 0
  for (let entry = lastInView(scroller, log); entry; entry = entry.previousElementSibling) {
    const seq = seqOf(entry)
    if (Number.isInteger(seq)) return seq
  }
  return 0
}
