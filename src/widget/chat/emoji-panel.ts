import { h, set } from '../dom.ts'
import { loadMore } from './more-loader.ts'
import type { Say } from './say.ts'

/** The place over the composer where the emoji come up when they are first asked for. */
export function emojiPanel(say: Say, more: string, pick: (sign: string) => void): { element: HTMLElement; toggle(button: HTMLElement): void } {
  const element = h('div', { hidden: true })
  let button: HTMLElement | null = null

  async function open(by: HTMLElement): Promise<void> {
    button = by
    const { emojiPicker } = await loadMore(more)
    if (!element.firstChild) element.append(emojiPicker({ pick, close, words: words() }))
    element.hidden = false
    set(by, { 'aria-expanded': 'true' })
    const first = element.querySelector<HTMLElement>('.kf-emoji-grid button')
    if (first) first.focus()
  }

  function close(): void {
    element.hidden = true
    if (!button) return
    set(button, { 'aria-expanded': 'false' })
    button.focus()
  }

  function words(): Record<string, string> {
    const names = ['faces', 'hands', 'hearts', 'nature', 'food', 'things']
    return { title: say('emoji'), ...Object.assign({}, ...names.map((name) => ({ [name]: say(`emoji.${name}`) }))) }
  }

  return {
    element,
    toggle(by) {
      if (element.hidden) open(by).catch(() => {})
      else close()
    }
  }
}
