import { raw } from '#jsx'
import { type IconName, icons } from './icons.ts'

export type IconSize = 12 | 14 | 16 | 18 | 20 | 22 | 24

/** A lucide shape in the colour of the text around it. It says nothing to a screen reader: the word stands beside it or on the button. */
export function Icon({ name, size = 16 }: { name: IconName; size?: IconSize }) {
  return (
    <svg class="icon" data-size={size === 16 ? null : size} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {raw(icons[name])}
    </svg>
  )
}
