import { openBridge } from './bridge.ts'
import { ownToken } from './own-token.ts'
import { readPageData } from './page-data.ts'
import type { Identity } from './session.ts'
import { openWindow } from './window.ts'

const data = readPageData()
const identity: Identity = { token: null, page: null, lang: null, framed: data.origin !== null && window.parent !== window }

if (identity.framed && data.origin) startFramed(data.origin)
else startAlone()

/** In a shop's page the token comes from the loader, and only from there. */
function startFramed(origin: string): void {
  let opened: ReturnType<typeof openWindow> | null = null
  const tell = openBridge(origin, (message) => {
    if (message.kefu === 'token') {
      const changed = message.token !== identity.token
      Object.assign(identity, { token: message.token, page: message.page, lang: message.lang })
      if (!opened) opened = openWindow({ data, identity, tell, keepToken: () => {} })
      else if (changed) opened.identityChanged()
    } else if (opened) opened.shown(message.kefu === 'shown', message.kefu === 'shown' && message.full)
  })
  tell({ kefu: 'ready' })
}

/** A fixed link, a pop-up, an app's web view: the window keeps a token of its own. */
function startAlone(): void {
  const tokens = ownToken(data.key)
  identity.token = tokens.read()
  document.body.classList.add('kf-alone')
  openWindow({ data, identity, tell: null, keepToken: tokens.keep })
}
