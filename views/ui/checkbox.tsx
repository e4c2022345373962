import type { Child } from '#jsx'
import type { Hooks } from './hooks.ts'

type CheckProps = { id?: string; name: string; value?: string | number; checked?: boolean; disabled?: boolean; hint?: string; children?: Child } & Hooks

/** A choice that waits for 保存; what acts at once is a Switch. */
export function Checkbox(props: CheckProps) {
  return <Check type="checkbox" {...props} />
}

/** One of several; the several stand in a ChoiceGroup. */
export function Radio(props: CheckProps) {
  return <Check type="radio" {...props} />
}

function Check({ type, id, name, value = '1', checked, hint, children, ...rest }: CheckProps & { type: 'checkbox' | 'radio' }) {
  return (
    <label class="check">
      <input type={type} id={id} name={name} value={value} checked={checked} {...rest} />
      <span>
        {children}
        {hint ? <small class="hint">{hint}</small> : null}
      </span>
    </label>
  )
}

/** Checkboxes or radios under one label. */
export function ChoiceGroup({ legend, id, inline, children }: { legend: string; id?: string; inline?: boolean; children?: Child }) {
  return (
    <fieldset class="field" id={id}>
      <legend>{legend}</legend>
      <div class={inline ? 'choices-line' : 'choices-stack'}>{children}</div>
    </fieldset>
  )
}
