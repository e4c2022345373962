import { described, FieldFrame, type FieldFrameProps } from './field.tsx'
import type { Hooks } from './hooks.ts'

type TextareaProps = FieldFrameProps & {
  name?: string
  value?: string | null
  rows?: number
  maxlength?: number
  placeholder?: string
  disabled?: boolean
  mono?: boolean
} & Hooks

export function Textarea({ id, label, hint, error, required, optional, name = id, value, rows = 3, mono, ...rest }: TextareaProps) {
  // The parser drops one line end after <textarea>; one more keeps a text that begins with an empty line as it was.
  const text = `\n${value ?? ''}`
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <textarea class={mono ? 'input mono' : 'input'} id={id} name={name} rows={rows} required={required} {...described(id, hint, error)} {...rest}>
        {text}
      </textarea>
    </FieldFrame>
  )
}
