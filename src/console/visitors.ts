import { htmx } from './htmx.ts'

/*
 * The list of visitors: a click on a row, or Enter on its name, opens the visitor's card over the list; arrows go from row to row. Without
 * this program the name is a link to the same card as a page.
 */
export function watchVisitors(drawer = document.getElementById('visitor')): void {
  if (!(drawer instanceof HTMLDialogElement)) return
  const card = document.getElementById('visitor-card') ?? drawer
  let opened: string | null = null

  document.addEventListener('click', (event) => {
    const link = linkFor(event)
    if (!link) return
    event.preventDefault()
    void open(link)
  })
  document.addEventListener('keydown', (event) => {
    const row = drawer.open ? null : rowByKey(event)
    if (!row) return
    event.preventDefault()
    linkIn(row)?.focus()
    row.scrollIntoView({ block: 'nearest' })
  })
  drawer.addEventListener('close', () => {
    card.replaceChildren()
    // The row may have been drawn anew meanwhile, and what had the focus is gone.
    const row = opened === null ? null : document.getElementById(opened)
    if (row && !drawer.open) linkIn(row)?.focus({ preventScroll: true })
  })

  async function open(link: HTMLAnchorElement): Promise<void> {
    const wanted = link.closest('tr')?.id ?? null
    opened = wanted
    await htmx().ajax('GET', link.getAttribute('href') ?? '', { source: card, target: '#visitor-card', swap: 'innerHTML' })
    const shown = document.getElementById('visitor-detail')?.dataset.guest
    if (opened === wanted && `v${shown}` === wanted && drawer instanceof HTMLDialogElement && !drawer.open) drawer.showModal()
  }
}

/** The link of the row that was clicked, unless something in it has a meaning of its own or words were marked. */
function linkFor(event: MouseEvent): HTMLAnchorElement | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null
  const row = target.closest<HTMLElement>('#visitors-rows > tr')
  if (!row || target.closest('a:not([data-visitor]), button')) return null
  return getSelection()?.isCollapsed === false ? null : linkIn(row)
}

function rowByKey({ key, target, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): HTMLElement | null {
  if (altKey || ctrlKey || metaKey || isComposing || !(target instanceof Element)) return null
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (step === undefined) return null
  const rows = [...document.querySelectorAll<HTMLElement>('#visitors-rows > tr')]
  const row = target.closest<HTMLElement>('#visitors-rows > tr')
  if (row) return rows[rows.indexOf(row) + step] ?? null
  return step > 0 && (target === document.body || target.id === 'visitors-q' || target.id === 'content') ? (rows[0] ?? null) : null
}

function linkIn(row: Element): HTMLAnchorElement | null {
  return row.querySelector<HTMLAnchorElement>('a[data-visitor]')
}
