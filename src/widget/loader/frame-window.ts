import type { ToLoader, ToWindow } from '#src/web/visitor/frames.ts'
import { h } from '../dom.ts'
import { narrow } from './styles.ts'

const allowed = 'microphone; camera; display-capture; autoplay; fullscreen; clipboard-write'

/** The chat window in its frame: made when first opened, kept while the page lives. */
export type FrameWindow = {
  open(): void
  close(): void
  isOpen(): boolean
  /** Open, and the shop's page in front of the visitor. */
  isShown(): boolean
  focus(): void
  tell(message: ToWindow): void
}

export type FrameOptions = {
  address: string
  title: string
  place: HTMLElement
  host: HTMLElement
  hear(message: ToLoader): void
}

export function frameWindow({ address, title, place, host, hear }: FrameOptions): FrameWindow {
  const origin = new URL(address).origin
  const phone = matchMedia(narrow)
  let frame: HTMLIFrameElement | null = null
  let opened = false
  let shown = false
  /** Before the window has said so, its frame still belongs to the shop's origin. */
  let ready = false
  let unlock = () => {}

  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (!frame || source !== frame.contentWindow || from !== origin) return
    const message = known(data)
    if (message?.kefu === 'ready') ready = true
    if (message) hear(message)
  })
  for (const happening of ['focus', 'blur']) window.addEventListener(happening, () => window.setTimeout(tellShown))
  document.addEventListener('visibilitychange', () => tellShown())
  phone.addEventListener('change', () => {
    fit()
    tellShown(true)
  })
  if (window.visualViewport) {
    window.visualViewport.addEventListener('resize', fit)
    window.visualViewport.addEventListener('scroll', fit)
  }

  /** A page taken apart and put together again by its router loses the frame's document: it is simply loaded once more. */
  function make(): HTMLIFrameElement {
    const made = h('iframe', { class: 'frame', title, allow: allowed, src: address })
    place.insertBefore(made, place.firstChild)
    return made
  }

  function tell(message: ToWindow): void {
    if (ready && frame?.contentWindow) frame.contentWindow.postMessage(message, origin)
  }

  /** `hasFocus` is true while the focus is in a frame of this page, too. */
  function tellShown(again = false): void {
    const now = opened && !document.hidden && document.hasFocus()
    if (now === shown && !again) return
    shown = now
    tell(now ? { kefu: 'shown', full: phone.matches } : { kefu: 'hidden' })
  }

  /** On phones the window takes what the keyboard leaves, and the shop behind it stands still. */
  function fit(): void {
    const view = window.visualViewport
    const full = opened && phone.matches
    host.style.setProperty('--kf-height', full && view ? `${view.height}px` : '100%')
    host.style.setProperty('--kf-top', full && view ? `${view.offsetTop}px` : '0')
    unlock()
    unlock = full ? lockScroll() : () => {}
  }

  return {
    open() {
      if (!frame) frame = make()
      frame.hidden = false
      opened = true
      fit()
      tellShown()
    },
    close() {
      if (frame) frame.hidden = true
      opened = false
      fit()
      tellShown()
    },
    isOpen: () => opened,
    isShown: () => shown,
    focus() {
      if (frame) frame.focus()
    },
    tell(message) {
      tell(message)
      if (message.kefu === 'token') tellShown(true)
    }
  }
}

/** The closed list of what a window may say; anything else is not for us. */
function known(data: unknown): ToLoader | null {
  if (typeof data !== 'object' || data === null) return null
  const { kefu, n, on } = data as { kefu?: unknown; n?: unknown; on?: unknown }
  if (kefu === 'ready' || kefu === 'close' || kefu === 'renew') return { kefu }
  if (kefu === 'unread' && typeof n === 'number' && n >= 0) return { kefu, n: Math.floor(n) }
  if (kefu === 'sound' && typeof on === 'boolean') return { kefu, on }
  return null
}

function lockScroll(): () => void {
  const styles = [document.documentElement.style, document.body.style]
  const before = styles.map((style) => style.overflow)
  styles.forEach((style) => {
    style.overflow = 'hidden'
  })
  return () =>
    styles.forEach((style, i) => {
      style.overflow = before[i] || ''
    })
}
