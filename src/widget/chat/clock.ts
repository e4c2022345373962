import type { Say } from './say.ts'

/** Times as the visitor's own clock shows them. `at` in ms UTC. */
export type Clock = {
  /** 10:42 */
  time(at: number): string
  /** 今天, 昨天, 9月8日, 2025年9月8日 */
  day(at: number): string
  full(at: number): string
  /** Which day it is here: equal for two moments of one day. */
  dayNumber(at: number): string
}

export function clockFor(language: string, say: Say, now: () => number): Clock {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const thisYear = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' })
  const otherYear = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric' })
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' } as Intl.DateTimeFormatOptions)

  function day(at: number): string {
    const today = startOfDay(now())
    if (at >= today) return say('today')
    if (at >= startOfDay(today - 1)) return say('yesterday')
    return (new Date(at).getFullYear() === new Date(today).getFullYear() ? thisYear : otherYear).format(at)
  }

  return { time: (at) => time.format(at), day, full: (at) => full.format(at), dayNumber: (at) => new Date(at).toDateString() }
}

function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}
