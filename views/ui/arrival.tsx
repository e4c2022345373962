import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { type Fact, Facts } from './facts.tsx'
import { IconButton } from './icon-button.tsx'
import { VisitorSquare, type VisitorType } from './visitor-square.tsx'

type ArrivalProps = { id: string; type: VisitorType; title: string; under: string; facts: readonly Fact[]; acts: Child; say: Say }

/** Somebody has come: in the lower end corner, where it steals nothing. It goes after 12 s (`data-arrival`), which pointer or focus stops. */
export function Arrival({ id, type, title, under, facts, acts, say }: ArrivalProps) {
  return (
    <aside class="arrival" id={id} data-arrival="">
      <div class="arrival-head">
        <VisitorSquare type={type} say={say} />
        <div class="grow">
          <b class="cut" title={title}>
            {title}
          </b>
          <div class="hint cut">{under}</div>
        </div>
        <IconButton icon="x" size="small" label={say('common.close')} data-closes="arrival" />
      </div>
      <Facts facts={facts} />
      <div class="arrival-acts">{acts}</div>
      <svg class="life" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="100" height="2" />
      </svg>
    </aside>
  )
}

/** Where arrivals and other notices of the corner stand. Once per page, in the Shell. */
export function ArrivalCorner({ children }: { children?: Child }) {
  return (
    <div class="corner" id="arrivals" role="status" aria-live="polite">
      {children}
    </div>
  )
}
