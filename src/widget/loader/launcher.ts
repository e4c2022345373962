import type { SiteView } from '#src/web/visitor/frames.ts'
import { fill, h, icon, set } from '../dom.ts'
import { dress } from './styles.ts'
import type { LauncherTexts } from './texts.ts'

const bubble = 'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719'
const down = 'M6 9l6 6 6-6'
const cross = 'M18 6 6 18;M6 6l12 12'

/** The round button, the number on it and the bubble with the newest message. */
export type Launcher = {
  /** The host element in the shop's page, and the place for the window's frame. */
  host: HTMLElement
  place: HTMLElement
  look(site: SiteView): void
  unread(n: number): void
  peek(name: string, text: string): void
  opened(open: boolean): void
  focus(): void
  redress(): void
}

export function makeLauncher(say: LauncherTexts, acts: { toggle(): void; escape(): void }): Launcher {
  const host = document.createElement('kefu-chat')
  const root = host.attachShadow({ mode: 'open' })
  const count = h('span', { class: 'count', hidden: true, 'aria-hidden': 'true' })
  const button = h('button', { type: 'button', class: 'launch', hidden: true, onclick: acts.toggle })
  const teaser = h('div', { class: 'peek', hidden: true, role: 'status' })
  const place = h('div', { class: 'all' }, teaser, button)
  root.appendChild(place)
  place.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') acts.escape()
  })
  const redress = dress(root)
  let open = false
  let waiting = 0

  // Outside of every stacking context of the shop, and of its style sheet's reach.
  host.style.cssText = 'all:initial!important;position:fixed!important;z-index:2147483000!important;right:0;bottom:0;width:0;height:0'

  function draw(): void {
    set(button, { 'aria-label': label(), 'aria-expanded': String(open) })
    fill(button, icon(open ? down : bubble), count)
    count.textContent = waiting > 99 ? '99+' : String(waiting)
    set(count, { hidden: open || waiting === 0 })
    if (open || waiting === 0) set(teaser, { hidden: true })
    set(place, { class: open ? 'all open' : 'all' })
    redress()
  }

  function label(): string {
    if (open) return say('shut')
    return waiting > 0 ? say('open_unread', waiting) : say('open')
  }

  return {
    host,
    place,
    redress,
    look({ colour }) {
      const style = host.style
      style.setProperty('--kf', colour.main)
      style.setProperty('--kf-on', colour.on)
      style.setProperty('--kf-ink', colour.ink)
      style.setProperty('--kf-edge', colour.edge ? colour.ink : 'transparent')
      set(button, { hidden: false })
      draw()
    },
    unread(n) {
      waiting = n
      draw()
    },
    peek(name, text) {
      const read = h('button', { type: 'button', class: 'peek-text', onclick: acts.toggle }, h('b', {}, name), h('span', {}, plain(text)))
      const shut = h('button', { type: 'button', class: 'peek-shut', 'aria-label': say('dismiss'), onclick: () => hide() }, icon(cross))
      fill(teaser, read, shut)
      set(teaser, { hidden: open })
      redress()
    },
    opened(now) {
      open = now
      draw()
    },
    focus: () => button.focus()
  }

  function hide(): void {
    set(teaser, { hidden: true })
    redress()
  }
}

/** A line for a stranger's page: no control or direction signs, 120 characters at most. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach the shop's page
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
  const signs = Array.from(line.trim())
  return signs.length > 120 ? `${signs.slice(0, 119).join('')}…` : signs.join('')
}
