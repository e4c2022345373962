import type { protocol, ToLoader, ToVisitor } from '#src/web/visitor/frames.ts'
import { openLine } from '../link/line.ts'
import { randomCharacters } from '../link/random.ts'
import { openStore } from '../link/store.ts'
import type { Hello } from '../link/transport.ts'
import { quietly } from '../quietly.ts'
import { type FrameWindow, frameWindow } from './frame-window.ts'
import { makeLauncher } from './launcher.ts'
import type { OwnScript } from './own-script.ts'
import { pageAddress, pageTitle, watchPage } from './presence.ts'
import { ringer } from './sound.ts'
import { launcherTexts } from './texts.ts'
import { tokenKeeper } from './token.ts'

const version: typeof protocol = 1

type PageHi = Extract<ToVisitor, { t: 'hi'; as: 'page' }>

/** Presence, launcher and window of one page, put together. */
export function startLoader({ base, site, language }: OwnScript): void {
  const tokens = tokenKeeper(site)
  const session = openStore('sessionStorage')
  const openKey = `kefu:${site}:open`
  const page = randomCharacters(22)
  const bell = ringer(site)
  let token = tokens.read()
  let hi: PageHi | null = null
  let frame: FrameWindow | null = null

  const say = launcherTexts(() => (hi ? hi.texts : {}))
  const launcher = makeLauncher(say, { toggle: quietly(() => show(!isOpen(), true)), escape: quietly(() => show(false, true)) })
  const line = openLine({
    base,
    hello,
    hear: quietly(hear),
    changed: (state) => {
      if (state === 'over' && !hi) console.info('Kefu: no chat on this page. Is its address on the list of allowed origins?')
    }
  })

  keepInPage(launcher.host)
  tokens.onChange(quietly(follow))
  watchPage({
    moved: quietly(() => line.send({ t: 'page', url: pageAddress(location.href), title: pageTitle() })),
    visible: quietly((on: boolean) => line.send({ t: 'visible', on })),
    sleep: quietly(line.sleep),
    wake: quietly(line.wake)
  })
  line.wake()

  function hello(): Hello {
    token = tokens.read() || token
    return { t: 'hello', v: version, site, as: 'page', token: token || undefined, page, ...where(), lang: language || undefined }
  }

  /** Another tab got another token: this one becomes the same visitor. */
  function follow(): void {
    const now = tokens.read()
    if (!now || now === token) return
    token = now
    line.again()
    giveToken()
  }

  function hear(heard: ToVisitor): void {
    if (heard.t === 'hi' && heard.as === 'page') greet(heard)
    if (heard.t === 'unread') news(heard.n, heard.peek)
    if (heard.t === 'nak' && heard.code === 'unknown_token') forget()
  }

  function greet(heard: PageHi): void {
    const first = !hi
    hi = heard
    token = heard.token || token
    if (token) tokens.keep(token, heard.cookie)
    launcher.look(heard.site)
    launcher.unread(heard.unread)
    giveToken()
    if (first && session.get(openKey)) show(true, false)
  }

  function forget(): void {
    token = null
    line.again()
  }

  function news(n: number, peek: { name: string; text: string } | null): void {
    const watching = frame?.isShown()
    if (!watching) launcher.unread(n)
    if (!peek || watching) return
    bell.ring()
    launcher.peek(peek.name, peek.text)
  }

  function isOpen(): boolean {
    return frame?.isOpen() === true
  }

  function show(open: boolean, byHand: boolean): void {
    if (!hi || open === isOpen()) return
    if (!frame) frame = makeFrame(hi)
    if (open) frame.open()
    else frame.close()
    launcher.opened(open)
    if (open) session.set(openKey, '1')
    else session.remove(openKey)
    if (!byHand) return
    if (open) frame.focus()
    else launcher.focus()
  }

  function makeFrame(heard: PageHi): FrameWindow {
    const address = `${base}/c/${encodeURIComponent(site)}?o=${encodeURIComponent(location.origin)}&l=${encodeURIComponent(language || heard.site.language)}`
    return frameWindow({ address, title: say('title'), place: launcher.place, host: launcher.host, hear: quietly(listen) })
  }

  function listen(message: ToLoader): void {
    if (message.kefu === 'ready') giveToken()
    if (message.kefu === 'close') show(false, true)
    if (message.kefu === 'renew') line.again()
    if (message.kefu === 'unread') launcher.unread(message.n)
    if (message.kefu === 'sound') bell.setQuiet(!message.on)
  }

  function giveToken(): void {
    if (frame && token) frame.tell({ kefu: 'token', token, page, lang: language })
  }

  function where() {
    return { url: pageAddress(location.href), title: pageTitle(), referrer: document.referrer, visible: !document.hidden }
  }
}

/** Single-page shops exchange the whole body: we come back into the new one. */
function keepInPage(host: HTMLElement): void {
  const observer = new MutationObserver(quietly(stay))
  stay()

  function stay(): void {
    if (!host.isConnected && document.body) document.body.appendChild(host)
    observer.disconnect()
    observer.observe(document.documentElement, { childList: true })
    if (document.body) observer.observe(document.body, { childList: true })
  }
}
