import type { House } from '#src/house.ts'
import { limitKey } from '#src/platform/address.ts'
import { createLimiter, type Limiter } from '#src/platform/rate-limit.ts'
import { createSlots, type Slots } from '../files/index.ts'
import type { ToVisitor } from './frames.ts'
import { createNotes, type Notes } from './notes.ts'
import { createTeam, type Team } from './team.ts'

/** What all visitors' links share. */
export type VisitorDoors = {
  house: House
  team: Team
  limits: Limits /** Links that are open at once, per address (IPv6 by /64). */
  places: Slots
  notes: Notes
}

export type Limits = {
  /** New visitors per address (IPv6 by /64). */
  newcomers: Limiter
  /** Messages per visitor: short bursts, and over a minute. */
  bursts: Limiter
  messages: Limiter
  typing: Limiter
  forms: Limiter
  conversations: Limiter
  frames: Limiter
  /** Pages that a visitor says to have opened: each may become rows. */
  pages: Limiter
  /** Pages of earlier entries, per address: one costs a hundred times a ping. */
  history: Limiter
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Carriers put thousands behind one address: this slows floods, what is fine stands with the visitor. */
const linksPerAddress = 100

const kept = new WeakMap<House, VisitorDoors>()

/** One set per house: sockets, HTTP doors and reactions share limits and the team. */
export function visitorDoors(house: House): VisitorDoors {
  const known = kept.get(house)
  if (known) return known
  const doors = createVisitorDoors(house)
  kept.set(house, doors)
  return doors
}

function createVisitorDoors(house: House): VisitorDoors {
  const { now } = house.core
  const perMinute = house.config.visitorMessagesPerMinute
  return {
    house,
    team: createTeam(house),
    notes: createNotes(house.core),
    places: createSlots({ total: Number.POSITIVE_INFINITY, each: linksPerAddress }),
    limits: {
      newcomers: createLimiter({ burst: 60, per: 60, every: 10 * minute }, now),
      bursts: createLimiter({ burst: Math.max(20, perMinute / 3), per: Math.max(10, perMinute / 6), every: second }, now),
      messages: createLimiter({ burst: perMinute, per: perMinute, every: minute }, now),
      typing: createLimiter({ burst: 6, per: 3, every: second }, now),
      forms: createLimiter({ burst: 3, per: 3, every: hour }, now),
      conversations: createLimiter({ burst: 30, per: 30, every: 10 * minute }, now),
      // Besides words: marks, typing, pages. A raised number of messages raises what carries them.
      frames: createLimiter({ burst: Math.max(200, perMinute / 10), per: Math.max(60, perMinute / 20), every: second }, now),
      pages: createLimiter({ burst: 60, per: 30, every: minute }, now),
      history: createLimiter({ burst: 100, per: 20, every: second }, now)
    }
  }
}

/** Where a link comes from, as far as the port knows. */
export type Caller = {
  address: string
  origin: string | null
  userAgent: string
  language: string | null /** The Origin is our own: the chat window. */
  own: boolean
}

/** How frames reach the other side, whatever carries them. */
export type Carrier = { send(frame: ToVisitor): void; close(code: number, reason: string): void }

export const addressKey = ({ address }: Caller): string => limitKey(address)
