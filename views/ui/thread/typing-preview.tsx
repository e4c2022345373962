import type { Say } from '#src/texts/index.ts'
import { VisitorSquare, type VisitorType } from '../visitor-square.tsx'

type TypingPreviewProps = { id?: string; type: VisitorType; text: string | null; say: Say }

/** What the visitor is writing and has not sent. Always last, outside the log, so that it is not read aloud at every letter. Nothing typed, nothing shown; without `text` only that somebody types. */
export function TypingPreview({ id = 'typing', type, text, say }: TypingPreviewProps) {
  if (text === '') return <div class="typing-place" id={id} aria-live="off" />
  return (
    <div class="typing-place" id={id} aria-live="off">
      <div class="msg msg-visitor">
        <VisitorSquare type={type} say={say} />
        <header class="msg-head">{say(text === null ? 'ui.thread.typing' : 'ui.thread.typing_unsent')}</header>
        <div class="bubble bubble-typing">
          {text === null ? (
            <TypingDots />
          ) : (
            <bdi dir="auto" hx-ignore="">
              {text}
            </bdi>
          )}
          {text === null ? null : <i class="caret" />}
        </div>
      </div>
    </div>
  )
}

export function TypingDots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  )
}
