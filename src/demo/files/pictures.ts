import { type Chance, createChance } from '../chance.ts'
import { type Layer, paint, type Scene, shaded } from './paint.ts'
import type { Rgb } from './png.ts'
import { both, box, circle, cracks, either, ellipse, ring, stroke, without } from './shapes.ts'
import { bowl, celadon, clay, fromAbove, linen, moonWhite, table, teapot } from './ware.ts'

const tea: Rgb = [176, 106, 42]
const size = { width: 480, height: 360 }
const onTable = (...layers: Layer[][]): Scene => ({ ...size, ground: table, layers: layers.flat() })
const onLinen = (...layers: Layer[][]): Scene => ({ ...size, ground: linen, layers: layers.flat() })

/** What visitors and agents send each other. */
const scenes: Record<string, () => Scene> = {
  'cup.png': () => onLinen(bowl(240, 150, 190, 120, moonWhite)),
  'two-glazes.png': () => onLinen(bowl(148, 150, 190, 125, celadon), bowl(350, 165, 150, 100, moonWhite)),
  'crackle.png': crackle,
  'dot.png': () => onTable(fromAbove(240, 180, 140, moonWhite), [{ shape: circle(246, 188, 5), colour: [58, 44, 36] }]),
  'chipped.png': () =>
    onTable(fromAbove(236, 186, 138, celadon), [
      { shape: both(circle(336, 92, 24), circle(236, 186, 139)), colour: [232, 222, 206] },
      { shape: both(ring(336, 92, 24, 3), circle(236, 186, 139)), colour: [150, 120, 92] }
    ]),
  'lid.png': () =>
    onTable(fromAbove(240, 180, 132, clay), [
      { shape: box(216, 156, 48, 48, 6), colour: [172, 112, 88], alpha: 0.9 },
      {
        shape: either(stroke(228, 168, 252, 168, 4), stroke(240, 168, 240, 194, 4), stroke(228, 192, 252, 192, 4), stroke(228, 180, 252, 180, 4)),
        colour: [86, 46, 36]
      }
    ]),
  'unboxing.png': unboxing,
  'gift-box.png': giftBox,
  'logo.png': logo
}

const made = new Map<string, Uint8Array>()

/** The picture of that name, drawn at its first use; null when there is none. */
export function picture(name: string): Uint8Array | null {
  const scene = scenes[name]
  if (!scene) return null
  const bytes = made.get(name) ?? paint(scene())
  made.set(name, bytes)
  return bytes
}

/** Pictures of people who would rather show what they sell. */
export function portrait(motif: 'cup' | 'hills' | 'teapot'): Uint8Array {
  const ground: Rgb = { cup: [214, 226, 218] as Rgb, hills: [232, 224, 204] as Rgb, teapot: [238, 222, 208] as Rgb }[motif]
  const layers = { cup: bowl(96, 78, 116, 74, celadon), hills: hills(), teapot: teapot(100, 102, 46, clay) }[motif]
  return paint({ width: 192, height: 192, ground: () => ground, layers })
}

function hills(): Layer[] {
  return [
    { shape: circle(132, 62, 22), colour: [214, 106, 72] },
    { shape: ellipse(60, 190, 110, 92), colour: [128, 158, 142] },
    { shape: ellipse(150, 206, 110, 84), colour: [82, 120, 104] },
    { shape: ellipse(70, 226, 130, 70), colour: [42, 82, 70] }
  ]
}

/** Somebody's bowl after three years, close. */
function crackle(): Scene {
  const chance = createChance(1127)
  const fine = cracks(scattered(chance, 150), 1.1)
  const old = cracks(scattered(chance, 26), 1.8)
  const inside = circle(240, 190, 168)
  return onTable(fromAbove(240, 190, 186, celadon), [
    { shape: both(fine, inside), colour: [178, 140, 84], alpha: 0.55 },
    { shape: both(old, inside), colour: [122, 82, 40], alpha: 0.8 },
    { shape: circle(240, 190, 60), colour: tea, alpha: 0.18, soft: 60 }
  ])
}

const scattered = (chance: Chance, many: number): [number, number][] => Array.from({ length: many }, () => [chance.between(40, 440), chance.between(0, 360)])

/** Four places in a box, three cups. */
function unboxing(): Scene {
  const places: readonly (readonly [number, number])[] = [
    [170, 116],
    [310, 116],
    [170, 246],
    [310, 246]
  ]
  return onTable(
    [
      { shape: box(82, 38, 320, 292, 6), colour: shaded([188, 150, 104], [150, 114, 74], [82, 38], [400, 330]) },
      { shape: box(96, 52, 292, 264, 4), colour: [226, 214, 190] },
      { shape: either(stroke(240, 54, 240, 314, 4), stroke(98, 182, 386, 182, 4)), colour: [198, 182, 152] }
    ],
    ...places.slice(0, 3).map(([x, y]) => fromAbove(x, y, 52, moonWhite)),
    [{ shape: circle(310, 246, 52), colour: [204, 190, 162], soft: 10 }]
  )
}

/** An open beech box: one gaiwan, four cups, a card. */
function giftBox(): Scene {
  return onLinen(
    [
      { shape: box(58, 62, 372, 248, 8), colour: [70, 52, 36], alpha: 0.35, soft: 40 },
      { shape: box(52, 52, 372, 248, 8), colour: shaded([216, 184, 138], [178, 142, 98], [52, 52], [424, 300]) },
      { shape: box(66, 66, 344, 220, 4), colour: shaded([30, 74, 62], [18, 50, 42], [66, 66], [410, 286]) }
    ],
    fromAbove(158, 176, 74, celadon),
    fromAbove(158, 176, 20, celadon),
    fromAbove(284, 124, 40, moonWhite),
    fromAbove(366, 124, 34, moonWhite),
    fromAbove(284, 230, 40, moonWhite),
    fromAbove(366, 230, 34, moonWhite)
  )
}

/** A customer's sign, black on white, ready for engraving. */
function logo(): Scene {
  return {
    width: 400,
    height: 400,
    ground: () => [255, 255, 255],
    layers: [
      { shape: without(circle(200, 200, 150), circle(200, 200, 132)), colour: [20, 20, 20] },
      { shape: both(circle(200, 200, 132), ellipse(200, 320, 170, 96)), colour: [20, 20, 20] },
      {
        shape: both(
          circle(200, 200, 132),
          either(stroke(120, 226, 176, 130, 16), stroke(176, 130, 232, 226, 16), stroke(210, 190, 244, 150, 14), stroke(244, 150, 290, 226, 14))
        ),
        colour: [20, 20, 20]
      }
    ]
  }
}
