import type { Language } from '#src/texts/index.ts'

/*
 * Times as people read them: 10:42 today, 昨天 10:42, 9月8日, 2025年9月8日. Pure: the clock and the zone come in.
 * Chinese dates are written without spaces; the style sheet (text-autospace) sets the gap.
 */

export type DayDistance = 'today' | 'yesterday' | 'this-year' | 'earlier'

/** How far the day of `at` lies from the day of `now`, both taken in `zone` (IANA name). A time up to a day ahead is today: clocks differ. */
export function dayDistance(at: number, now: number, zone: string): DayDistance {
  const day = dayNumber(at, zone)
  const today = dayNumber(now, zone)
  if (day >= today) return at - now > 86_400_000 ? sameYear(at, now, zone) : 'today'
  if (day === today - 1) return 'yesterday'
  return sameYear(at, now, zone)
}

/** "10:42", 24 hours in every language. */
export function clock(at: number, zone: string): string {
  return format('en', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** "9月8日", "Sep 8"; with the year when it is not this year's. */
export function shortDate(at: number, now: number, zone: string, language: Language): string {
  const year = sameYear(at, now, zone) === 'earlier'
  return format(language, zone, { year: year ? 'numeric' : undefined, month: language === 'en' ? 'short' : 'long', day: 'numeric' }).format(at)
}

/** "9月10日星期四", "Thursday, September 10": for the line between two days. */
export function longDate(at: number, now: number, zone: string, language: Language): string {
  const year = sameYear(at, now, zone) === 'earlier'
  return format(language, zone, { year: year ? 'numeric' : undefined, month: 'long', day: 'numeric', weekday: 'long' }).format(at)
}

/** Everything, for `title`: "2026年9月10日星期四 10:42:07". */
export function fullTime(at: number, zone: string, language: Language): string {
  const date = format(language, zone, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(at)
  return `${date} ${format('en', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at)}`
}

/** "0:06", "10:25", "1:02:10". Less than nothing is nothing. */
export function durationOf(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000))
  const seconds = String(all % 60).padStart(2, '0')
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

function sameYear(at: number, now: number, zone: string): 'this-year' | 'earlier' {
  const year = format('en', zone, { year: 'numeric' })
  return year.format(at) === year.format(now) ? 'this-year' : 'earlier'
}

/** Days since 1970 by the calendar of the zone: tells neighbouring days through any change of summer time. */
function dayNumber(at: number, zone: string): number {
  const parts = format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at)
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((found) => found.type === type)?.value ?? 0)
  return Math.floor(Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000)
}

const made = new Map<string, Intl.DateTimeFormat>()

/** Making one costs some 50 µs, and a page shows hundreds of times; there are few combinations. A zone nobody knows is read as UTC. */
function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(language, { ...options, timeZone: isZone(zone) ? zone : 'UTC' })
  if (made.size < 2_000) made.set(key, fresh)
  return fresh
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
