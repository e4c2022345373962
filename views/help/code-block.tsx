import type { Say } from '#src/texts/index.ts'
import { Button } from '#views/ui/index.ts'

/** Something to be copied, as it stands. `id` is unique on the page: the button names it. */
export function CodeBlock({ id, code, say }: { id: string; code: string; say: Say }) {
  return (
    <div class="codeblock">
      <pre tabindex="0">
        <code id={id} translate="no">
          {code}
        </code>
      </pre>
      <Button size="small" icon="copy" data-copy={id} data-copied={say('common.copied')}>
        {say('common.copy')}
      </Button>
    </div>
  )
}
