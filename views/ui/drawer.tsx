import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import type { Hooks } from './hooks.ts'
import { IconButton } from './icon-button.tsx'

type DrawerProps = { id: string; title: string; say: Say; open?: boolean; children?: Child; foot?: Child } & Hooks

/** A sheet from the end edge (the whole screen on phones), opened by `data-opens="ID"` like a dialog. `foot` holds its buttons. */
export function Drawer({ id, title, say, open, children, foot, ...rest }: DrawerProps) {
  return (
    <dialog class="drawer" id={id} aria-labelledby={`${id}-title`} open={open} data-dialog="" {...rest}>
      <header class="card-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <IconButton type="submit" icon="x" size="small" label={say('common.close')} />
        </form>
      </header>
      <div class="drawer-body">{children}</div>
      {foot ? <footer class="drawer-foot">{foot}</footer> : null}
    </dialog>
  )
}
