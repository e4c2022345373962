import { type ButtonKind, type ButtonSize, buttonClass } from './button.tsx'
import { classes, type Hooks } from './hooks.ts'
import { Icon, type IconSize } from './icon.tsx'
import type { IconName } from './icons.ts'

type IconButtonProps = {
  icon: IconName
  /** The word it would have carried: read aloud, and shown when the pointer rests. */
  label: string
  kind?: ButtonKind
  size?: ButtonSize
  iconSize?: IconSize
  href?: string
  also?: string
  id?: string
  type?: 'button' | 'submit'
  name?: string
  value?: string | number
  form?: string
  formmethod?: 'post' | 'dialog'
  disabled?: boolean
  pressed?: boolean
} & Hooks

/** A button without a word beside it, for acts whose shape everybody knows. With `href` it is a link. `also` adds class names of a layout. */
export function IconButton({ icon, label, kind = 'ghost', size, iconSize, href, also, pressed, type = 'button', ...rest }: IconButtonProps) {
  const look = classes(buttonClass({ kind, size }), 'btn-icon', also)
  const shape = <Icon name={icon} size={iconSize ?? 16} />
  if (href !== undefined) {
    return (
      <a class={look} href={href} aria-label={label} title={label} {...rest}>
        {shape}
      </a>
    )
  }
  return (
    <button type={type} class={look} aria-label={label} title={label} aria-pressed={pressed === undefined ? null : String(pressed)} {...rest}>
      {shape}
    </button>
  )
}
