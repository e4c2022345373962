import { fill, h, icon, set } from '../dom.ts'

export type Choice = { icon: string; text: string; act(): void }

/** A button with a small menu over it: arrows move, Enter chooses, Escape and a click elsewhere close. */
export function popup({ button, choices }: { button: HTMLElement; choices(): Choice[] }): HTMLElement {
  const menu = h('div', { class: 'kf-menu', role: 'menu', hidden: true })
  const element = h('span', { class: 'kf-popup' }, button, menu)
  set(button, { 'aria-haspopup': 'menu', 'aria-expanded': 'false' })
  button.addEventListener('click', () => (menu.hidden ? open() : close()))
  document.addEventListener('pointerdown', ({ target }) => {
    if (!element.contains(target as Node)) close(false)
  })
  element.addEventListener('keydown', (event) => {
    if (menu.hidden) return
    if (event.key === 'Escape') event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') close(event.key === 'Escape')
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event)
  })

  function open(): void {
    fill(menu, ...choices().map(entry))
    menu.hidden = false
    set(button, { 'aria-expanded': 'true' })
    focus(0)
  }

  function close(back = true): void {
    if (menu.hidden) return
    menu.hidden = true
    set(button, { 'aria-expanded': 'false' })
    if (back) button.focus()
  }

  function entry(choice: Choice): HTMLElement {
    const choose = () => {
      close()
      choice.act()
    }
    return h('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick: choose }, icon(choice.icon), h('span', {}, choice.text))
  }

  function move(event: KeyboardEvent): void {
    event.preventDefault()
    const at = Array.from(menu.children).indexOf(document.activeElement as Element)
    focus(at + (event.key === 'ArrowDown' ? 1 : -1))
  }

  function focus(at: number): void {
    const entries = menu.children
    const entry = entries[(at + entries.length) % entries.length] as HTMLElement | undefined
    if (entry) entry.focus()
  }

  return element
}
