import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Duration } from './duration.tsx'

export type TrailPage = {
  id?: string
  title: string
  href: string | null
  /** How long it was in view, ms. */
  dwell: number
  /** On the page that is open now: since when, when it is in view (its time then runs on). */
  since?: number | null
  current?: boolean
  note?: Child
}

/** The pages of a visit, newest first. The bar is the share of the page looked at longest. */
export function Trail({ pages, now, say, id }: { pages: readonly TrailPage[]; now: number; say: Say; id?: string }) {
  const longest = Math.max(1, ...pages.map((page) => dwellOf(page, now)))
  return (
    <ol class="trail" id={id}>
      {pages.map((page) => (
        <li id={page.id} class={page.current ? 'now' : null}>
          <TrailTitle page={page} />
          {page.since ? <Duration since={page.since - page.dwell} now={now} /> : <Duration ms={page.dwell} />}
          <Bar share={dwellOf(page, now) / longest} />
          {page.current ? <span class="trail-sub">{say('ui.trail.now')}</span> : null}
          {page.note ? <span class="trail-sub">{page.note}</span> : null}
        </li>
      ))}
    </ol>
  )
}

function TrailTitle({ page: { title, href } }: { page: TrailPage }) {
  const words = <bdi dir="auto">{title}</bdi>
  if (href === null)
    return (
      <span class="cut" title={title}>
        {words}
      </span>
    )
  return (
    <a class="cut" href={href} title={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {words}
    </a>
  )
}

/** A share from 0 to 1 as geometry: a width in the markup needs no style. */
export function Bar({ share, look = 'dwell' }: { share: number; look?: string }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <svg class={look} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width="100" height="3" />
      <rect width={width} height="3" />
    </svg>
  )
}

function dwellOf({ dwell, since }: TrailPage, now: number): number {
  return dwell + (since ? Math.max(0, now - since) : 0)
}
