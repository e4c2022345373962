/** One socket or HTTP link of a visitor: its page's, or its chat window's. */
export type Link<Frame> = {
  as: 'page' | 'window'
  /** The loaded document it belongs to; null for a window at top level. */
  page: string | null
  send(frame: Frame): void
  close(code: number, reason: string): void
  /** Whether its page may still be open to the site: asked when the site changed. */
  mayStay(): boolean
}

/** Who of the visitors can be reached over what, by guest number. */
export type VisitorLinks<Frame> = {
  join(guest: number, link: Link<Frame>): void
  leave(guest: number, link: Link<Frame>): void
  of(guest: number): readonly Link<Frame>[]
  send(guest: number, as: 'page' | 'window' | null, frame: Frame): void
  all(): Iterable<Link<Frame>>
  count(): number
}

export function createVisitorLinks<Frame>(): VisitorLinks<Frame> {
  const links = new Map<number, Link<Frame>[]>()
  let total = 0
  return {
    join(guest, link) {
      const others = links.get(guest)
      if (others) others.push(link)
      else links.set(guest, [link])
      total++
    },
    leave(guest, link) {
      const some = links.get(guest)
      const at = some?.indexOf(link) ?? -1
      if (!some || at < 0) return
      some.splice(at, 1)
      if (some.length === 0) links.delete(guest)
      total--
    },
    of: (guest) => links.get(guest) ?? [],
    send(guest, as, frame) {
      for (const link of links.get(guest) ?? []) if (as === null || link.as === as) link.send(frame)
    },
    *all() {
      for (const some of links.values()) yield* some
    },
    count: () => total
  }
}
