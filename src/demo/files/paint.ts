import { png, type Rgb } from './png.ts'
import type { Shape } from './shapes.ts'

/** A shape with its colour, which may change from place to place. Later layers cover earlier ones; `soft` is the width of the edge in pixels. */
export type Layer = { shape: Shape; colour: Rgb | ((x: number, y: number) => Rgb); alpha?: number; soft?: number }
export type Scene = { width: number; height: number; ground: (x: number, y: number) => Rgb; layers: readonly Layer[] }

export function paint({ width, height, ground, layers }: Scene): Uint8Array {
  return png(width, height, (x, y) => {
    let colour = ground(x, y)
    for (const { shape, colour: own, alpha = 1, soft = 1.2 } of layers) {
      const inside = 0.5 - shape(x, y) / soft
      if (inside <= 0) continue
      colour = mixed(colour, typeof own === 'function' ? own(x, y) : own, inside >= 1 ? alpha : inside * alpha)
    }
    return colour
  })
}

export function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  return [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share, one[2] + (other[2] - one[2]) * share]
}

/** From one colour to another along a line, light falling from the upper left. */
export function shaded(from: Rgb, to: Rgb, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): (x: number, y: number) => Rgb {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  return (x, y) => mixed(from, to, Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)))
}
