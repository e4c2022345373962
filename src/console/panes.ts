import { toFront } from './rows.ts'

/*
 * On a narrow screen the card lies over the thread, and the list under both. The way into the card is a step of the browser's history
 * (`#card`), so that a phone's own way back leads out of it.
 */
export function watchPanes(): void {
  document.addEventListener('click', (event) => {
    const mover = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-to-front]') : null
    const pane = mover?.dataset.toFront
    if (!pane || event.defaultPrevented) return
    if (pane === 'card') {
      event.preventDefault()
      location.hash = 'card'
    } else if (location.hash === '#card') {
      event.preventDefault()
      history.back()
    } else if (pane === 'list' && document.getElementById('list')) {
      event.preventDefault()
      history.replaceState({ htmx: true }, '', '/conversations')
      toFront('list')
    }
  })
  window.addEventListener('hashchange', follow)
  if (location.hash === '#card') follow()
}

function follow(): void {
  const isCard = location.hash === '#card'
  toFront(isCard ? 'card' : 'thread')
  document.getElementById(isCard ? 'card' : 'content')?.focus({ preventScroll: true })
}

/** Out of whatever lies on top: card, then thread. True when there was something. */
export function stepBack(): boolean {
  if (location.hash !== '#card') return false
  history.back()
  return true
}
