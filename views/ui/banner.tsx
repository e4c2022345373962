import type { Child } from '#jsx'
import { classes, type Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** Amber waits for something (the network), indigo is a hint, red is an alarm. */
export type BannerTone = 'amber' | 'indigo' | 'red'

type BannerProps = { tone: BannerTone; icon: IconName; children?: Child; act?: Child; id?: string; hidden?: boolean } & Hooks

/** Across the whole pane, until its cause is gone. `act` is one small button. */
export function Banner({ tone, icon, children, act, id, hidden, ...rest }: BannerProps) {
  return (
    <div class={classes('banner', `banner-${tone}`)} id={id} role={tone === 'red' ? 'alert' : 'status'} hidden={hidden} {...rest}>
      <Icon name={icon} />
      <span class="grow">{children}</span>
      {act}
    </div>
  )
}
