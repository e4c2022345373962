import type { Child } from '#jsx'
import { classes, type Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** `primary` is the next thing to do, one per view; `soft` its quiet sister in tables; `alarm` stands only inside a confirming dialog, `danger` leads to it. */
export type ButtonKind = 'default' | 'primary' | 'ghost' | 'soft' | 'danger' | 'alarm'
export type ButtonSize = 'small' | 'normal' | 'large'

export type ButtonLook = { kind?: ButtonKind; size?: ButtonSize; icon?: IconName; wide?: boolean; busy?: boolean; children?: Child }

type ButtonProps = ButtonLook & {
  id?: string
  type?: 'button' | 'submit' | 'reset'
  name?: string
  value?: string | number
  form?: string
  formaction?: string
  formmethod?: 'post' | 'dialog'
  formnovalidate?: boolean
  disabled?: boolean
  autofocus?: boolean
  pressed?: boolean
  title?: string
} & Hooks

export function Button({ kind, size, icon, wide, busy, pressed, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      class={buttonClass({ kind, size, wide })}
      aria-busy={busy ? 'true' : null}
      aria-pressed={pressed === undefined ? null : String(pressed)}
      {...rest}
    >
      <ButtonInside icon={icon} busy={busy}>
        {children}
      </ButtonInside>
    </button>
  )
}

type LinkButtonProps = ButtonLook & { id?: string; href: string; title?: string; target?: '_blank'; rel?: string; download?: string | boolean } & Hooks

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function LinkButton({ kind, size, icon, wide, busy, children, href, ...rest }: LinkButtonProps) {
  return (
    <a class={buttonClass({ kind, size, wide })} href={href} {...rest}>
      <ButtonInside icon={icon} busy={busy}>
        {children}
      </ButtonInside>
    </a>
  )
}

export function buttonClass({ kind = 'default', size = 'normal', wide }: Pick<ButtonLook, 'kind' | 'size' | 'wide'>): string {
  return classes('btn', kind !== 'default' && `btn-${kind}`, size === 'small' && 'btn-sm', size === 'large' && 'btn-lg', wide && 'btn-wide')
}

function ButtonInside({ icon, busy, children }: Pick<ButtonLook, 'icon' | 'busy' | 'children'>) {
  const shown = busy ? 'loader-circle' : icon
  return (
    <>
      {shown ? <Icon name={shown} /> : null}
      <span>{children}</span>
    </>
  )
}
