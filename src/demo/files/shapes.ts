/** How far a point is from a shape's edge, in pixels; inside it is negative. Enough to draw soft edges with. */
export type Shape = (x: number, y: number) => number

export const circle =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    length(x - cx, y - cy) - r

/** Near enough to the true distance for a pixel's edge. */
export const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Shape =>
  (x, y) => {
    const k = length((x - cx) / rx, (y - cy) / ry)
    return (k - 1) * Math.min(rx, ry)
  }

export const box =
  (left: number, top: number, width: number, height: number, round = 0): Shape =>
  (x, y) => {
    const dx = Math.abs(x - left - width / 2) - width / 2 + round
    const dy = Math.abs(y - top - height / 2) - height / 2 + round
    return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round
  }

/** A line with round ends. */
export const stroke =
  (x1: number, y1: number, x2: number, y2: number, width: number): Shape =>
  (x, y) => {
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
    const t = Math.max(0, Math.min(1, along))
    return length(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) - width / 2
  }

export const ring =
  (cx: number, cy: number, r: number, width: number): Shape =>
  (x, y) =>
    Math.abs(length(x - cx, y - cy) - r) - width / 2

export const both =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)))
export const either =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))
export const without =
  (shape: Shape, ...holes: Shape[]): Shape =>
  (x, y) =>
    Math.max(shape(x, y), ...holes.map((hole) => -hole(x, y)))

/** The cracks of a glaze: the borders between the fields of scattered points. */
export function cracks(points: readonly (readonly [number, number])[], width: number): Shape {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY
    let second = Number.POSITIVE_INFINITY
    let one = points[0]
    let other = points[1]
    for (const point of points) {
      const dx = x - point[0]
      const dy = y - point[1]
      const square = dx * dx + dy * dy
      if (square < nearest) {
        second = nearest
        other = one
        nearest = square
        one = point
      } else if (square < second) {
        second = square
        other = point
      }
    }
    if (!one || !other) return 1
    return (second - nearest) / (2 * length(one[0] - other[0], one[1] - other[1])) - width / 2
  }
}

/** Several times quicker than Math.hypot, which guards against numbers larger than any picture. */
function length(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}
