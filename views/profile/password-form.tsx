import type { Say } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { Button, Field } from '#views/ui/index.ts'
import type { FieldErrors } from './profile-page.tsx'

type PasswordFormProps = { login: string; errors: FieldErrors; say: Say }

/** A new password ends all other sessions. */
export function PasswordForm({ login, errors, say }: PasswordFormProps) {
  const address = `${places.profile}/password`
  return (
    <form class="fields" id="password" method="post" action={address} hx-post={address} hx-target="#password" hx-swap="outerHTML">
      <input type="hidden" name="username" value={login} autocomplete="username" />
      <Field id="present" label={say('profile.password_now')} type="password" autocomplete="current-password" error={errors.present} required />
      <Field
        id="chosen"
        label={say('profile.password_new')}
        type="password"
        autocomplete="new-password"
        hint={say('login.password_hint')}
        error={errors.chosen}
        required
      />
      <div class="form-acts">
        <Button type="submit">{say('profile.password_act')}</Button>
      </div>
    </form>
  )
}
