import type { Say } from '#src/texts/index.ts'

type PictureProps = { href: string; thumbnail?: string; width?: number | null; height?: number | null; name: string; say: Say }

/** A picture, 208 px wide with its box reserved before it has come; opens large on its own. */
export function Picture({ href, thumbnail = href, width, height, name, say }: PictureProps) {
  const box = boxOf(width, height)
  return (
    <a class="bubble bubble-picture" href={href} target="_blank" rel="noopener" title={name} data-picture="">
      <img src={thumbnail} alt={say('ui.picture.named', { name })} width={box.width} height={box.height} loading="lazy" decoding="async" />
    </a>
  )
}

/** At most 208 wide and 277 high (4:3 standing); unknown sizes get a lying 4:3. Very long pictures are cut by the style sheet. */
function boxOf(width?: number | null, height?: number | null): { width: number; height: number } {
  if (!width || !height || width <= 0 || height <= 0) return { width: 208, height: 156 }
  const shown = Math.min(208, width)
  return { width: Math.max(64, shown), height: Math.min(277, Math.max(48, Math.round((shown * height) / width))) }
}
