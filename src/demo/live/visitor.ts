import { randomBytes } from 'node:crypto'
import { digest } from '#src/platform/tokens.ts'
import type { ToVisitor } from '#src/web/visitor/frames.ts'
import type { Persona } from '../audience/persona.ts'
import { dwell, nextPage, type ShopPage, shops } from '../shop.ts'
import { type ChatWindow, openWindow } from './chat-window.ts'
import { connect, type Link } from './link.ts'
import type { LiveTalk } from './live-talk.ts'
import type { Stage } from './stage.ts'

/** Somebody on the site: looks at page after page, perhaps asks something, and goes. */
export type Visitor = {
  readonly persona: Persona
  /** Null until the appliance gave one. */
  readonly token: string | null
  readonly talk: LiveTalk | null
  /** By what the appliance knows them in memory. */
  digest(): Uint8Array | null
  /** Looks at this page and so many after it; with a talk that is going on the window opens at once. */
  come(page: ShopPage, pages: number, talk?: LiveTalk): void
  ask(talk: LiveTalk): void
  leave(): void
}

/** Why they went: on their own, or because nobody answered. */
export type Leaving = 'done' | 'tired'

export function createVisitor(stage: Stage, persona: Persona, known: string | null, left: (visitor: Visitor, why: Leaving) => void): Visitor {
  const { chance } = stage
  const shop = shops[persona.shop]
  let token = known
  let talk: LiveTalk | null = null
  let page: ShopPage = persona.landing
  let pagesLeft = 0
  let key = ''
  let link: Link | null = null
  let chat: ChatWindow | null = null
  let isHere = false
  let stop = () => {}

  function show(next: ShopPage, referrer: string): void {
    link?.close()
    page = next
    key = randomBytes(16).toString('base64url')
    const hello = { t: 'hello', v: 1, site: stage.sites[persona.shop].key, as: 'page', page: key, url: page.url, title: page.title, visible: true } as const
    link = connect(
      stage,
      persona,
      { ...hello, ...(token === null ? {} : { token }), ...(referrer === '' ? {} : { referrer }) },
      { hear, lost: () => leave('done') }
    )
    stop()
    stop = stage.later(dwell(chance, page.kind) * 0.7, turn)
  }

  function hear(frame: ToVisitor): void {
    if (frame.t !== 'hi' || frame.as !== 'page') return
    if (frame.token !== undefined) token = frame.token
    if (talk && !chat) stage.later(chance.between(800, 3_000), openChat)
    if (chance.happens(0.1)) lookAway()
  }

  /** Another tab for a while. */
  function lookAway(): void {
    const shown = link
    stage.later(chance.between(2_000, 9_000), () => shown?.send({ t: 'visible', on: false }))
    stage.later(chance.between(11_000, 40_000), () => shown?.send({ t: 'visible', on: true }))
  }

  function turn(): void {
    if (chat) {
      stop = stage.later(chance.between(8_000, 20_000), turn)
      return
    }
    if (--pagesLeft < 0) return leave('done')
    link?.close()
    link = null
    const before = page
    stop = stage.later(chance.between(250, 1_200), () => show(nextPage(chance, shop, before), before.url))
  }

  function openChat(): void {
    if (!isHere || !talk || chat || token === null) return
    chat = openWindow(stage, { persona, token, page: key, talk }, { finished, tired: () => leave('tired'), lost: () => leave('done') })
  }

  /** All is said: the window stays a moment, then closes. */
  function finished(): void {
    stage.later(chance.between(7_000, 20_000), () => {
      chat?.close()
      chat = null
      talk = null
    })
    pagesLeft = chance.whole(0, 2)
  }

  function leave(why: Leaving): void {
    if (!isHere) return
    isHere = false
    stop()
    chat?.close()
    link?.close()
    chat = null
    link = null
    left(visitor, why)
  }

  const visitor: Visitor = {
    persona,
    get token() {
      return token
    },
    get talk() {
      return talk
    },
    digest: () => (token === null ? null : digest(token)),
    come(at, pages, going) {
      isHere = true
      pagesLeft = pages
      talk = going ?? null
      show(at, persona.referrer)
    },
    ask(about) {
      if (talk || chat || !isHere) return
      talk = about
      openChat()
    },
    leave: () => leave('done')
  }
  return visitor
}
