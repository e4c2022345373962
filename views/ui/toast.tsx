import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import type { IconName } from './icons.ts'

/** Where toasts appear: bottom centre, three at most, gone after five seconds. Once per page, in the Shell. */
export function ToastRegion({ children }: { children?: Child }) {
  return (
    <div class="toasts" id="toasts" role="status" aria-live="polite">
      {children}
    </div>
  )
}

type ToastProps = { text: Child; say: Say; icon?: IconName; act?: Child; stays?: boolean; id?: string }

/** What has just been done, with its undoing in `act` where there is one. `stays` for what needs an act of the reader. */
export function Toast({ text, say, icon = 'circle-check', act, stays, id }: ToastProps) {
  return (
    <div class="toast" id={id} data-toast={stays ? 'stays' : ''}>
      <Icon name={icon} />
      <span class="grow">{text}</span>
      {act}
      <IconButton icon="x" size="small" label={say('common.close')} data-closes="toast" />
    </div>
  )
}
