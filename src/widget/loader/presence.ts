/** A hidden tab keeps its line this long, then sleeps until it is looked at. */
const sleepAfter = 5 * 60_000
/** Single-page shops change the address first and the title a moment later. */
const settle = 300

/** Where the visitor is: as far as the shop may know. Fragments go, unless a single-page shop keeps its routes there. */
export function pageAddress(href: string): string {
  const [address = '', fragment = ''] = href.split(/#(.*)/s)
  return /^[!/]/.test(fragment) ? `${address}#${fragment}` : address
}

export function pageTitle(): string {
  return document.title.slice(0, 256)
}

/** Watches what the visitor does with this page. */
export function watchPage(heard: { moved(): void; visible(on: boolean): void; sleep(): void; wake(): void }): void {
  let timer = 0
  let seen = pageAddress(location.href)

  const look = () => {
    const now = pageAddress(location.href)
    if (now === seen) return
    seen = now
    heard.moved()
  }
  const lookSoon = () => window.setTimeout(look, settle)
  watchHistory(lookSoon)
  window.addEventListener('popstate', lookSoon)
  window.addEventListener('hashchange', lookSoon)

  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(timer)
    heard.visible(!document.hidden)
    if (document.hidden) timer = window.setTimeout(heard.sleep, sleepAfter)
    else heard.wake()
  })
  // A page that goes into the back/forward cache must not keep a line open, and comes back alive.
  window.addEventListener('pagehide', heard.sleep)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) heard.wake()
  })
}

/** The shop's own calls go through first and unchanged, whatever happens to ours. */
function watchHistory(heard: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    try {
      history[name] = function (this: History, ...given: Parameters<typeof original>) {
        const answer = original.apply(this, given)
        heard()
        return answer
      }
    } catch {
      // A page that froze its history is seen by popstate only.
    }
  }
}
