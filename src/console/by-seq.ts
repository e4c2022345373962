/*
 * The swap style of a thread. Children of the fragment carry an id and `data-seq`: one with an id that is there already takes its place,
 * another is put where its number belongs, searched from the end, since nearly everything comes last. Harmless to repeat, and as fast in a
 * thread of thousands as in an empty one. Fractions stand for what belongs between entries (the line of a new day).
 */

/** More than this a page does not hold; it pages instead. */
export const mostEntries = 300

export type Placed = { placed: Element[]; added: Element[] }

/** `paging`: these come from a page that was asked for, not from the socket, and may stand beyond what is shown. */
export function placeBySeq(log: Element, fragment: DocumentFragment, paging: boolean): Placed {
  const placed: Element[] = []
  const added: Element[] = []
  for (const entry of [...fragment.children]) {
    const known = entry.id === '' ? null : log.querySelector(`:scope > [id="${CSS.escape(entry.id)}"]`)
    if (known) known.replaceWith(entry)
    else if (paging || belongsHere(log, seqOf(entry))) {
      insert(log, entry)
      added.push(entry)
    } else continue
    placed.push(entry)
  }
  return { placed, added }
}

/** The highest whole number shown: where a question for what comes after begins. */
export function lastSeq(log: Element): number {
  for (let entry = log.lastElementChild; entry; entry = entry.previousElementSibling) {
    const seq = seqOf(entry)
    if (Number.isInteger(seq)) return seq
  }
  return 0
}

export function firstSeq(log: Element): number {
  for (let entry = log.firstElementChild; entry; entry = entry.nextElementSibling) {
    const seq = seqOf(entry)
    if (Number.isInteger(seq)) return seq
  }
  return 0
}

/** Takes away what is too much at the far end, and says whether it did. */
export function trim(log: Element, from: 'start' | 'end'): boolean {
  const over = log.childElementCount - mostEntries
  for (let n = 0; n < over; n += 1) (from === 'start' ? log.firstElementChild : log.lastElementChild)?.remove()
  return over > 0
}

export function seqOf(entry: Element): number {
  return Number(entry.getAttribute('data-seq') ?? Number.NaN)
}

/** What lies beyond a cut end is not put behind it, as if nothing were missing between. */
function belongsHere(log: Element, seq: number): boolean {
  if (log.hasAttribute('data-later') && seq > lastSeq(log)) return false
  if (log.hasAttribute('data-earlier') && seq < firstSeq(log)) return false
  return true
}

function insert(log: Element, entry: Element): void {
  const seq = seqOf(entry)
  let before = log.lastElementChild
  while (before && seqOf(before) > seq) before = before.previousElementSibling
  if (before) before.after(entry)
  else log.prepend(entry)
}
