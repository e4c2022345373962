import { LinkedText } from '../linked-text.tsx'

/** What somebody said, in words. */
export function Bubble({ text }: { text: string }) {
  return (
    <div class="bubble">
      <LinkedText text={text} />
    </div>
  )
}
