import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Drawing } from './drawings.tsx'

type ErrorStateProps = { title: string; text: string; number?: string | null; say: Say; act?: Child }

/** The broken bowl: what did not work, what to do, and the number to quote. */
export function ErrorState({ title, text, number, say, act }: ErrorStateProps) {
  return (
    <div class="empty" role="alert">
      <Drawing name="broken" />
      <h2>{title}</h2>
      <p>{text}</p>
      {number ? (
        <p class="hint">
          {say('ui.error.number')} <span class="num mono">{number}</span>
        </p>
      ) : null}
      {act}
    </div>
  )
}
