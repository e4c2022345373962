import { htmx } from './htmx.ts'

/*
 * Opening a conversation from the list: thread and card are replaced, the list stays where it is, and the address changes. Without this
 * program the same links load whole pages.
 */

export type Rows = { open(address: string, how?: { push: boolean }): Promise<void>; step(by: 1 | -1): void; mark(): void }

const places = /^\/conversations(\/\d+)?$/

export function watchRows(opened: (how: { byKey: boolean }) => void): Rows {
  let wanted = ''

  const open = async (address: string, { push } = { push: true }): Promise<void> => {
    wanted = address
    const list = document.getElementById('list')
    if (!list || !document.getElementById('content')) return location.assign(address)
    toFront('thread')
    await htmx().ajax('GET', address, { source: list, target: '#content', swap: 'innerHTML', push: push ? address : 'false' })
    if (wanted !== address) return
    mark()
    opened({ byKey: false })
  }

  const mark = () => {
    const current = openAddress()
    for (const row of rowsIn()) {
      if (rowAddress(row) === current) row.setAttribute('aria-current', 'true')
      else row.removeAttribute('aria-current')
    }
  }

  document.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-row]') : null
    if (!row || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (!places.test(rowAddress(row)) || !document.getElementById('list')) return
    event.preventDefault()
    void open(rowAddress(row))
  })
  document.addEventListener('kefu:open', (event) => {
    const { value } = (event as CustomEvent<{ value: string }>).detail
    if (value !== openAddress()) void open(value)
  })
  document.addEventListener('htmx:before:history:restore', (event) => {
    event.preventDefault()
    if (places.test(location.pathname) && document.getElementById('list')) void comeBack(location.pathname + location.search)
    else location.reload()
  })
  document.addEventListener('kefu:arranged', mark)

  /** By the browser's own way back: on phones the list comes to the front again. */
  async function comeBack(address: string): Promise<void> {
    await open(address, { push: false })
    toFront(location.pathname === '/conversations' ? 'list' : 'thread')
  }

  return {
    open,
    mark,
    step(by) {
      const rows = rowsIn()
      const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
      const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by]
      if (!next) return
      next.scrollIntoView({ block: 'nearest' })
      void open(rowAddress(next))
    }
  }
}

/** Of the conversation that is on the screen; null when there is none. */
function openAddress(): string | null {
  const open = document.querySelector<HTMLElement>('#content [data-log]')?.dataset.log
  return open === undefined ? null : `/conversations/${open}`
}

function rowsIn(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('#list a[data-row]')]
}

function rowAddress(row: HTMLAnchorElement): string {
  return row.getAttribute('href') ?? ''
}

/** Which pane a narrow screen shows. */
export function toFront(pane: 'list' | 'thread' | 'card'): void {
  const frame = document.getElementById('console')
  if (frame) frame.dataset.front = pane
}
