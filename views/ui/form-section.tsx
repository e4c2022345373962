import type { Child } from '#jsx'

/** One subject of a settings page: what it is at the start side, its fields at the end side. */
export function FormSection({ title, text, id, children }: { title: string; text?: Child; id?: string; children?: Child }) {
  return (
    <section class="form-section" id={id}>
      <header>
        <h2>{title}</h2>
        {text ? <p>{text}</p> : null}
      </header>
      <div>{children}</div>
    </section>
  )
}

/** Two fields side by side while there is room. */
export function Pair({ children }: { children?: Child }) {
  return <div class="pair">{children}</div>
}
