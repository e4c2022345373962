import type { Child } from '#jsx'
import type { Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'

type ChipProps = { set?: boolean; href?: string; name?: string; value?: string; children?: Child } & Hooks

/** A filter. One that is set is jade and goes away with a click; one that is not opens its choices. With `href` it is a link. */
export function Chip({ set = false, href, name, value, children, ...rest }: ChipProps) {
  const inside = (
    <>
      <span class="cut">{children}</span>
      <Icon name={set ? 'x' : 'chevron-down'} size={14} />
    </>
  )
  if (href !== undefined) {
    return (
      <a class="chip" href={href} data-set={set ? 'true' : null} {...rest}>
        {inside}
      </a>
    )
  }
  return (
    <button type="button" class="chip" aria-pressed={String(set)} name={name} value={value} {...rest}>
      {inside}
    </button>
  )
}

type FilterProps = { id: string; name: string; label: string; value?: string | null; options: readonly { value: string; label: string }[] } & Hooks

/** A filter that is the browser's own list in the shape of a chip: the first choice is "all", whose word is the label. */
export function Filter({ id, name, label, value, options, ...rest }: FilterProps) {
  return (
    <select class="chip chip-select" id={id} name={name} aria-label={label} data-set={value ? 'true' : null} {...rest}>
      <option value="">{label}</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
