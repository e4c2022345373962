import type { Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

type SearchFieldProps = { id?: string; name?: string; label: string; value?: string; shortcut?: string; autocomplete?: string } & Hooks

/** Looking for something on this page: magnifier, words, and the key that leads here. */
export function SearchField({ id, name = 'q', label, value, shortcut, ...rest }: SearchFieldProps) {
  return (
    <label class="affix search">
      <Icon name="search" />
      <input class="input" type="search" id={id} name={name} value={value} placeholder={label} aria-label={label} {...rest} />
      {shortcut ? <KeyHint keys={shortcut} /> : null}
    </label>
  )
}
