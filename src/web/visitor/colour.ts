import type { SiteView } from './frames.ts'

/*
 * What the shop's one colour becomes, so that every text on it can be read: `on` is what stands on it, `ink` its darker
 * self for text on `soft`, its lighter one. Ratios by WCAG 2.2, relative luminance.
 */

type Rgb = readonly [number, number, number]
const white: Rgb = [255, 255, 255]
const dark = '#1d2320'

export function shades(colour: string): SiteView['colour'] {
  const main = rgbFrom(colour) ?? ([15, 106, 87] as const)
  const soft = mix(main, white, 0.1)
  return {
    main: hex(main),
    on: contrast(main, white) >= 4.5 ? '#ffffff' : dark,
    ink: hex(darkenUntil(main, soft, 5)),
    soft: hex(soft),
    edge: contrast(main, white) < 3
  }
}

function rgbFrom(text: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i
    .exec(text)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16))
  return parts ? [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0] : null
}

const hex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mix = (one: Rgb, other: Rgb, share: number): Rgb => [0, 1, 2].map((i) => (one[i] ?? 0) * share + (other[i] ?? 0) * (1 - share)) as unknown as Rgb

function darkenUntil(rgb: Rgb, ground: Rgb, ratio: number): Rgb {
  let shade = rgb
  for (let i = 0; i < 60 && contrast(shade, ground) < ratio; i++) shade = mix(shade, [0, 0, 0], 0.95)
  return shade
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, shadow] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((shadow ?? 0) + 0.05)
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
