/*
 * The tab's title: how much waits or is unread stands before it, from the one place of the page that says so (`#counts`); news flash in it
 * while nobody looks.
 */

export type Title = { flash(text: string): void; refresh(): void }

const beat = 1_000

export function watchTitle(isLooking: () => boolean): Title {
  let base = document.title
  let shown = document.title
  let news: string | null = null
  let isBright = false

  const draw = () => {
    if (document.title !== shown) base = document.title
    const n = waitingIn(document.getElementById('counts'))
    shown = news !== null && isBright ? news : n > 0 ? `(${n > 99 ? '99+' : n}) ${base}` : base
    if (document.title !== shown) document.title = shown
  }
  const stop = () => {
    if (news === null || !isLooking()) return
    news = null
    draw()
  }

  setInterval(() => {
    if (news === null) return
    isBright = !isBright
    draw()
  }, beat)
  window.addEventListener('focus', stop)
  document.addEventListener('visibilitychange', stop)
  draw()
  return {
    refresh: draw,
    flash(text) {
      if (isLooking()) return
      news = text
      isBright = true
      draw()
    }
  }
}

/** Requests that nobody has taken, and unread messages that are mine. */
function waitingIn(counts: HTMLElement | null): number {
  return Number(counts?.dataset.waiting ?? 0) + Number(counts?.dataset.unread ?? 0)
}
