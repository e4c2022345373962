import type { Say } from '#src/texts/index.ts'
import { Duration } from './duration.tsx'
import { Icon } from './icon.tsx'

type WaitProps = { since: number; now: number; lateAfter?: number | null; say: Say }

/** How long somebody has been waiting: amber, and red past the site's limit (`lateAfter`, ms; the script turns it red in time). */
export function Wait({ since, now, lateAfter, say }: WaitProps) {
  const late = typeof lateAfter === 'number' && now - since >= lateAfter
  return (
    <span class={late ? 'wait wait-late' : 'wait'} data-late-at={typeof lateAfter === 'number' ? since + lateAfter : null}>
      <Icon name="clock" size={14} />
      <span class="sr">{say('ui.wait.waiting')}</span>
      <Duration since={since} now={now} />
    </span>
  )
}
