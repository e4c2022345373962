import { randomInt } from 'node:crypto'
import type { Geo } from '#src/geo/index.ts'
import { appliance, createSetupCode, noSetupCode, type SetupCode } from '#src/install/index.ts'
import { createLoginLimits, hasOwner, type LoginLimits } from '#src/people/index.ts'
import type { Config } from '#src/platform/config.ts'
import { createLog, type Log } from '#src/platform/log.ts'
import { createPasswords, type Passwords } from '#src/platform/passwords.ts'
import { deriveSecret } from '#src/platform/tokens.ts'
import { createHub, createVisitorLinks, type Hub, type VisitorLinks } from '#src/realtime/index.ts'
import { type Core, type OpenStorage, openStorage } from '#src/storage/index.ts'
import { createPresence, createVisitWriter, type Presence, type VisitWriter } from '#src/visitors/index.ts'
import type { ToVisitor } from '#src/web/visitor/frames.ts'

/** The appliance put together, without a port: what doors, sockets and reactions are given. */
export type House = {
  core: Core
  config: Config
  /** Null while the data of places could not be opened: every place is unknown then. */
  geo: Geo | null
  presence: Presence
  visits: VisitWriter
  /** Agents' open pages. */
  hub: Hub
  /** Visitors' open sockets. */
  links: VisitorLinks<ToVisitor>
  /** Signs what lives for minutes only, such as file addresses. */
  secret: Uint8Array
  passwords: Passwords
  loginLimits: LoginLimits
  /** Matches nothing once there is an owner. */
  setupCode: SetupCode
  /** Where the world reaches us, without a trailing slash: the option at start, else what set-up was told; null before. */
  publicUrl(): string | null
}

/** A house over a real data folder, which it keeps to itself until it is closed. */
export type OpenHouse = House & {
  storage: OpenStorage
  /** What the set-up page asks for, to be shown to whoever sits at the machine; null when there is an owner. */
  shownCode: string | null
}

export type Parts = { geo: Geo | null; secret: Uint8Array; passwords?: Passwords; setupCode?: SetupCode }

/** Puts the house together around a core; tests bring one in memory. */
export function createHouse(core: Core, config: Config, { geo, secret, passwords = createPasswords(), setupCode = noSetupCode }: Parts): House {
  const presence = createPresence(randomInt(1_000_000_000))
  return {
    core,
    config,
    geo,
    presence,
    visits: createVisitWriter(core, presence),
    hub: createHub(core.now),
    links: createVisitorLinks(),
    secret,
    passwords,
    loginLimits: createLoginLimits(core.now),
    setupCode,
    publicUrl: () => config.publicUrl ?? appliance(core)?.publicUrl ?? null
  }
}

type Outside = { log?: Log; now?: () => number; geo?: Geo | null }

/** Opens the data folder and puts the house together. Throws CannotRun with the reason when the folder or its file cannot be used. */
export function openHouse(config: Config, { log = createLog(), now = Date.now, geo = null }: Outside = {}): OpenHouse {
  const storage = openStorage(config.data, { now, log })
  const { core } = storage
  const setup = hasOwner(core) ? { code: null, check: noSetupCode } : createSetupCode()
  const house = createHouse(core, config, { geo, secret: deriveSecret(storage.key, 'signed addresses'), setupCode: setup.check })
  return { ...house, storage, shownCode: setup.code }
}

/** Commits what waits and lets the data folder go. */
export function closeHouse({ storage }: OpenHouse): void {
  storage.close()
}
