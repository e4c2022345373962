/** Line drawings of empty places: one stroke in jade, the rest in the colour of a field's edge. */
export type DrawingName = 'tea' | 'search' | 'gate' | 'letter' | 'bench' | 'people' | 'broken'

const drawings = {
  tea: () => (
    <>
      <path d="M14 62h68" />
      <path class="fill" d="M26 34h44c0 12-6 22-15 24H41c-9-2-15-12-15-24z" />
      <path class="fill" d="M29 34c2-8 9-12 19-12s17 4 19 12z" />
      <path d="M45 22v-2.5a3 2 0 0 1 6 0V22" />
      <path class="on" d="M42 12c-2-3 2-5 0-8M53 12c-2-3 2-5 0-8" />
    </>
  ),
  search: () => (
    <>
      <path class="fill" d="M18 14h40a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H36l-10 9v-9h-8a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4z" />
      <path d="M24 25h26M24 34h16" />
      <circle class="fill on" cx="66" cy="44" r="11" />
      <path class="on" d="m74 52 9 9" />
    </>
  ),
  gate: () => (
    <>
      <path d="M10 62h76M48 8v6" />
      <path class="on" d="M20 30V22l28-8 28 8v8" />
      <path class="fill" d="M28 62V30h40v32z" />
      <path d="M48 30v32M44 46v4M52 46v4" />
    </>
  ),
  letter: () => (
    <>
      <path d="M14 62h68" />
      <path class="fill" d="M24 26h48v32H24z" />
      <path d="m24 27 24 19 24-19" />
      <path class="on" d="M48 8v10m-5-5 5 5 5-5" />
    </>
  ),
  bench: () => (
    <>
      <path d="M10 62h76" />
      <path class="fill" d="M16 40h64v6H16z" />
      <path d="M24 46v16M72 46v16M24 54h48" />
      <path class="on" d="M40 40v-9h16v9M44 31v-5a4 4 0 0 1 8 0v5" />
    </>
  ),
  people: () => (
    <>
      <path d="M14 62h68" />
      <circle class="fill" cx="36" cy="28" r="9" />
      <path class="fill" d="M20 58c0-12 7-18 16-18s16 6 16 18z" />
      <circle class="on" cx="63" cy="33" r="7" />
      <path class="on" d="M57 58h19c0-9-5-14-13-14-3 0-6 1-8 2" />
    </>
  ),
  broken: () => (
    <>
      <path d="M14 62h68" />
      <path class="fill" d="M24 30h19l-4 10 6 7-3 11c-10-2-18-14-18-28z" />
      <path class="fill" d="M52 30h20c0 14-8 26-18 28h-5l3-11-6-7z" />
      <path class="on" d="M48 8v10M36 12l4 8M60 12l-4 8" />
    </>
  )
} as const

export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg class="drawing" viewBox="0 0 96 72" width="96" height="72" aria-hidden="true" focusable="false">
      {drawings[name]()}
    </svg>
  )
}
