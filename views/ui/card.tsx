import type { Child } from '#jsx'

/** A sheet of its own on the pane: head with title and acts, then whatever it holds. */
export function Card({ title, acts, id, children }: { title?: string; acts?: Child; id?: string; children?: Child }) {
  return (
    <section class="card" id={id}>
      {title ? (
        <header class="card-head">
          <h2>{title}</h2>
          {acts}
        </header>
      ) : null}
      {children}
    </section>
  )
}
