import type { Database } from 'bun:sqlite'
import type { Event, Signal } from '#src/events.ts'
import type { Log } from '#src/platform/log.ts'

/** What every capability needs to do its work: the database, the clock, and a voice. */
export type Core = {
  /** Reads: synchronous, at any time. Writes only inside `transact`. */
  db: Database
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Settles when the work is on disk; a refusal undoes this work alone. The work is synchronous and never awaits. */
  transact<T>(work: () => T): Promise<T>
  /** Inside a work only: runs once before this batch commits, after all its works (search rows). Dropped with a refused work. */
  beforeCommit(work: () => void): void
  /** Inside a work only: heard after the commit, or never. */
  announce(event: Event): void
  /** Typing, presence, viewing: heard at once, never stored, may be lost. */
  signal(signal: Signal): void
  listen(listener: (happened: Event | Signal) => void): void
  log: Log
}
