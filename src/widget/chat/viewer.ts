import { h, icon } from '../dom.ts'

const cross = 'M18 6 6 18;M6 6l12 12'
const larger = 'M15 3h6v6;M10 14 21 3;M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6'

/** One picture over the whole window; Escape, the cross and a click beside it close. */
export function openViewer({
  address,
  name,
  place,
  words
}: {
  address: string
  name: string
  place: HTMLElement
  words: { close: string; open: string }
}): void {
  const before = document.activeElement as HTMLElement | null
  const shut = h('button', { type: 'button', class: 'kf-btn', 'aria-label': words.close, title: words.close, onclick: close }, icon(cross))
  const open = h('a', { class: 'kf-btn', href: address, target: '_blank', rel: 'noopener', 'aria-label': words.open, title: words.open }, icon(larger))
  const picture = h('img', { src: address, alt: name })
  const box = h(
    'div',
    { class: 'kf-viewer', role: 'dialog', 'aria-modal': 'true', 'aria-label': name, onclick: beside, onkeydown: keys },
    h('div', { class: 'kf-viewer-bar' }, open, shut),
    picture
  )
  place.append(box)
  shut.focus()

  function beside({ target }: MouseEvent): void {
    if (target === box) close()
  }

  function keys(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key !== 'Tab') return
    event.preventDefault()
    if (document.activeElement === shut) open.focus()
    else shut.focus()
  }

  function close(): void {
    box.remove()
    if (before) before.focus()
  }
}
