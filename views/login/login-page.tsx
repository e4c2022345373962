import type { Say } from '#src/texts/index.ts'
import { type Assets, AuthPage } from '#views/layout/index.ts'
import { Banner, Button, Checkbox, Field } from '#views/ui/index.ts'

export type LoginProps = {
  say: Say
  assets: Assets
  version: string
  /** Where to go afterwards: a path of ours. */
  next: string
  /** What was typed, when it was wrong. */
  name: string
  remembered: boolean
  error: string | null
  /** Plain http, and not on this machine. */
  isPlain: boolean
}

export function LoginPage({ say, assets, version, ...form }: LoginProps) {
  return (
    <AuthPage title={say('login.title')} brand={say('common.product')} heading={say('login.title')} {...{ say, assets, version }}>
      {form.isPlain ? <PlainHttpBanner say={say} /> : null}
      <LoginForm say={say} {...form} />
    </AuthPage>
  )
}

type LoginFormProps = Omit<LoginProps, 'assets' | 'version' | 'isPlain'>

export function LoginForm({ say, next, name, remembered, error }: LoginFormProps) {
  return (
    <form method="post" action="/login" id="login">
      <input type="hidden" name="next" value={next} />
      <Field id="name" label={say('login.name')} value={name} autocomplete="username" autofocus={name === ''} spellcheck="false" required />
      <Field id="password" label={say('login.password')} type="password" autocomplete="current-password" autofocus={name !== ''} error={error} required />
      <Checkbox name="remember" checked={remembered}>
        {say('login.remember')}
      </Checkbox>
      <Button type="submit" kind="primary" size="large" wide>
        {say('login.act')}
      </Button>
      <p class="hint">{say('login.no_account')}</p>
      <details class="hint">
        <summary>{say('login.forgotten')}</summary>
        <p>{say('login.forgotten_text')}</p>
      </details>
    </form>
  )
}

/** Also over the console. */
export function PlainHttpBanner({ say }: { say: Say }) {
  return (
    <Banner tone="red" icon="triangle-alert">
      {say('login.plain_http')}
    </Banner>
  )
}
