import { durationOf } from '#views/ui/clock.ts'
import { clockSkew } from './page.ts'

/** Keeps running times running (`data-since`), turns what waits too long red (`data-late-at`), and says when a day has ended, because then every 10:42 is yesterday's. */
export function runClocks(root: HTMLElement = document.documentElement): void {
  const skew = clockSkew(Date.now())
  let day = new Date().toDateString()
  const tick = () => {
    if (document.hidden) return
    const now = Date.now() + skew
    for (const clock of root.querySelectorAll<HTMLElement>('time[data-since]')) show(clock, now)
    for (const wait of root.querySelectorAll<HTMLElement>('.wait[data-late-at]')) wait.classList.toggle('wait-late', now >= Number(wait.dataset.lateAt))
    const today = new Date().toDateString()
    if (today === day) return
    day = today
    document.body.dispatchEvent(new CustomEvent('kefu:refresh', { bubbles: true }))
  }
  setInterval(tick, 1_000)
  document.addEventListener('visibilitychange', tick)
}

function show(clock: HTMLElement, now: number): void {
  const text = durationOf(now - Number(clock.dataset.since))
  if (clock.textContent !== text) clock.textContent = text
}
