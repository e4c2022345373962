import type { EntryView, Snapshot, ToLoader } from '#src/web/visitor/frames.ts'
import { chime, wasTouched } from '../sound.ts'
import type { SoundSwitch } from './menu.ts'
import { fromShop, newestFromShop, unreadIn } from './reading.ts'

/** How long a hidden window that stands alone keeps its line. */
const sleepAfter = 5 * 60_000

/** Whether the visitor is looking, and what follows from it: read marks, the number of unread, a sound. */
export type Attention = {
  isLooking(): boolean
  shown(on: boolean): void
  /** After each drawing. `atEnd`: the newest message is in view. */
  look(entries: EntryView[], snapshot: Snapshot | null, atEnd: boolean): void
  arrived(entries: EntryView[]): void
}

export type AttentionOptions = {
  framed: boolean
  sound: SoundSwitch
  read(c: string, seq: number): void
  tell: ((message: ToLoader) => void) | null
  changed(): void
  visible(on: boolean): void
  sleep(): void
  wake(): void
}

export function watchAttention(options: AttentionOptions): Attention {
  const touched = wasTouched()
  const title = document.title
  let shown = !options.framed
  let seen = { c: '', seq: 0 }
  let told = -1
  let timer = 0

  for (const happening of ['focus', 'blur']) window.addEventListener(happening, options.changed)
  window.addEventListener('pagehide', options.sleep)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) options.wake()
  })
  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(timer)
    options.visible(!document.hidden)
    if (document.hidden) timer = window.setTimeout(options.sleep, sleepAfter)
    else options.wake()
    options.changed()
  })

  /** In a shop's page the loader knows whether the window is open and in front; alone we can see for ourselves. */
  function isLooking(): boolean {
    return shown && !document.hidden && (options.framed || document.hasFocus())
  }

  function look(entries: EntryView[], snapshot: Snapshot | null, atEnd: boolean): void {
    const conversation = snapshot?.conversation
    if (!conversation) return
    if (seen.c !== conversation.c || seen.seq < conversation.seen) seen = { c: conversation.c, seq: conversation.seen }
    const newest = newestFromShop(entries, conversation.c)
    if (newest > seen.seq && atEnd && isLooking()) {
      seen = { c: conversation.c, seq: newest }
      options.read(conversation.c, newest)
    }
    count(unreadIn(entries, snapshot, seen.seq))
  }

  function count(unread: number): void {
    if (unread === told) return
    told = unread
    if (options.tell) options.tell({ kefu: 'unread', n: unread })
    else document.title = unread > 0 ? `(${unread}) ${title}` : title
  }

  return {
    isLooking,
    shown(on) {
      shown = on
      options.changed()
    },
    look,
    arrived(entries) {
      const words = entries.some(fromShop)
      if (words && !options.framed && !isLooking() && touched() && options.sound.isOn()) chime()
    }
  }
}
