import type { Hooks } from './hooks.ts'

type SwitchProps = { id: string; name?: string; label: string; hint?: string; checked?: boolean; disabled?: boolean } & Hooks

/** A row with its switch at the end: it acts at once, so put the `hx-post` on it. */
export function SwitchRow({ id, label, hint, ...rest }: SwitchProps) {
  return (
    <div class="setting">
      <label for={id}>
        <b>{label}</b>
        {hint ? <span class="hint">{hint}</span> : null}
      </label>
      <Switch id={id} {...rest} />
    </div>
  )
}

/** The switch alone. Without a label of its own give it `aria-label`. */
export function Switch({ id, name = id, checked, ...rest }: Omit<SwitchProps, 'label' | 'hint'> & Hooks) {
  // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
  return <input class="switch" type="checkbox" role="switch" id={id} name={name} value="1" checked={checked} {...rest} />
}
