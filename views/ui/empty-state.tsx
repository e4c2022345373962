import type { Child } from '#jsx'
import { Drawing, type DrawingName } from './drawings.tsx'

type EmptyStateProps = { drawing: DrawingName; title: Child; children?: Child; act?: Child; id?: string }

/** Nothing here, said kindly: what will appear, in one sentence, and at most one button. */
export function EmptyState({ drawing, title, children, act, id }: EmptyStateProps) {
  return (
    <div class="empty" id={id}>
      <Drawing name={drawing} />
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {act}
    </div>
  )
}
