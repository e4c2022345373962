import { fill, h, set } from '../dom.ts'

export type NoticeAction = { text: string; act(): void }

/** One strip over the log: the network is gone (amber), something was refused (red, goes by itself), or something can be done (calm). */
export type Notice = {
  element: HTMLElement
  /** Stays until called with null. */
  stand(tone: 'amber' | 'calm', text: string | null, action?: NoticeAction): void
  refuse(text: string): void
}

const refusalStays = 8_000

export function makeNotice(): Notice {
  const standing = h('div', { class: 'kf-notice', role: 'status', hidden: true })
  const refusal = h('div', { class: 'kf-notice', 'data-tone': 'red', role: 'alert', hidden: true })
  let shown = ''
  let timer = 0

  return {
    element: h('div', { class: 'kf-notices' }, standing, refusal),
    stand(tone, text, action) {
      const now = text === null ? '' : `${tone} ${text}`
      if (now === shown) return
      shown = now
      set(standing, { hidden: text === null, 'data-tone': tone })
      fill(standing, h('span', {}, text), action && h('button', { type: 'button', class: 'kf-pill', onclick: action.act }, action.text))
    },
    refuse(text) {
      window.clearTimeout(timer)
      fill(refusal, h('span', {}, text))
      set(refusal, { hidden: false })
      timer = window.setTimeout(() => set(refusal, { hidden: true }), refusalStays)
    }
  }
}
