import type { Say } from '#src/texts/index.ts'
import { clock, dayDistance, fullTime, longDate, shortDate } from './clock.ts'

/** When and where the reader is: every view that shows times gets one. `zone` is an IANA name. */
export type Moment = { now: number; zone: string }

/** `short` for lists (10:42, 昨天 10:42, 9月8日), `exact` adds the clock to every day, `day` is the day alone, `clock` the clock alone. */
export type TimeStyle = 'short' | 'exact' | 'day' | 'clock'

type TimeProps = { at: number; moment: Moment; say: Say; as?: TimeStyle; id?: string }

/** The script writes `data-at` anew when the day has changed; `title` carries the full time. */
export function Time({ at, moment, say, as = 'short', id }: TimeProps) {
  return (
    <time id={id} datetime={new Date(at).toISOString()} title={fullTime(at, moment.zone, say.language)} data-at={at} data-as={as}>
      {timeText(at, moment, say, as)}
    </time>
  )
}

export function timeText(at: number, { now, zone }: Moment, say: Say, as: TimeStyle = 'short'): string {
  const time = clock(at, zone)
  if (as === 'clock') return time
  const distance = dayDistance(at, now, zone)
  if (as === 'day') return dayText(at, { now, zone }, say, distance)
  if (distance === 'today') return time
  if (distance === 'yesterday') return say('ui.time.yesterday', { time })
  const date = shortDate(at, now, zone, say.language)
  return as === 'exact' ? `${date} ${time}` : date
}

function dayText(at: number, { now, zone }: Moment, say: Say, distance: ReturnType<typeof dayDistance>): string {
  if (distance === 'today') return say('ui.time.today_alone')
  if (distance === 'yesterday') return say('ui.time.yesterday_alone')
  return longDate(at, now, zone, say.language)
}
