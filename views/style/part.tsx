import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import type { Moment } from '#views/ui/index.ts'

export type PartProps = { say: Say }
export type TimedPartProps = PartProps & { moment: Moment }

/** One subject of the page: its name and the one sentence to remember at the start side. */
export function Part({ title, rule, children }: { title: string; rule?: string; children?: Child }) {
  return (
    <section>
      <h2>
        {title}
        {rule ? <small>{rule}</small> : null}
      </h2>
      <div class="stack">{children}</div>
    </section>
  )
}

/** Parts beside each other. */
export function Line({ children }: { children?: Child }) {
  return <div class="line">{children}</div>
}
