import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** Jade is good or ours, amber waits, red is late or broken, indigo informs, line is the quietest. */
export type BadgeTone = 'plain' | 'jade' | 'amber' | 'red' | 'indigo' | 'line'

export function Badge({ tone = 'plain', icon, id, children }: { tone?: BadgeTone; icon?: IconName; id?: string; children?: Child }) {
  return (
    <span class={tone === 'plain' ? 'badge' : `badge badge-${tone}`} id={id}>
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </span>
  )
}
