/*
 * The swap style of lists. The fragment's root names all rows in `data-order` and holds only those that are new or have changed. Contents
 * change at once; rows come, go and move only while neither pointer nor focus is inside the list (three seconds at most), so that nothing
 * slides away under a finger.
 */

type Waiting = { order: string[]; rows: Map<string, Element>; since: number; stop(): void }

const longestHold = 3_000
/** Whoever has just pressed something in the list expects it to move, ms. */
const ownDoing = 1_500
const pressed = new WeakMap<Element, number>()
const waiting = new WeakMap<Element, Waiting>()

/** Called when a row is named that is neither here nor in the fragment: the list has to ask for itself again. */
export type Lost = (list: Element) => void

/** `morph` changes a row without taking the focus out of it. */
export type Morph = (old: Element, fresh: Element) => void

export function placeByOrder(list: Element, fragment: DocumentFragment, { lost, morph }: { lost: Lost; morph: Morph }): Element[] {
  const root = fragment.firstElementChild
  if (!root) return []
  const order = orderOf(root)
  const held = waiting.get(list)
  const rows = held?.rows ?? new Map<string, Element>()
  const changed = [...root.children]
  const shown = new Map([...list.children].map((row) => [row.id, row]))
  for (const row of changed) {
    const old = shown.get(row.id)
    if (!old) rows.set(row.id, row)
    else if (old.contains(document.activeElement)) morph(old, row)
    else old.replaceWith(row)
  }
  if (isInOrder(list, order)) return changed
  if (isTouched(list)) hold(list, order, rows, lost)
  else arrange(list, order, rows, lost)
  return changed
}

/** Row ids, in the order they shall stand. */
function orderOf(root: Element): string[] {
  return (root.getAttribute('data-order') ?? '').split(' ').filter(Boolean)
}

function isInOrder(list: Element, order: string[]): boolean {
  return list.childElementCount === order.length && order.every((id, index) => list.children[index]?.id === id)
}

/** Remembers in which list something was pressed. */
export function watchPresses(selector = '[data-list]'): void {
  document.addEventListener('click', ({ target }) => {
    const list = target instanceof Element ? target.closest(selector) : null
    if (list) pressed.set(list, performance.now())
  })
}

function isTouched(list: Element): boolean {
  if (performance.now() - (pressed.get(list) ?? Number.NEGATIVE_INFINITY) < ownDoing) return false
  return list.matches(':hover') || list.contains(document.activeElement)
}

function hold(list: Element, order: string[], rows: Map<string, Element>, lost: Lost): void {
  const held = waiting.get(list)
  if (held) {
    held.order = order
    return
  }
  const release = () => {
    if (isTouched(list) && performance.now() - fresh.since < longestHold) return
    fresh.stop()
    arrange(list, fresh.order, fresh.rows, lost)
  }
  const timer = setInterval(release, 250)
  const stop = () => {
    clearInterval(timer)
    waiting.delete(list)
  }
  const fresh: Waiting = { order, rows, since: performance.now(), stop }
  waiting.set(list, fresh)
}

function arrange(list: Element, order: string[], rows: Map<string, Element>, lost: Lost): void {
  waiting.get(list)?.stop()
  const focused = list.contains(document.activeElement) ? document.activeElement : null
  const wanted = new Set(order)
  for (const row of [...list.children]) if (!wanted.has(row.id)) row.remove()
  const shown = new Map([...list.children].map((row) => [row.id, row]))
  let place = list.firstElementChild
  let missing = false
  for (const id of order) {
    const row = shown.get(id) ?? rows.get(id)
    if (!row) missing = true
    else if (row === place) place = place.nextElementSibling
    else list.insertBefore(row, place)
  }
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true })
  if (list.isConnected) list.dispatchEvent(new CustomEvent('kefu:arranged', { bubbles: true }))
  if (missing) lost(list)
}
