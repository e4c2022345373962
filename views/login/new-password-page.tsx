import type { Say } from '#src/texts/index.ts'
import { type Assets, AuthPage, ErrorPage } from '#views/layout/index.ts'
import { Button, Field, LinkButton } from '#views/ui/index.ts'

export type NewPasswordProps = {
  say: Say
  assets: Assets
  version: string
  purpose: 'invitation' | 'reset'
  /** The link's own address: the form goes where it came from. */
  action: string
  nickname: string
  /** What the person signs in with. */
  login: string
  error: string | null
}

/** Behind an invitation or a link for a new password. */
export function NewPasswordPage({ say, assets, version, purpose, nickname, login, ...form }: NewPasswordProps) {
  return (
    <AuthPage
      title={say('login.title')}
      brand={say('common.product')}
      heading={say(`login.${purpose}`, { name: nickname })}
      lead={say(`login.${purpose}_text`, { login })}
      {...{ say, assets, version }}
    >
      <NewPasswordForm {...{ say, purpose, login, ...form }} />
    </AuthPage>
  )
}

export function NewPasswordForm({ say, purpose, action, login, error }: Omit<NewPasswordProps, 'assets' | 'version' | 'nickname'>) {
  return (
    <form method="post" action={action} id="new-password">
      <input type="hidden" name="username" value={login} autocomplete="username" />
      <Field
        id="password"
        label={say('login.new_password')}
        type="password"
        autocomplete="new-password"
        hint={say('login.password_hint')}
        error={error}
        autofocus
        required
      />
      <Button type="submit" kind="primary" size="large" wide>
        {say(purpose === 'invitation' ? 'login.join' : 'login.save_password')}
      </Button>
    </form>
  )
}

/** The same for a link that was used, is too old, or never was. */
export function DeadLinkPage({ say, assets }: { say: Say; assets: Assets }) {
  return (
    <ErrorPage
      title={say('login.link_dead')}
      text={say('login.link_dead_text')}
      act={<LinkButton href="/login">{say('login.to_login')}</LinkButton>}
      {...{ say, assets }}
    />
  )
}
