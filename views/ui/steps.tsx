import { Icon } from './icon.tsx'

/** Where one is on a way of a few steps; `at` counts from 0. */
export function Steps({ steps, at, label }: { steps: readonly string[]; at: number; label: string }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li class={index < at ? 'done' : null} aria-current={index === at ? 'step' : null}>
          <b>{index < at ? <Icon name="check" size={12} /> : index + 1}</b>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
