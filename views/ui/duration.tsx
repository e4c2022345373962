import { durationOf } from './clock.ts'

type DurationProps = { ms: number; id?: string } | { since: number; now: number; id?: string }

/** A length of time. With `since` it is still running: the script counts on from `data-since` (ms, our clock). */
export function Duration(props: DurationProps) {
  const ms = 'ms' in props ? props.ms : props.now - props.since
  return (
    <time id={props.id} datetime={`PT${Math.max(0, Math.floor(ms / 1000))}S`} data-since={'since' in props ? props.since : null}>
      {durationOf(ms)}
    </time>
  )
}
