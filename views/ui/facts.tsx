import type { Child } from '#jsx'

export type Fact = { name: string; value: Child; title?: string }

/** What is known, name and value; a value too long is cut, `title` carries the whole. */
export function Facts({ facts, id }: { facts: readonly Fact[]; id?: string }) {
  return (
    <dl class="facts" id={id}>
      {facts.map((fact) => (
        <>
          <dt>{fact.name}</dt>
          <dd title={fact.title ?? (typeof fact.value === 'string' ? fact.value : null)}>
            {typeof fact.value === 'string' ? <bdi dir="auto">{fact.value}</bdi> : fact.value}
          </dd>
        </>
      ))}
    </dl>
  )
}

/** One section of the visitor's card: its title with a number or an act beside it. */
export function CardSection({ title, beside, act, id, children }: { title?: string; beside?: Child; act?: Child; id?: string; children?: Child }) {
  return (
    <section id={id}>
      {title ? (
        <h3>
          {title}
          {beside ? <span class="dim num">{beside}</span> : null}
          {act}
        </h3>
      ) : null}
      {children}
    </section>
  )
}
