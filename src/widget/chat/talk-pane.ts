import type { EntryView } from '#src/web/visitor/frames.ts'
import { h, set } from '../dom.ts'
import { randomCharacters } from '../link/random.ts'
import type { Store } from '../link/store.ts'
import type { Attention } from './attention.ts'
import { clockFor } from './clock.ts'
import { makeComposer, takeDrops } from './composer.ts'
import { makeDraft } from './draft.ts'
import { emojiPanel } from './emoji-panel.ts'
import type { FileAddresses } from './file-addresses.ts'
import { mayWrite } from './mode.ts'
import { loadMore } from './more-loader.ts'
import type { PageData } from './page-data.ts'
import { firstUnread, fromShop } from './reading.ts'
import type { Say } from './say.ts'
import { makeScroller } from './scroller.ts'
import type { Session } from './session.ts'
import { makeThread } from './thread.ts'
import { typingPreview } from './typing.ts'
import type { Uploads } from './uploads.ts'

const typingStays = 6_000

/** What has been said, and where one writes. */
export type TalkPane = {
  element: HTMLElement
  draw(inFront: boolean): void
  /** After a hi: unread messages that were already there get their divider. */
  greeted(): void
  arrived(entries: EntryView[]): void
  typing(): void
  text(): string
  write(text: string): void
  focus(): void
  toEnd(): void
}

export type TalkPaneOptions = {
  data: PageData
  say: Say
  store: Store
  prefix(): string
  session: Session
  uploads: Uploads
  addresses: FileAddresses
  attention: Attention
  changed(): void
  refuse(text: string): void
  /** Where a picture opens. */
  over(): HTMLElement
}

export function makeTalkPane({ data, say, store, prefix, session, uploads, addresses, attention, changed, refuse, over }: TalkPaneOptions): TalkPane {
  let freshFrom: { c: string; seq: number } | null = null
  let typingUntil = 0
  let isInFront = false

  const thread = makeThread(say, clockFor(data.language, say, Date.now), {
    openPicture: enlarge,
    renew: (id) => session.send({ t: 'file', id }),
    ready: addresses.ready,
    addressOf: addresses.of,
    retry: session.outbox.retry,
    drop: session.outbox.drop,
    retryUpload: uploads.retry,
    cancelUpload: uploads.cancel
  })
  const preview = typingPreview({ send: (text) => session.send({ t: 'typing', text }), isWatched })
  const draft = makeDraft(store, () => `${prefix()}draft`)
  const composer = makeComposer(say, {
    send,
    tooLong: (by) => refuse(say('too_long', { n: by })),
    typed,
    files: addFiles,
    emoji: (button) => emoji.toggle(button)
  })
  const emoji = emojiPanel(say, data.more, composer.insert)
  const earlier = h('button', { type: 'button', class: 'kf-pill kf-earlier', hidden: true, onclick: session.askEarlier }, say('earlier'))
  const log = h('div', { class: 'kf-log', tabindex: 0, role: 'region', 'aria-label': say('log') }, earlier, thread.element)
  const jump = h('button', { type: 'button', class: 'kf-jump', hidden: true, onclick: toEnd })
  const element = h('div', { class: 'kf-talk' }, log, h('div', { class: 'kf-below' }, jump, emoji.element, composer.element))
  const scroller = makeScroller(log, { scrolled: drawEnd, nearTop: session.askEarlier })

  takeDrops(element, addFiles)
  composer.write(draft.read())

  function draw(inFront: boolean): void {
    const entries = session.log.all()
    set(composer.element, { hidden: !mayWrite(session.snapshot()) })
    scroller.around(() => {
      set(earlier, { hidden: !session.earlier() })
      thread.draw(threadState(entries))
    })
    if (inFront && !isInFront) composer.fit()
    isInFront = inFront
    drawEnd()
  }

  /** How far the visitor is from the newest message, and whether it was read. */
  function drawEnd(): void {
    const entries = session.log.all()
    const atEnd = scroller.atEnd()
    const unseen = atEnd ? 0 : freshIn(entries)
    jump.textContent = unseen > 0 ? say('newer', { n: unseen }) : say('to_end')
    set(jump, { hidden: atEnd || entries.length === 0 || !isInFront })
    attention.look(entries, session.snapshot(), atEnd && isInFront)
  }

  function threadState(entries: EntryView[]) {
    const conversation = session.snapshot()?.conversation ?? null
    return {
      entries,
      parcels: session.outbox.list(),
      uploads: uploads.list(),
      view: { marks: conversation, freshFrom },
      welcome: session.earlier() ? null : session.site().welcome,
      waiting: conversation && conversation.state === 'waiting' ? conversation.kind : null,
      typing: Date.now() < typingUntil
    }
  }

  function freshIn(entries: EntryView[]): number {
    const from = freshFrom
    return from === null ? 0 : entries.filter((entry) => entry.c === from.c && entry.seq >= from.seq && fromShop(entry)).length
  }

  function arrived(entries: EntryView[]): void {
    const words = entries.find(fromShop)
    if (!words) return
    typingUntil = 0
    if (!freshFrom && !(attention.isLooking() && scroller.atEnd())) freshFrom = { c: words.c, seq: words.seq }
    const last = entries[entries.length - 1] as EntryView
    session.send({ t: 'got', c: last.c, seq: last.seq })
    attention.arrived(entries)
  }

  function send(text: string): void {
    preview.sent()
    draft.clear()
    freshFrom = null
    session.outbox.add({ t: 'say', key: randomCharacters(22), text })
    scroller.toEnd()
  }

  function typed(text: string): void {
    preview.typed(text)
    draft.keep(text)
  }

  function addFiles(files: File[]): void {
    freshFrom = null
    uploads.add(files)
    scroller.toEnd()
  }

  function isWatched(): boolean {
    return session.snapshot()?.watched === true
  }

  function toEnd(): void {
    scroller.toEnd()
    changed()
  }

  async function enlarge(file: { id: string; name: string }): Promise<void> {
    const image = log.querySelector(`img[data-file="${file.id}"]`)
    const address = image?.getAttribute('src')
    if (!address) return
    const { openViewer } = await loadMore(data.more)
    openViewer({ address, name: file.name, place: over(), words: { close: say('picture.shut'), open: say('picture.alone') } })
  }

  return {
    element,
    draw,
    arrived,
    toEnd,
    greeted() {
      freshFrom = firstUnread(session.log.all(), session.snapshot())
    },
    typing() {
      typingUntil = Date.now() + typingStays
      window.setTimeout(changed, typingStays + 50)
    },
    text: composer.text,
    write(text) {
      composer.write(text)
      draft.keep(text)
    },
    focus: composer.focus
  }
}
