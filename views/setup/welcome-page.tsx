import type { Say } from '#src/texts/index.ts'
import { type Assets, AuthPage, places } from '#views/layout/index.ts'
import { Banner, CodeLine, LinkButton } from '#views/ui/index.ts'
import { SetUpSteps } from './setup-page.tsx'

type WelcomeProps = {
  nickname: string
  code: string
  /** Where Kefu answers from now on, when that is not where this page was asked for; then one signs in there. */
  elsewhere: string | null
  say: Say
  assets: Assets
  version: string
}

/** The line to paste, and where to go on. */
export function WelcomePage({ nickname, code, elsewhere, say, assets, version }: WelcomeProps) {
  return (
    <AuthPage
      picture="begin"
      title={say('setup.title')}
      brand={say('common.product')}
      steps={<SetUpSteps at={1} say={say} />}
      heading={say('setup.done', { name: nickname })}
      lead={say('setup.done_text')}
      {...{ say, assets, version }}
    >
      <CodeLine id="code" code={code} say={say} />
      {elsewhere === null ? null : (
        <Banner tone="indigo" icon="info">
          {say('setup.elsewhere', { url: elsewhere })}
        </Banner>
      )}
      <LinkButton kind="primary" size="large" wide href={`${elsewhere ?? ''}/demo`} target="_blank" rel="noopener" icon="shopping-bag">
        {say('setup.try_demo')}
      </LinkButton>
      <LinkButton size="large" wide href={`${elsewhere ?? ''}${places.conversations}`}>
        {say('setup.to_work')}
      </LinkButton>
    </AuthPage>
  )
}
