import type { Outbox, Sending } from './outbox.ts'

/*
 * The messages on their way, shown under the thread with the marks of the outbox. They are copies of what the server printed as templates
 * (`#sending`, `#refused`), filled with text only: one component, no second template.
 */

/** A message younger than this is simply being sent; an older one waits for the network, and says so. */
const sentAtOnce = 2_500

export function drawPending(outbox: Outbox): void {
  const place = document.querySelector<HTMLElement>('[data-pending]')
  if (!place) return
  const log = document.querySelector('[data-thread] [role=log]')
  const waiting = outbox.of(Number(place.dataset.pending)).filter(({ key }) => !log?.querySelector(`[data-key="${CSS.escape(key)}"]`))
  const shown = new Map([...place.children].map((row) => [row.getAttribute('data-key') ?? '', row]))
  const rows = waiting.flatMap((sending) => keptOrDrawn(shown.get(sending.key), sending))
  if (waiting.some((sending) => stateOf(sending) === 'sending')) setTimeout(() => drawPending(outbox), sentAtOnce)
  if (rows.length === place.childElementCount && rows.every((row, index) => row === place.children[index])) return
  place.replaceChildren(...rows)
  place.dispatchEvent(new CustomEvent('kefu:pending', { bubbles: true }))
}

function keptOrDrawn(row: Element | undefined, sending: Sending): Element[] {
  const state = stateOf(sending)
  if (row?.getAttribute('data-pending-state') === state) return [row]
  const drawn = draw(sending, state)
  return drawn ? [drawn] : []
}

function stateOf({ refused, at }: Sending): 'sending' | 'waiting' | 'refused' {
  if (refused !== null) return 'refused'
  return Date.now() - at < sentAtOnce ? 'sending' : 'waiting'
}

function draw({ key, text, fileName, refused }: Sending, state: string): Element | null {
  const template = document.querySelector<HTMLTemplateElement>(refused === null ? '#sending' : '#refused')
  const row = template?.content.firstElementChild?.cloneNode(true)
  if (!(row instanceof HTMLElement)) return null
  row.id = `k${key}`
  row.dataset.key = key
  row.dataset.pendingState = state
  const words = row.querySelector('.bubble bdi')
  if (words) words.textContent = fileName === null ? text : `${fileName}${text === '' ? '' : `\n${text}`}`
  const because = row.querySelector('[data-because]')
  if (because) because.textContent = refused
  return row
}

/** 重发 and 删除 under a refused message. */
export function watchPending(outbox: Outbox): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const key = target.closest('[data-key]')?.getAttribute('data-key')
    if (!key) return
    if (target.closest('[data-resend]')) outbox.resend(key)
    if (target.closest('[data-discard]')) outbox.discard(key)
  })
}
