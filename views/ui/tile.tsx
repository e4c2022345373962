import type { Child } from '#jsx'
import { Icon } from './icon.tsx'

/** Figures in one frame. */
export function Tiles({ children, id }: { children?: Child; id?: string }) {
  return (
    <div class="tiles" id={id}>
      {children}
    </div>
  )
}

type Difference = { way: 'up' | 'down' | 'same'; good: boolean | null; text: string; than: string }

/** One figure. The arrow says up or down, the colour whether that is good. */
export function Tile({ name, figure, unit, difference, id }: { name: string; figure: Child; unit?: string; difference?: Difference; id?: string }) {
  return (
    <div class="tile" id={id}>
      <div class="tile-name">{name}</div>
      <div class="tile-figure">
        {figure}
        {unit ? <small>{unit}</small> : null}
      </div>
      {difference ? <Compared {...difference} /> : null}
    </div>
  )
}

function Compared({ way, good, text, than }: Difference) {
  return (
    <div class="tile-diff">
      <b class={good === null ? null : good ? 'good' : 'bad'}>
        {way === 'same' ? null : <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} size={12} />}
        {text}
      </b>
      {than}
    </div>
  )
}
