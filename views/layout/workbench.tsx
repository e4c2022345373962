import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { IconButton, Name } from '#views/ui/index.ts'

type WorkbenchProps = { list: Child; thread: Child; card?: Child; labels: { list: string; thread: string; card: string } }

/** List, thread, card: three panes, each scrolling for itself. Which one a narrow screen shows is the Shell's `front`. */
export function Workbench({ list, thread, card, labels }: WorkbenchProps) {
  return (
    <div class={card ? 'bench' : 'bench bench-two'}>
      <aside class="bench-list" id="list" aria-label={labels.list}>
        {list}
      </aside>
      <main class="pane" id="content" tabindex="-1" aria-label={labels.thread}>
        {thread}
      </main>
      {card === undefined ? null : (
        <aside class="bench-card" id="card" tabindex="-1" aria-label={labels.card}>
          {card}
        </aside>
      )}
      <div class="bench-scrim" data-to-front="thread" />
    </div>
  )
}

/** Over the list, always in sight: the search, its filter, and on phones one's own status (OwnStatus `me-small`). */
export function ListTop({ children }: { children?: Child }) {
  return <div class="list-top">{children}</div>
}

/** What scrolls under it. */
export function ListBody({ id, children }: { id?: string; children?: Child }) {
  return (
    <div class="scroll" id={id}>
      {children}
    </div>
  )
}

type ThreadHeadProps = { id?: string; name: string; badges?: Child; under?: Child; acts?: Child; back: { href: string; label: string } }

/** Over the thread: who it is, where he is now, what one can do. Buttons show their word from 900 px on. */
export function ThreadHead({ id = 'thread-head', name, badges, under, acts, back }: ThreadHeadProps) {
  return (
    <header class="thread-head" id={id}>
      <IconButton icon="chevron-left" label={back.label} href={back.href} also="back" data-to-front="list" />
      <div class="who">
        <h2>
          <Name text={name} />
          {badges}
        </h2>
        <div class="sub">{under}</div>
      </div>
      {acts}
    </header>
  )
}

/** Brings the card in front where it has no place of its own; `href` is the same without a script. */
export function OpenCardButton({ label, href }: { label: string; href?: string }) {
  return <IconButton icon="panel-right" label={label} href={href} also="open-card" data-to-front="card" />
}

/** The log: what scrolls, read aloud politely. `children` are messages and lines in order of `data-seq`. */
export function Thread({ id, label, children, after }: { id: string; label: string; children?: Child; after?: Child }) {
  return (
    <div class="scroll thread" data-thread="">
      <div class="messages" id={id} role="log" aria-live="polite" aria-label={label}>
        {children}
      </div>
      {after}
    </div>
  )
}

/** Over the card when it is a drawer or a page of its own. */
export function CardHead({ title, say }: { title: string; say: Say }) {
  return (
    <header class="card-head bench-card-head">
      <IconButton icon="chevron-left" label={say('common.back')} also="back" data-to-front="thread" />
      <h2>{title}</h2>
      <IconButton icon="x" label={say('common.close')} also="not-small" data-to-front="thread" />
    </header>
  )
}
