type CountProps = { n: number; label: string; tone?: 'jade' | 'amber' | 'plain'; id?: string }

/** A number in a pill: what is new for me (jade), what waits (amber). `label` says it in words; nothing to count, nothing shown (but the place stays, for pushes). */
export function Count({ n, label, tone = 'jade', id }: CountProps) {
  return (
    <b class={tone === 'jade' ? 'count' : `count count-${tone}`} id={id} hidden={n <= 0}>
      <span aria-hidden="true">{n > 99 ? '99+' : n}</span>
      <span class="sr">{label}</span>
    </b>
  )
}
