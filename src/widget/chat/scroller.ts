/** As far from the end as this still counts as being there. */
const near = 48

/** Keeps the newest message in view for whoever looks at the end, and everything in its place for whoever reads further up. */
export type Scroller = {
  atEnd(): boolean
  toEnd(): void
  /** Does the work without moving what is being read. */
  around(work: () => void): void
}

export function makeScroller(log: HTMLElement, heard: { scrolled(): void; nearTop(): void }): Scroller {
  let pinned = true
  let height = 0

  log.addEventListener(
    'scroll',
    () => {
      // A keyboard that opens changes the height before it scrolls; only the visitor's own scrolling unpins.
      if (log.clientHeight === height) pinned = atEnd()
      height = log.clientHeight
      if (log.scrollTop < 160) heard.nearTop()
      heard.scrolled()
    },
    { passive: true }
  )

  if (typeof ResizeObserver === 'function') new ResizeObserver(keep).observe(log)
  else addEventListener('resize', keep)

  function keep(): void {
    height = log.clientHeight
    if (pinned) toEnd()
  }

  function atEnd(): boolean {
    return log.scrollHeight - log.scrollTop - log.clientHeight < near
  }

  function toEnd(): void {
    pinned = true
    log.scrollTop = log.scrollHeight
  }

  return {
    atEnd: () => pinned && log.clientHeight > 0,
    toEnd,
    around(work) {
      // Its lower edge: the name above it may go.
      const anchor = pinned ? null : firstInView(log)
      const before = anchor ? anchor.getBoundingClientRect().bottom : 0
      work()
      if (pinned) toEnd()
      else if (anchor?.isConnected) log.scrollTop += anchor.getBoundingClientRect().bottom - before
    }
  }
}

/** A message, since the lines between them may move. */
function firstInView(log: HTMLElement): Element | null {
  const top = log.getBoundingClientRect().top
  for (const row of Array.from(log.querySelectorAll('.mine, .theirs'))) if (row.getBoundingClientRect().bottom > top) return row
  return null
}
