import { type Layer, mixed, shaded } from './paint.ts'
import type { Rgb } from './png.ts'
import { both, box, circle, ellipse, ring, type Shape, stroke } from './shapes.ts'

/* Things that a tea shop takes pictures of, drawn from a few shapes each. Sizes in pixels of a scene. */

export type Glaze = { light: Rgb; dark: Rgb; inside: Rgb }
export const celadon: Glaze = { light: [190, 212, 203], dark: [118, 152, 143], inside: [206, 222, 213] }
export const moonWhite: Glaze = { light: [243, 240, 230], dark: [196, 190, 174], inside: [250, 248, 240] }
export const clay: Glaze = { light: [146, 88, 66], dark: [74, 40, 32], inside: [60, 34, 28] }

/** A wooden table in daylight from a window at the left. */
export const table = (x: number, y: number): Rgb => {
  const grain = Math.sin(y * 0.11 + Math.sin(x * 0.012) * 3) * 4 + Math.sin(y * 0.37 + x * 0.004) * 2
  const light = 1.06 - x * 0.0004 - y * 0.0003
  return [(196 + grain) * light, (170 + grain) * light, (138 + grain) * light]
}

export const linen = (x: number, y: number): Rgb => {
  const weave = ((Math.floor(x / 3) + Math.floor(y / 3)) % 2) * 3
  const light = 1.03 - x * 0.0003 - y * 0.0002
  return [(222 + weave) * light, (216 + weave) * light, (204 + weave) * light]
}

const shadow = (shape: Shape): Layer => ({ shape, colour: [70, 52, 36], alpha: 0.35, soft: 34 })

/** From the side: body, foot, rim, and a light on its shoulder. */
export function bowl(cx: number, rim: number, width: number, height: number, glaze: Glaze): Layer[] {
  const body = both(ellipse(cx, rim, width / 2, height), box(cx - width, rim, width * 2, height * 2))
  return [
    shadow(ellipse(cx + width * 0.06, rim + height * 1.02, width * 0.5, height * 0.16)),
    {
      shape: box(cx - width * 0.17, rim + height * 0.9, width * 0.34, height * 0.18, 4),
      colour: shaded(glaze.light, glaze.dark, [cx - width * 0.2, rim], [cx + width * 0.2, rim])
    },
    { shape: body, colour: shaded(glaze.light, glaze.dark, [cx - width * 0.4, rim], [cx + width * 0.5, rim + height * 0.8]) },
    { shape: ellipse(cx, rim, width / 2, height * 0.13), colour: glaze.light },
    { shape: ellipse(cx, rim + 2, width * 0.46, height * 0.1), colour: shaded(glaze.dark, glaze.inside, [cx, rim - height * 0.1], [cx, rim + height * 0.1]) },
    { shape: ellipse(cx - width * 0.24, rim + height * 0.42, width * 0.05, height * 0.22), colour: [255, 255, 255], alpha: 0.35, soft: 14 }
  ]
}

/** From above: wall, inside, tea or none. */
export function fromAbove(cx: number, cy: number, r: number, glaze: Glaze, tea: Rgb | null = null): Layer[] {
  return [
    shadow(circle(cx + r * 0.1, cy + r * 0.12, r * 1.02)),
    { shape: circle(cx, cy, r), colour: shaded(glaze.light, glaze.dark, [cx - r, cy - r], [cx + r, cy + r]) },
    { shape: circle(cx, cy, r * 0.9), colour: shaded(glaze.dark, glaze.inside, [cx - r, cy - r], [cx + r * 0.6, cy + r * 0.6]) },
    ...(tea
      ? [{ shape: circle(cx, cy, r * 0.74), colour: shaded(tea, mixed(tea, [255, 240, 200], 0.35), [cx - r, cy - r], [cx + r * 0.5, cy + r * 0.5]) }]
      : []),
    { shape: both(ring(cx, cy, r * 0.95, 3), circle(cx - r, cy - r, r * 1.3)), colour: [255, 255, 255], alpha: 0.4, soft: 5 }
  ]
}

export function teapot(cx: number, cy: number, r: number, glaze: Glaze): Layer[] {
  const body = shaded(glaze.light, glaze.dark, [cx - r * 0.7, cy - r], [cx + r * 0.8, cy + r])
  return [
    shadow(ellipse(cx + r * 0.1, cy + r * 0.8, r * 1.15, r * 0.22)),
    { shape: ring(cx + r * 1.05, cy - r * 0.05, r * 0.42, r * 0.17), colour: body },
    { shape: stroke(cx - r * 0.7, cy + r * 0.1, cx - r * 1.38, cy - r * 0.42, r * 0.26), colour: body },
    { shape: ellipse(cx, cy, r, r * 0.82), colour: body },
    { shape: ellipse(cx, cy - r * 0.72, r * 0.48, r * 0.13), colour: glaze.dark },
    { shape: ellipse(cx, cy - r * 0.78, r * 0.44, r * 0.13), colour: body },
    { shape: circle(cx, cy - r * 0.98, r * 0.13), colour: body },
    { shape: ellipse(cx - r * 0.42, cy - r * 0.22, r * 0.1, r * 0.26), colour: [255, 236, 220], alpha: 0.3, soft: 16 }
  ]
}
