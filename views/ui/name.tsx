/** Somebody's or something's name as it was given: it may be cut (the whole stands in `title`) and keeps its own direction. */
export function Name({ text, kind }: { text: string; kind?: string }) {
  return (
    <span class={kind ? `cut ${kind}` : 'cut'} title={text}>
      <bdi dir="auto">{text}</bdi>
    </span>
  )
}
