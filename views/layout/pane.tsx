import type { Child } from '#jsx'
import { classes, IconButton } from '#views/ui/index.ts'

type PaneProps = { id?: string; look?: string; head?: Child; foot?: Child; children?: Child }

/** The main pane of a page: its head stays, its body scrolls, its foot (a save bar) stays. */
export function Pane({ id, look, head, foot, children }: PaneProps) {
  return (
    <main class={classes('pane', look)} id="content" tabindex="-1">
      {head}
      <div class="scroll" id={id}>
        {children}
      </div>
      {foot}
    </main>
  )
}

type PageHeadProps = { title: string; beside?: Child; acts?: Child; back?: { href: string; label: string } | null; form?: boolean; id?: string }

/** Title of a page, what stands beside it, and its acts at the end. `back` appears on phones; `form` lines it up with a settings form. */
export function PageHead({ title, beside, acts, back, form, id }: PageHeadProps) {
  return (
    <header class={form ? 'pagehead form-head' : 'pagehead'} id={id}>
      {back ? <IconButton icon="chevron-left" label={back.label} href={back.href} also="back" /> : null}
      <h1 class="cut" title={title}>
        {title}
      </h1>
      {beside}
      <span class="grow" />
      {acts}
    </header>
  )
}
