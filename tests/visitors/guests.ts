import { createPresence, type Guest, type Presence } from '#src/visitors/index.ts'

export const minute = 60_000
export const noon = Date.UTC(2026, 8, 10, 4)

export type Someone = Partial<Pick<Guest, 'siteId' | 'name' | 'visits' | 'address' | 'place' | 'source' | 'startedAt'>> & {
  digit?: number
  title?: string
  url?: string
}

/** A presence at noon that people can be put into; each has one page in view unless it says otherwise. */
export function openPresence(): Presence & { someone(facts?: Someone): Guest } {
  const presence = createPresence()
  let last = 0
  return {
    ...presence,
    someone({ digit = ++last, title = 'Home', url = 'https://shop.example/', ...facts } = {}) {
      const startedAt = facts.startedAt ?? noon
      const guest = presence.arrive(
        {
          siteId: 1,
          digest: new Uint8Array(32).fill(digit),
          visitorId: digit,
          visitId: digit,
          name: null,
          visits: 1,
          address: '203.0.113.7',
          place: null,
          language: null,
          userAgent: '',
          device: { browser: null, os: null, device: 'desktop' } as Guest['device'],
          source: direct,
          referrer: null,
          landing: url,
          ...facts,
          startedAt
        },
        startedAt
      )
      presence.openPage(guest, `page ${digit}`, { url, title, visible: true }, startedAt)
      presence.join(guest, `page ${digit}`, startedAt)
      return guest
    }
  }
}

export const direct: Guest['source'] = { kind: 'direct', engine: null, keyword: null, campaign: null, medium: null, referrerHost: null }
