/*
 * How far the visitor has come: `<i id="marks-12" data-delivered data-read>` says it, the feet of our messages show it. The marks are
 * copies of what the server printed in `#delivery-marks`, one per state.
 */

type State = 'sent' | 'delivered' | 'read'

/** From the end back to the first one that is read already: before it nothing can change any more. */
export function showMarks(log: HTMLElement, marks: HTMLElement): void {
  const delivered = furthest(log, marks, 'delivered')
  const read = furthest(log, marks, 'read')
  for (let entry = log.lastElementChild; entry; entry = entry.previousElementSibling) {
    const foot = entry.querySelector<HTMLElement>('[data-delivery]')
    const seq = Number(entry.getAttribute('data-visitor-seq') ?? Number.NaN)
    if (!foot || Number.isNaN(seq)) continue
    if (foot.dataset.delivery === 'read') return
    const state: State = seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent'
    if (foot.dataset.delivery !== state) setMark(foot, state)
  }
}

/** Marks only grow. The answer to a sent message was made before the visitor read it, and may come after the word that they did. */
function furthest(log: HTMLElement, marks: HTMLElement, what: 'delivered' | 'read'): number {
  const seq = Math.max(Number(marks.dataset[what] ?? 0), Number(log.dataset[what] ?? 0))
  log.dataset[what] = String(seq)
  return seq
}

function setMark(foot: HTMLElement, state: State): void {
  const template = document.querySelector<HTMLTemplateElement>('#delivery-marks')
  const mark = template?.content.querySelector(`.delivery-${state}`)?.cloneNode(true)
  const old = foot.querySelector('.delivery')
  if (!mark) return
  foot.dataset.delivery = state
  if (old) old.replaceWith(mark)
  else foot.append(mark)
}
