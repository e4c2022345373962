import type { Say } from '#src/texts/index.ts'
import { Toast } from '#views/ui/index.ts'

/** Goes with the answer to a form: the part it changed, and a word that it was done. */
export function Said({ text, say }: { text: string; say: Say }) {
  return (
    <hx-partial hx-target="#toasts" hx-swap="beforeend">
      <Toast text={text} say={say} />
    </hx-partial>
  )
}
