import type { Child } from '#jsx'
import { Brand, ErrorState } from '#views/ui/index.ts'
import { Page, type PageProps } from './page.tsx'

type ErrorPageProps = Omit<PageProps, 'children'> & { text: string; number?: string | null; act?: Child }

/** When there is no console around it: signed out, an old link, our own fault. */
export function ErrorPage({ text, number, act, ...page }: ErrorPageProps) {
  return (
    <Page {...page}>
      <main class="alone" id="content">
        <Brand name={page.say('common.product')} />
        <ErrorState title={page.title} text={text} number={number} say={page.say} act={act} />
      </main>
    </Page>
  )
}
