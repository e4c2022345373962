import { Part, type PartProps } from './part.tsx'

/** Light and dark, as in public/css/tokens.css. */
const colours: readonly [string, string, string][] = [
  ['canvas', '#f3f1ea', '#141715'],
  ['surface', '#fbfaf6', '#1a1d1b'],
  ['raised', '#ffffff', '#222624'],
  ['sunken', '#eae7dd', '#0f1110'],
  ['ground', '#e9e6dc', '#2c312e'],
  ['selected', '#e2ede6', '#1d332b'],
  ['line', '#e1ddd1', '#2d322f'],
  ['line-strong', '#cbc6b7', '#414843'],
  ['line-field', '#8a8d82', '#747c75'],
  ['ink', '#1d2320', '#e8e6de'],
  ['ink-2', '#4d544f', '#b9bcb3'],
  ['ink-3', '#5f655e', '#959a92'],
  ['accent', '#0f6a57', '#1d7d67'],
  ['accent-ink', '#0c5f4e', '#6bcdb0'],
  ['accent-soft', '#dfece5', '#1c352d'],
  ['amber', '#b97a08', '#d99a2b'],
  ['amber-soft', '#fbf0d7', '#36290f'],
  ['amber-ink', '#7d5200', '#ecbd66'],
  ['red', '#b42a1f', '#c4473a'],
  ['red-soft', '#fbe8e4', '#3a1b17'],
  ['red-ink', '#a3231a', '#f59a8d'],
  ['indigo', '#2f5f8f', '#5f93c6'],
  ['indigo-soft', '#e4ecf3', '#1a2a39'],
  ['note', '#f0ebdc', '#2a271d']
]

export function Colours({ say }: PartProps) {
  return (
    <Part title={say('ui.style.colours')} rule={say('ui.style.colours_rule')}>
      <ul class="swatches">
        {colours.map(([name, light, dark]) => (
          <li>
            <svg width="100%" height="44" aria-hidden="true">
              <rect class={`swatch-${name}`} width="100%" height="44" rx="8" />
            </svg>
            <b>{name}</b>
            <span class="mono">
              {light}
              <br />
              {dark}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
