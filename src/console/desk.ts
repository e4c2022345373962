import { OpenComposer } from './composer.ts'
import { watchDropping } from './dropping.ts'
import { watchEmoji } from './emoji.ts'
import { watchKeys } from './keys.ts'
import type { Live } from './live.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { PageFacts } from './page.ts'
import { stepBack, watchPanes } from './panes.ts'
import { drawPending, watchPending } from './pending.ts'
import { followTyping } from './row-typing.ts'
import { type Rows, toFront, watchRows } from './rows.ts'
import { sendReply } from './sender.ts'
import { openShelf, watchShelf } from './shelf.ts'
import { OpenThread } from './thread.ts'

/** The desk: the open thread with its composer, the list beside it, and the outbox of this person. */
export class Desk {
  private thread: OpenThread | null = null
  private composer: OpenComposer | null = null
  private readonly outbox: Outbox
  private readonly rows: Rows

  constructor(
    private readonly page: PageFacts,
    live: Live
  ) {
    this.outbox = outboxOf(page, () => this.redraw())
    this.rows = watchRows(() => this.focusComposer())
    watchPanes()
    watchEmoji()
    watchPending(this.outbox)
    watchShelf(page.person, () => this.redraw())
    watchDropping((files) => this.composer?.attach(files))
    this.listenToKeys()
    document.addEventListener('click', ({ target }) => target instanceof Element && target.closest('[data-to-end]') && this.thread?.toEnd())
    document.addEventListener('htmx:after:swap', () => this.look())
    document.body.addEventListener('kefu:refresh', () => this.thread?.catchUp())
    live.onConnected(() => this.outbox.wake())
    window.addEventListener('online', () => this.outbox.wake())
    window.addEventListener('pagehide', () => this.outbox.release())
    document.addEventListener('kefu:arranged', () => {
      showEmptiness()
      followTyping()
    })
    this.look()
    this.outbox.wake()
  }

  /** The conversation that is on the screen, or null. */
  open(): number | null {
    return this.thread?.conversation ?? null
  }

  /** After every change of the page: is it another thread, another composer? */
  private look(): void {
    const log = document.querySelector<HTMLElement>('#content [data-log]')
    const form = document.querySelector<HTMLFormElement>('#content [data-composer]')
    if (this.thread?.log !== (log ?? undefined)) {
      this.thread?.close()
      this.thread = log ? new OpenThread(this.page, log) : null
    } else this.thread?.remark()
    this.rows.mark()
    followTyping()
    if (this.composer?.form !== (form ?? undefined)) {
      this.composer?.close()
      this.composer = form ? new OpenComposer(this.page, form, this.outbox, () => this.answered()) : null
    }
    this.redraw()
    showEmptiness()
    makeRoomForCard()
  }

  private answered(): void {
    document.getElementById('unread')?.remove()
    this.redraw()
    this.thread?.toEnd()
  }

  private redraw(): void {
    drawPending(this.outbox)
  }

  /** With a mouse and room for it one wants to write; a phone would cover the thread with its keyboard. */
  private focusComposer(): void {
    if (matchMedia('(pointer: fine) and (min-width: 720px)').matches) this.composer?.focus()
  }

  private listenToKeys(): void {
    watchKeys({
      next: (by) => this.rows.step(by),
      search: () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
      close: () => document.querySelector<HTMLElement>('#content [data-close-conversation]')?.click(),
      accept: () => document.querySelector<HTMLElement>('[data-accept]')?.click(),
      back: () => this.back(),
      help: () => (document.getElementById('keys') as HTMLDialogElement | null)?.showModal()
    })
  }

  /** Out of the card, out of a field, back to the list. */
  private back(): void {
    const focused = document.activeElement
    if (stepBack()) return
    if (focused instanceof HTMLElement && focused.matches('input, textarea, select')) focused.blur()
    else if (document.getElementById('list')) toFront('list')
  }
}

/** A list without rows takes its heading along; when all are empty, the page says so. */
function showEmptiness(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-list]')]
  for (const list of lists) {
    const section = list.closest<HTMLElement>('[data-section]')
    if (section) section.hidden = list.childElementCount === 0
  }
  const empty = document.getElementById('inbox-empty')
  if (empty) empty.hidden = lists.some((list) => list.childElementCount > 0)
}

/** The card's column is there when a conversation is open. */
function makeRoomForCard(): void {
  const card = document.getElementById('card')
  card?.parentElement?.classList.toggle('bench-two', card.childElementCount === 0)
}

function outboxOf(page: PageFacts, redraw: () => void): Outbox {
  return createOutbox({
    shelf: openShelf(page.person),
    tab: page.tab,
    send: (sending) => sendReply(page, sending),
    now: Date.now,
    after(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    changed: redraw,
    chance: Math.random
  })
}
