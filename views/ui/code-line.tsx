import type { Say } from '#src/texts/index.ts'
import { Button } from './button.tsx'

/** A line to be copied: the button's `data-copy` names the element whose text is taken. What it puts between quotes stands out. */
export function CodeLine({ id, code, say }: { id: string; code: string; say: Say }) {
  return (
    <div class="codeline">
      <code id={id} tabindex="0">
        {coloured(code)}
      </code>
      <Button size="small" icon="copy" data-copy={id} data-copied={say('common.copied')}>
        {say('common.copy')}
      </Button>
    </div>
  )
}

/** Words stay whole, and the line breaks between them; what stands between quotes may be longer than any line. */
function coloured(code: string) {
  return code.split(/("[^"]*"|\s+)/).map((piece) => (piece.trim() === '' ? piece : <span class={piece.startsWith('"') ? 'tv' : 'tk'}>{piece}</span>))
}
