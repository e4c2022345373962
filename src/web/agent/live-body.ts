import type { House } from '#src/house.ts'
import { textsUnder } from '#src/texts/index.ts'
import type { Hooks } from '#views/ui/index.ts'
import type { At } from './guard.ts'

/** Full jitter up to 15 s, for ever; a hidden tab goes on listening, because it is the one that rings. */
const reconnecting = { pauseOnBackground: false, reconnectDelay: 500, reconnectMaxDelay: 7_500, reconnectJitter: 1 }

/** What makes a page of the console live, printed on its `<body>`: the tab, its socket, the header of all its requests, and the sentences that only the program says. */
export function liveBody({ hub }: House, { agent, session, say }: At): Hooks & { 'data-tab': string } {
  const tab = hub.openTab(agent.id, session.id)
  return {
    'data-tab': tab,
    'data-person': agent.id,
    'data-sound': agent.notices.sound ? 'on' : 'off',
    'data-texts': JSON.stringify(textsUnder(say.language, 'desk.client.')),
    'hx-headers:inherited': JSON.stringify({ 'X-Tab': tab }),
    'hx-ws:connect': `/live?tab=${tab}`,
    'hx-trigger': 'load, kefu:connect',
    'hx-config': JSON.stringify({ ws: reconnecting })
  }
}

/** The page that a request comes from, as the hub knows it; null from a page without a socket, or from somebody else's. */
export function tabOf({ hub }: House, { agent, session, request }: At) {
  const id = request.headers.get('x-tab')
  return id === null ? null : hub.tab(id, agent.id, session.id)
}
