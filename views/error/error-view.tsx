import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { type Assets, ErrorPage } from '#views/layout/index.ts'
import { LinkButton, Toast } from '#views/ui/index.ts'

type ErrorViewProps = { part: boolean; title: string; text: string; number: string | null; say: Say; assets: Assets; act?: Child }

/** What did not work: a page of its own, or a toast that stays when only a part of a page had been asked for. */
export function ErrorView({ part, title, text, number, say, assets, act = <LinkButton href="/">{say('errors.to_start')}</LinkButton> }: ErrorViewProps) {
  if (part) return <Toast icon="circle-alert" text={text} say={say} stays />
  return <ErrorPage title={title} text={text} number={number} say={say} assets={assets} act={act} />
}
