import { describe, expect, test } from 'bun:test'
import { say } from '#src/texts/index.ts'
import { Duration, durationOf, Time, timeText } from '#views/ui/index.ts'

const zone = 'Asia/Shanghai'
/** Thursday, 10 September 2026, 10:42 in Shanghai. */
const now = Date.UTC(2026, 8, 10, 2, 42)
const minute = 60_000
const day = 24 * 60 * minute
const chinese = say('zh-CN')

describe('a time', () => {
  test('of today is the clock alone', () => expect(timeText(now - 3 * minute, { now, zone }, chinese)).toBe('10:39'))
  test('of today begins at midnight of the reader, not of the server', () => {
    const justAfterMidnight = Date.UTC(2026, 8, 9, 16, 1)
    expect(timeText(justAfterMidnight, { now, zone }, chinese)).toBe('00:01')
    expect(timeText(justAfterMidnight - 2 * minute, { now, zone }, chinese)).toBe('昨天 23:59')
    expect(timeText(justAfterMidnight, { now, zone: 'Europe/London' }, say('en'))).toBe('Yesterday 17:01')
  })
  test('of yesterday says so in each language', () => {
    expect(timeText(now - day, { now, zone }, say('zh-TW'))).toBe('昨天 10:42')
    expect(timeText(now - day, { now, zone }, say('en'))).toBe('Yesterday 10:42')
  })
  test('of this year is the date, with the clock where it must be exact', () => {
    expect(timeText(now - 2 * day, { now, zone }, chinese)).toBe('9月8日')
    expect(timeText(now - 2 * day, { now, zone }, chinese, 'exact')).toBe('9月8日 10:42')
    expect(timeText(now - 2 * day, { now, zone }, say('en'))).toBe('Sep 8')
  })
  test('of another year has its year', () => {
    expect(timeText(now - 365 * day, { now, zone }, chinese)).toBe('2025年9月10日')
    expect(timeText(now - 365 * day, { now, zone }, say('en'))).toBe('Sep 10, 2025')
  })
  test('as a line between days names the weekday', () => {
    expect(timeText(now, { now, zone }, chinese, 'day')).toBe('今天')
    expect(timeText(now - day, { now, zone }, chinese, 'day')).toBe('昨天')
    expect(timeText(now - 2 * day, { now, zone }, chinese, 'day')).toBe('9月8日星期二')
  })
  test('at the end of summer time still has one yesterday', () => {
    const sunday = Date.UTC(2026, 9, 25, 12)
    expect(timeText(Date.UTC(2026, 9, 24, 0, 30), { now: sunday, zone: 'Europe/Berlin' }, say('en'))).toBe('Yesterday 02:30')
  })
  test('a little ahead of our clock is today', () => expect(timeText(now + 5 * minute, { now, zone }, chinese)).toBe('10:47'))
  test('in a zone nobody knows is read as UTC', () => expect(timeText(now, { now, zone: 'Mars/Olympus' }, chinese)).toBe('02:42'))
  test('carries its instant for machines, the whole of it for people', () => {
    const markup = String(Time({ at: now, moment: { now, zone }, say: chinese }))
    expect(markup).toContain('datetime="2026-09-10T02:42:00.000Z"')
    expect(markup).toContain('title="2026年9月10日星期四 10:42:00"')
    expect(markup).toContain(`data-at="${now}"`)
  })
})

describe('a duration', () => {
  test('is minutes and seconds, and hours when there are some', () => {
    expect([0, 6_000, 625_000, 3_730_000, 90_061_000].map(durationOf)).toEqual(['0:00', '0:06', '10:25', '1:02:10', '25:01:01'])
  })
  test('less than nothing is nothing', () => expect(durationOf(-5_000)).toBe('0:00'))
  test('does not round up a second that has not passed', () => expect(durationOf(59_999)).toBe('0:59'))
  test('that is still running says since when', () => {
    const markup = String(Duration({ since: now - 102_000, now }))
    expect(markup).toContain(`data-since="${now - 102_000}"`)
    expect(markup).toContain('>1:42<')
  })
  test('that is over has nothing to count on', () => expect(String(Duration({ ms: 6_000 }))).toBe('<time datetime="PT6S">0:06</time>'))
})
