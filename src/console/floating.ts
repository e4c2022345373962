/*
 * What floats and goes by itself: toasts after five seconds, three at most; arrivals after twelve, two at most. Pointer or focus stops the
 * clock, and what needs an act stays.
 */

const lives = { toast: 5_000, arrival: 12_000 }
const most = { toast: 3, arrival: 2 }

export function watchFloating(): void {
  watch('toasts', '[data-toast]', lives.toast, most.toast)
  watch('arrivals', '[data-arrival]', lives.arrival, most.arrival)
}

function watch(id: string, selector: string, life: number, many: number): void {
  const place = document.getElementById(id)
  if (!place) return
  const begin = () => {
    const all = [...place.querySelectorAll<HTMLElement>(`:scope > ${selector}`)]
    for (const old of all.slice(0, Math.max(0, all.length - many))) old.remove()
    for (const one of all) if (!one.dataset.timed) goAfter(one, life)
  }
  new MutationObserver(begin).observe(place, { childList: true })
  begin()
}

function goAfter(one: HTMLElement, life: number): void {
  one.dataset.timed = ''
  if (one.dataset.toast === 'stays') return
  let left = life
  const step = 250
  const timer = setInterval(() => {
    if (!one.isConnected) clearInterval(timer)
    if (one.matches(':hover') || one.contains(document.activeElement)) return
    left -= step
    if (left <= 0) one.remove()
  }, step)
}
