import { type Child, h } from '../dom.ts'

/** One row of the thread: what it shows, and below it what changes more often (time, mark, progress). */
export type Wanted = { key: string; tone: string; looks: string; body(): Child[]; footLooks: string; foot(): Child }

type Row = { element: HTMLElement; below: HTMLElement; looks: string; footLooks: string }

/**
 * Keeps the children of `element` equal to a list by touching only what differs: nothing flickers, no picture is
 * loaded twice, and a screen reader hears only what is new.
 */
export function makeRows(element: HTMLElement): (wanted: Wanted[]) => void {
  const rows = new Map<string, Row>()

  function rowFor({ key, tone, looks, body, footLooks, foot }: Wanted): HTMLElement {
    const row = rows.get(key) || make(key)
    const className = `kf-item ${tone}`
    if (row.element.className !== className) row.element.className = className
    if (row.looks !== looks) {
      while (row.element.firstChild !== row.below) row.element.removeChild(row.element.firstChild as Node)
      for (const child of body()) if (child) row.element.insertBefore(typeof child === 'string' ? document.createTextNode(child) : child, row.below)
    }
    if (row.footLooks !== footLooks) {
      const child = foot()
      row.below.textContent = ''
      if (child) row.below.append(child)
    }
    row.looks = looks
    row.footLooks = footLooks
    return row.element
  }

  function make(key: string): Row {
    const below = h('div', { class: 'kf-foot' })
    const row = { element: h('div', {}, below), below, looks: '', footLooks: '' }
    rows.set(key, row)
    return row
  }

  return (wanted) => {
    const keys = new Set(wanted.map(({ key }) => key))
    rows.forEach((row, key) => {
      if (keys.has(key)) return
      row.element.remove()
      rows.delete(key)
    })
    let place = element.firstChild
    for (const one of wanted) {
      const row = rowFor(one)
      if (row === place) place = row.nextSibling
      else element.insertBefore(row, place)
    }
  }
}
