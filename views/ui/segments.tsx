import type { Hooks } from './hooks.ts'

type Segment = { key: string; label: string } & Hooks

/** Two or three ways of the same thing (reply or note, chart or table). */
export function Segments({ segments, current, label }: { segments: readonly Segment[]; current: string; label: string }) {
  return (
    <fieldset class="seg" aria-label={label}>
      {segments.map(({ key, label: word, ...rest }) => (
        <button type="button" aria-pressed={String(key === current)} {...rest}>
          {word}
        </button>
      ))}
    </fieldset>
  )
}
