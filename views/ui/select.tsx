import { described, FieldFrame, type FieldFrameProps } from './field.tsx'
import type { Hooks } from './hooks.ts'

export type Option = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldFrameProps & { name?: string; value?: string | null; options: readonly Option[]; disabled?: boolean } & Hooks

/** The browser's own list under our chevron. */
export function Select({ id, label, hint, error, required, optional, name = id, value, options, ...rest }: SelectProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <SelectBox id={id} name={name} value={value} options={options} required={required} {...described(id, hint, error)} {...rest} />
    </FieldFrame>
  )
}

type SelectBoxProps = { id: string; name: string; value?: string | null; options: readonly Option[]; required?: boolean; disabled?: boolean } & Hooks

/** The list alone, for a filter bar: give it `aria-label`. */
export function SelectBox({ id, name, value, options, ...rest }: SelectBoxProps) {
  return (
    <select class="input" id={id} name={name} {...rest}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
