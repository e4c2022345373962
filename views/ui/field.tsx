import type { Child } from '#jsx'
import type { Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'

/** What every kind of field has: its label above, a hint below, and an error that takes the hint's place and says what to type. */
export type FieldFrameProps = { id: string; label: string; hint?: Child; error?: string | null; required?: boolean; optional?: string }

type FieldProps = FieldFrameProps & {
  name?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | 'date'
  value?: string | number | null
  placeholder?: string
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'url' | 'none'
  maxlength?: number
  minlength?: number
  min?: number
  max?: number
  pattern?: string
  disabled?: boolean
  readonly?: boolean
  autofocus?: boolean
  spellcheck?: 'false' | 'true'
  mono?: boolean
} & Hooks

/** One line to type into. `name` is the id unless said otherwise. */
export function Field({ id, label, hint, error, required, optional, name = id, type = 'text', mono, ...rest }: FieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <input class={mono ? 'input mono' : 'input'} id={id} name={name} type={type} required={required} {...described(id, hint, error)} {...rest} />
    </FieldFrame>
  )
}

export function FieldFrame({ id, label, hint, error, required, optional, children }: FieldFrameProps & { children?: Child }) {
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required ? (
          <span class="need" aria-hidden="true">
            *
          </span>
        ) : null}
        {optional ? <span class="optional">{optional}</span> : null}
      </label>
      {children}
      {error ? (
        <FieldError id={`${id}-error`} text={error} />
      ) : hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** Also on its own, under a group of choices or over a whole form. */
export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <span class="error" id={id}>
      <Icon name="circle-alert" size={14} />
      <span>{text}</span>
    </span>
  )
}

export function described(id: string, hint: Child, error: string | null | undefined) {
  if (error) return { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` }
  return hint ? { 'aria-describedby': `${id}-hint` } : {}
}
