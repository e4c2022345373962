import { countersFor } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { appliance } from '#src/install/index.ts'
import { effectiveStatus, type Look, type Person, portraits } from '#src/people/index.ts'
import { textsUnder } from '#src/texts/index.ts'
import { ConsoleBanners } from '#views/desk/index.ts'
import type { Me, ShellProps } from '#views/layout/index.ts'
import type { Moment } from '#views/ui/index.ts'
import { pageAssets } from '../assets.ts'
import type { At } from './guard.ts'

/** What every page of the console has around its own content. The tab's number is printed on the page and carried by its socket and all its requests. */
export function shellProps(house: House, { agent, session, say }: At): Omit<ShellProps, 'title' | 'section' | 'children'> & { tab: string } {
  const counters = countersFor(house.core, agent)
  const tab = house.hub.openTab(agent.id, session.id)
  return {
    tab,
    say,
    assets: pageAssets(),
    look: lookOf(agent.look),
    now: house.core.now(),
    me: meOf(house, agent),
    counters,
    banners: <ConsoleBanners counters={counters} say={say} />,
    body: {
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
}

/** Full jitter up to 15 s, for ever; a hidden tab goes on listening, because it is the one that rings. */
const reconnecting = { pauseOnBackground: false, reconnectDelay: 500, reconnectMaxDelay: 7_500, reconnectJitter: 1 }

/** As others see oneself: chosen, and there. Whoever asks for a page is there. */
export function meOf({ core }: House, { id, nickname, status }: Person): Me {
  const picture = portraits(core).get(id)
  return { id, name: nickname, picture: picture ? `/f/${picture}` : null, status: effectiveStatus(status, true) }
}

/** When and where the reader is. */
export function momentOf({ core }: House, { timeZone }: Person): Moment {
  return { now: core.now(), zone: timeZone ?? appliance(core)?.timeZone ?? 'UTC' }
}

function lookOf({ theme, density, text }: Look): ShellProps['look'] {
  return { theme: theme === 'system' ? null : theme, density: density === 'normal' ? null : density, text: text === 'normal' ? null : text }
}
