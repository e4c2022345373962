import type { Chance } from '../chance.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Hours east of Greenwich, near enough for when shops are busy. */
const offsets = { 'Asia/Shanghai': 8, 'Asia/Taipei': 8, 'Europe/London': 0 } as const
export type Zone = keyof typeof offsets

/** How busy each hour of the day is. */
const wholeDay = [3, 1, 1, 1, 1, 1, 2, 4, 7, 10, 12, 11, 9, 8, 10, 11, 11, 9, 8, 11, 14, 15, 12, 7]
const atWork = wholeDay.map((busy, hourOfDay) => (hourOfDay >= 9 && hourOfDay < 21 ? busy : 0))
const atNight = wholeDay.map((busy, hourOfDay) => (hourOfDay >= 22 || hourOfDay < 7 ? busy : 0))
export type Part = 'any' | 'work' | 'night'
const busy: Record<Part, readonly number[]> = { any: wholeDay, work: atWork, night: atNight }

/** A moment `daysAgo` days before, in that part of the day where the shop is; never later than `now`. */
export function someTime(chance: Chance, now: number, daysAgo: number, zone: Zone, part: Part): number {
  const midnight = startOfDay(now - daysAgo * day, zone)
  const hours = busy[part].map((weight, hourOfDay) => ({ weight, hourOfDay })).filter(({ hourOfDay }) => midnight + (hourOfDay + 1) * hour < now)
  if (hours.every(({ weight }) => weight === 0)) return someTime(chance, now, daysAgo + 1, zone, part)
  return midnight + chance.weighted(hours).hourOfDay * hour + chance.between(0, hour)
}

export function startOfDay(at: number, zone: Zone): number {
  const shift = offsets[zone] * hour
  return Math.floor((at + shift) / day) * day - shift
}
