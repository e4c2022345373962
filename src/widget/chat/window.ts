import type { EntryView, SiteView, ToLoader } from '#src/web/visitor/frames.ts'
import { h, set } from '../dom.ts'
import { randomCharacters } from '../link/random.ts'
import { openStore } from '../link/store.ts'
import { watchAttention } from './attention.ts'
import { moveBelongings, prefixFor } from './belongings.ts'
import { connectionNotice } from './connection.ts'
import { fileAddresses } from './file-addresses.ts'
import { fitToKeyboard } from './fit.ts'
import { makeHead } from './head.ts'
import { soundSwitch, windowMenu } from './menu.ts'
import { makeMessageForm } from './message-form.ts'
import { type Mode, mayWrite, modeOf } from './mode.ts'
import { makeNotice } from './notice.ts'
import type { PageData } from './page-data.ts'
import { sayer } from './say.ts'
import { type Identity, type Leave, makeSession } from './session.ts'
import { makeTalkPane } from './talk-pane.ts'
import { makeUploads, type Upload } from './uploads.ts'

export type WindowOptions = { data: PageData; identity: Identity; tell: ((message: ToLoader) => void) | null; keepToken(token: string | null): void }

/** The opened window as its page sees it. */
export type ChatWindow = { identityChanged(): void; shown(on: boolean, full: boolean): void }

/** The chat window, put together: what is heard, what is shown, what can be done. */
export function openWindow({ data, identity, tell, keepToken }: WindowOptions): ChatWindow {
  const say = sayer(data.texts)
  const store = openStore('localStorage')
  let prefix = prefixFor(data.key, identity.token)
  moveBelongings(store, prefixFor(data.key, null), prefix)
  let chosen: Mode | null = null
  let full = false
  let isDrawing = false

  const session = makeSession({
    data,
    identity,
    store,
    prefix: () => prefix,
    changed,
    arrived,
    typing: () => pane.typing(),
    fileRenewed,
    token: tokenChanged,
    greeted,
    leaveRefused
  })
  const addresses = fileAddresses((id) => session.send({ t: 'file', id }))
  const sound = soundSwitch(store, data.key, (on) => tell?.({ kefu: 'sound', on }))
  const attention = watchAttention({
    framed: identity.framed,
    sound,
    tell,
    read: (c, seq) => session.send({ t: 'read', c, seq }),
    changed,
    visible: (on) => session.send({ t: 'visible', on }),
    sleep: session.line.sleep,
    wake: session.line.wake
  })
  const uploads = makeUploads({
    address: `${data.base}/v/files`,
    site: data.key,
    token: () => identity.token,
    newKey: () => randomCharacters(22),
    now: Date.now,
    say,
    refuse: (name, because) => notice.refuse(say(`file.refused.${because}`, { name })),
    arrived: sendFile,
    changed
  })

  const head = makeHead(say, { close: tell && (() => tell({ kefu: 'close' })), menu: windowMenu(say, sound) })
  const notice = makeNotice()
  const connection = connectionNotice(say, changed)
  const pane = makeTalkPane({
    data,
    say,
    store,
    prefix: () => prefix,
    session,
    uploads,
    addresses,
    attention,
    changed,
    refuse: (text) => notice.refuse(text),
    over: () => element
  })
  const form = makeMessageForm({ say, asks: data.form, store, prefix: () => prefix, leave, back: () => choose('talk') })
  const brand = h('div', { class: 'kf-brand' }, say('page', { site: data.site.name }))
  const element = h(
    'section',
    { class: 'kf-window', 'aria-label': say('window', { site: data.site.name }) },
    head.element,
    notice.element,
    pane.element,
    form.element,
    brand
  )

  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && tell) tell({ kefu: 'close' })
  })
  window.addEventListener('focus', focusComposer)
  // A network that has just come back often refuses the very first request.
  window.addEventListener('online', () => window.setTimeout(uploads.resume, 1_000))
  fitToKeyboard()
  document.body.classList.add('kf')
  document.body.append(element)
  session.begin()
  changed()

  /** Many things change at once; the screen is drawn once for all of them. */
  function changed(): void {
    if (isDrawing) return
    isDrawing = true
    Promise.resolve().then(draw)
  }

  function draw(): void {
    isDrawing = false
    const snapshot = session.snapshot()
    const mode = modeOf(snapshot, session.outbox.list(), chosen)
    head.draw(session.site(), snapshot, full)
    connection.draw(notice, session, mode, () => choose('form'))
    set(pane.element, { hidden: mode === 'form' })
    set(form.element, { hidden: mode === 'talk' })
    form.draw({ hasHistory: session.log.last() !== null, someoneIsHere: snapshot !== null && snapshot.reach === 'chat' })
    pane.draw(mode === 'talk')
  }

  function greeted(first: boolean): void {
    if (first) pane.greeted()
    const last = session.log.last()
    if (last) session.send({ t: 'got', c: last.c, seq: last.seq })
    uploads.resume()
    form.known(session.me())
    paint(session.site())
  }

  function arrived(entries: EntryView[]): void {
    pane.arrived(entries)
  }

  function fileRenewed(id: string, address: string): void {
    addresses.renewed(id, address)
  }

  function sendFile({ key, file }: Upload, id: string): void {
    if (file.preview) addresses.own(id, file.preview)
    session.outbox.add({ t: 'say', key, file: id }, file)
  }

  function leave(left: { text: string; name?: string; email?: string; phone?: string }): void {
    chosen = null
    session.outbox.add({ t: 'leave', key: randomCharacters(22), ...left })
    pane.toEnd()
  }

  /** The words come back into the form, with the server's reason under the field. */
  function leaveRefused(frame: Leave, field: string, text: string): void {
    session.outbox.drop(frame.key)
    form.refused(frame, field, text)
    chosen = 'form'
  }

  function choose(mode: Mode): void {
    chosen = mode
    if (mode === 'form') form.take(pane.text())
    else if (mayWrite(session.snapshot()) && pane.text() === '') pane.write(form.text())
    changed()
  }

  function tokenChanged(token: string | null): void {
    keepToken(token)
    if (token) adopt(token)
    else if (tell) tell({ kefu: 'renew' })
  }

  /** What waits to be sent goes along to the new token. */
  function adopt(token: string): void {
    const now = prefixFor(data.key, token)
    moveBelongings(store, prefix, now)
    prefix = now
  }

  /** On a touch screen the keyboard would cover what one came to read. */
  function focusComposer(): void {
    if (document.activeElement === document.body && !matchMedia('(pointer: coarse)').matches && !pane.element.hidden) pane.focus()
  }

  return {
    identityChanged() {
      if (identity.token) adopt(identity.token)
      session.begin()
    },
    shown(on, fills) {
      if (on) full = fills
      document.body.classList.toggle('kf-full', full)
      attention.shown(on)
    }
  }
}

/** The shop's colour. Properties set from a script are what our own policy allows; a style attribute is not. */
function paint({ colour }: SiteView): void {
  const style = document.documentElement.style
  style.setProperty('--kf', colour.main)
  style.setProperty('--kf-on', colour.on)
  style.setProperty('--kf-ink', colour.ink)
  style.setProperty('--kf-soft', colour.soft)
  style.setProperty('--kf-edge', colour.edge ? colour.ink : 'transparent')
}
