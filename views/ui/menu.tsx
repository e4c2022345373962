import type { Child } from '#jsx'
import { classes, type Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { KeyHint } from './key-hint.tsx'

type MenuProps = { id: string; label: string; summary: Child; look?: string; side?: 'start' | 'end'; up?: boolean; title?: string; children?: Child }

/** A list of acts behind a button (a `<details>`: it opens without a script; the script closes it on Escape and on a click elsewhere). `summary` is what the button shows, `look` its class. */
export function Menu({ id, label, summary, look = 'btn btn-ghost btn-icon', side = 'end', up, title, children }: MenuProps) {
  return (
    <details class="menu-holder" id={id} data-menu="" data-side={side} data-up={up ? 'true' : null}>
      <summary class={look} aria-label={label} title={label}>
        {summary}
      </summary>
      <MenuList title={title}>{children}</MenuList>
    </details>
  )
}

/** The floating list alone. */
export function MenuList({ title, children }: { title?: string; children?: Child }) {
  return (
    <div class="popover menu">
      {title ? <span class="menu-title">{title}</span> : null}
      {children}
    </div>
  )
}

type MenuItemProps = {
  icon?: IconName
  mark?: Child
  keys?: string
  alarm?: boolean
  current?: boolean
  href?: string
  type?: 'button' | 'submit'
  name?: string
  value?: string
  children?: Child
} & Hooks

/** One act; with `href` a place. What destroys comes last and is red. */
export function MenuItem({ icon, mark, keys, alarm, current, href, type = 'button', name, value, children, ...rest }: MenuItemProps) {
  const look = classes('menu-item', alarm && 'menu-alarm')
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : mark}
      <span class="grow">{children}</span>
      {keys ? <KeyHint keys={keys} /> : null}
    </>
  )
  const chosen = current ? 'true' : null
  if (href !== undefined) {
    return (
      <a class={look} href={href} aria-current={chosen} {...rest}>
        {inside}
      </a>
    )
  }
  return (
    <button type={type} class={look} name={name} value={value} aria-current={chosen} {...rest}>
      {inside}
    </button>
  )
}
