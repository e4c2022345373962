import { Refusal } from '#src/platform/refusal.ts'
import { newPublicId, publicIdText } from '#src/platform/tokens.ts'
import { addressKey, type Caller, type VisitorDoors } from './doors.ts'
import type { ToVisitor } from './frames.ts'
import { openVisitorSession, type VisitorSession } from './session.ts'

/*
 * The same frames without a socket, where a proxy lets none through: POST /v/link brings frames and takes what
 * waits; POST /v/wait holds until something comes. The link's name travels in a header and is worth nothing after two
 * minutes without a call.
 */

const longestWait = 25_000
const forgottenAfter = 60_000
/** More than these unheard: the page is gone or too slow, and resumes by its cursor. */
const mostWaiting = 500

type HttpLink = { session: VisitorSession; waiting: ToVisitor[]; wake: (() => void) | null; usedAt: number; isClosed: boolean; leave(): void }

export type Answer = { link?: string; frames: ToVisitor[] }

export type HttpLinks = {
  /** Null: no such link (any more): begin anew with a hello. */
  post(name: string | null, caller: Caller, frames: readonly string[]): Promise<Answer | null>
  wait(name: string | null, gone: AbortSignal): Promise<Answer | null>
  tick(): void
}

const kept = new WeakMap<VisitorDoors, HttpLinks>()

/** One set per house, as the doors themselves. */
export function httpLinks(doors: VisitorDoors): HttpLinks {
  const known = kept.get(doors)
  if (known) return known
  const links = createHttpLinks(doors)
  kept.set(doors, links)
  return links
}

function createHttpLinks(doors: VisitorDoors): HttpLinks {
  const { core } = doors.house
  const links = new Map<string, HttpLink>()

  function open(caller: Caller): { name: string; link: HttpLink } {
    const leave = doors.places.take(addressKey(caller))
    if (leave === null) throw new Refusal('busy', 'refusal.busy')
    const name = publicIdText(newPublicId())
    const link: HttpLink = {
      session: { receive: () => {}, closed: () => {}, isOpen: () => false },
      waiting: [],
      wake: null,
      usedAt: core.now(),
      isClosed: false,
      leave
    }
    link.session = openVisitorSession(doors, caller, {
      send(frame) {
        link.waiting.push(frame)
        if (link.waiting.length > mostWaiting) end(name, link)
        link.wake?.()
      },
      close: () => end(name, link)
    })
    links.set(name, link)
    return { name, link }
  }

  function knownAs(name: string): { name: string; link: HttpLink } | null {
    const link = links.get(name)
    return link ? { name, link } : null
  }

  function end(name: string, link: HttpLink): void {
    if (link.isClosed) return
    link.isClosed = true
    links.delete(name)
    link.leave()
    link.session.closed()
    link.wake?.()
  }

  function take(link: HttpLink): ToVisitor[] {
    link.usedAt = core.now()
    return link.waiting.splice(0)
  }

  return {
    async post(name, caller, frames) {
      const known = name === null ? open(caller) : knownAs(name)
      if (!known) return null
      const { link } = known
      for (const frame of frames) link.session.receive(frame)
      // The hello comes with the first ones, or never.
      if (!link.session.isOpen()) end(known.name, link)
      // An acknowledgement comes after its commit, which is a turn or two away: it may ride on this answer.
      await new Promise((next) => setTimeout(next, 15))
      return { link: name === null && !link.isClosed ? known.name : undefined, frames: take(link) }
    },
    async wait(name, gone) {
      const link = name === null ? undefined : links.get(name)
      if (!link) return null
      link.wake?.()
      link.usedAt = core.now()
      if (link.waiting.length === 0) await nextFrame(link, gone)
      return { frames: gone.aborted ? [] : take(link) }
    },
    tick() {
      for (const [name, link] of [...links]) if (link.wake === null && core.now() - link.usedAt > forgottenAfter) end(name, link)
    }
  }
}

function nextFrame(link: HttpLink, gone: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer)
      gone.removeEventListener('abort', finish)
      if (link.wake === finish) link.wake = null
      done()
    }
    const timer = setTimeout(finish, longestWait)
    gone.addEventListener('abort', finish)
    link.wake = finish
  })
}
