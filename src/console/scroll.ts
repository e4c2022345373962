/*
 * Where a thread stands. At its end it stays at its end, whatever grows; elsewhere nothing moves under the reader. Older browsers do not
 * anchor a scroller by themselves, newer ones do: measured is what really moved.
 */

/** So near to the end counts as the end, px. */
const nearEnd = 48
/** So near to an edge the next page is asked for, px. */
export const nearEdge = 600

export function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= nearEnd
}

export function toEnd(scroller: HTMLElement): void {
  scroller.scrollTop = scroller.scrollHeight
}

/** Remembers what is in view; the returned function puts it back to the same place. */
export function anchor(scroller: HTMLElement, log: Element): () => void {
  const top = scroller.getBoundingClientRect().top
  const seen = [...log.children].find((entry) => entry.getBoundingClientRect().bottom > top)
  const before = seen?.getBoundingClientRect().top ?? 0
  return () => {
    if (!seen?.isConnected) return
    const moved = seen.getBoundingClientRect().top - before
    if (moved !== 0) scroller.scrollTop += moved
  }
}

/** The last entry of which something can be seen, walking from the end. */
export function lastInView(scroller: HTMLElement, log: Element): Element | null {
  const bottom = scroller.getBoundingClientRect().bottom
  for (let entry = log.lastElementChild; entry; entry = entry.previousElementSibling) {
    const { top, height } = entry.getBoundingClientRect()
    // Of a long message its first lines are enough to have begun reading, of a short one all of it.
    if (top + Math.min(height, 80) <= bottom + 1) return entry
  }
  return null
}
