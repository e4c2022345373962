import type { Say } from '#src/texts/index.ts'
import { type Assets, AuthPage } from '#views/layout/index.ts'
import { languageOptions, zoneOptions } from '#views/settings/choices.ts'
import { Button, Field, Pair, Select, Steps } from '#views/ui/index.ts'

/** What was typed, or what we propose. */
export type SetUpValues = {
  nickname: string
  email: string
  siteName: string
  siteUrl: string
  language: string
  timeZone: string
  publicUrl: string
}

type SetUpProps = { values: SetUpValues; errors: Record<string, string>; code: string; say: Say; assets: Assets; version: string }

/** The first page of a new appliance: its owner and its first site, at once. */
export function SetUpPage({ say, assets, version, ...form }: SetUpProps) {
  return (
    <AuthPage
      picture="begin"
      title={say('setup.title')}
      brand={say('common.product')}
      steps={<SetUpSteps at={0} say={say} />}
      heading={say('setup.heading')}
      lead={say('setup.text')}
      {...{ say, assets, version }}
    >
      <SetUpForm say={say} {...form} />
    </AuthPage>
  )
}

export function SetUpSteps({ at, say }: { at: number; say: Say }) {
  return <Steps steps={[say('setup.step.owner'), say('setup.step.line')]} at={at} label={say('setup.steps')} />
}

export function SetUpForm({ values, errors, code, say }: Omit<SetUpProps, 'assets' | 'version'>) {
  return (
    <form method="post" action="/setup" id="setup">
      <input type="hidden" name="code" value={code} />
      <h2>{say('setup.you')}</h2>
      <Field
        id="nickname"
        label={say('people.nickname')}
        value={values.nickname}
        hint={say('people.nickname_hint')}
        error={errors.nickname}
        maxlength={40}
        autocomplete="nickname"
        autofocus
        required
      />
      <Field
        id="email"
        label={say('setup.email')}
        type="email"
        value={values.email}
        hint={say('setup.email_hint')}
        error={errors.email}
        maxlength={254}
        autocomplete="username"
        required
      />
      <Field
        id="password"
        label={say('setup.password')}
        type="password"
        hint={say('login.password_hint')}
        error={errors.password}
        autocomplete="new-password"
        required
      />
      <h2>{say('setup.site')}</h2>
      <Field
        id="siteName"
        label={say('setup.site_name')}
        value={values.siteName}
        hint={say('setup.site_name_hint')}
        error={errors.siteName}
        maxlength={60}
        autocomplete="organization"
        required
      />
      <Field
        id="siteUrl"
        label={say('setup.site_url')}
        value={values.siteUrl}
        placeholder="https://"
        error={errors.siteUrl}
        maxlength={300}
        inputmode="url"
        autocomplete="url"
        spellcheck="false"
        required
      />
      <Pair>
        <Select id="language" label={say('setup.language')} value={values.language} options={languageOptions(say)} />
        <Select
          id="timeZone"
          label={say('setup.time_zone')}
          value={values.timeZone}
          options={zoneOptions(values.timeZone)}
          error={errors.timeZone}
          data-own-zone={Object.keys(errors).length === 0 ? '' : undefined}
        />
      </Pair>
      <Field
        id="publicUrl"
        label={say('setup.public_url')}
        value={values.publicUrl}
        hint={say('setup.public_url_hint')}
        error={errors.publicUrl}
        maxlength={300}
        inputmode="url"
        spellcheck="false"
        required
      />
      <Button type="submit" kind="primary" size="large" wide>
        {say('setup.act')}
      </Button>
    </form>
  )
}
