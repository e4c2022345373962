/** One of five quiet grounds for a person's picture, always the same for the same person. */
export type Tone = 1 | 2 | 3 | 4 | 5

/** By id. Neighbouring ids get different tones, so that a new team does not come out in one colour. */
export function toneOf(id: number): Tone {
  const step = Math.abs(Math.trunc(id)) % 5
  return (((step * 2) % 5) + 1) as Tone
}

const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const spoken = /[\p{L}\p{N}]/u

/** The first letter or character somebody's name begins with, in upper case; a middle dot when it has none. */
export function initialOf(name: string): string {
  for (const { segment } of segments.segment(name.slice(0, 64))) {
    if (spoken.test(segment)) return [...segment.toLocaleUpperCase('en')].slice(0, 1).join('')
  }
  return '·'
}
