import { type Counters, countersFor } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { appliance } from '#src/install/index.ts'
import { can, effectiveStatus, failuresBefore, type Look, type Person, portraits, unconfirmedLogins } from '#src/people/index.ts'
import { sites } from '#src/sites/index.ts'
import { ConsoleBanners } from '#views/desk/index.ts'
import type { SettingsNav, ShellProps } from '#views/layout/index.ts'
import { PlainHttpBanner } from '#views/login/login-page.tsx'
import { FailuresBanner, NewLoginsBanner } from '#views/profile/login-banners.tsx'
import type { Face, Moment } from '#views/ui/index.ts'
import { pageAssets } from '../assets.ts'
import { isPlain } from '../signed-out.tsx'
import { pictureAddress } from '../visitor/team.ts'
import type { At } from './guard.ts'
import { liveBody } from './live-body.ts'
import { sessionRow } from './session-row.ts'

/** What every page of the console has in common; a page adds its title, its section and itself. */
export type Console = Omit<ShellProps, 'title' | 'section' | 'front' | 'children' | 'body'> & { body: ReturnType<typeof liveBody> }

export function consoleOf(house: House, at: At): Console {
  const { core } = house
  const counters = countersFor(core, at.agent)
  return {
    say: at.say,
    assets: pageAssets(),
    look: lookOf(at.agent.look),
    now: core.now(),
    body: liveBody(house, at),
    me: meOf(house, at.agent),
    counters,
    banners: <Banners house={house} at={at} counters={counters} />
  }
}

/** One's own face with the status that others see: a page of ours is open at this moment. */
export function meOf(house: House, agent: Person) {
  return { ...faceOf(house, agent), status: effectiveStatus(agent.status, true) }
}

export function faceOf({ core }: House, { id, nickname }: Person): Face {
  return { id, name: nickname, picture: pictureAddress(portraits(core).get(id)) }
}

/** The column of settings, with the place that is open in it. */
export function settingsNav({ core }: House, agent: Person, current: string | null): SettingsNav {
  return { current, sites: can(agent, 'sites') ? sites(core) : [], manages: can(agent, 'people') }
}

/** When and where the reader is. */
export function momentOf({ core }: House, agent: Person): Moment {
  return { now: core.now(), zone: agent.timeZone ?? appliance(core)?.timeZone ?? 'UTC' }
}

/** The page's attributes know no "ordinary": that is what they are without. */
export function lookOf({ theme, density, text }: Look): ShellProps['look'] {
  return { theme: theme === 'system' ? null : theme, density: density === 'normal' ? null : density, text: text === 'normal' ? null : text }
}

function Banners({ house, at, counters }: { house: House; at: At; counters: Counters }) {
  const logins = unconfirmedLogins(house.core, at.session).map((session) => sessionRow(house, at, session))
  return (
    <>
      <ConsoleBanners counters={counters} say={at.say} />
      {isPlain(house, at.request) ? <PlainHttpBanner say={at.say} /> : null}
      <FailuresBanner n={failuresBefore(house.core, at.session)} say={at.say} />
      <NewLoginsBanner logins={logins} say={at.say} moment={momentOf(house, at.agent)} />
    </>
  )
}
