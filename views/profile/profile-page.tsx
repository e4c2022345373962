import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { languageOptions, zoneOptions } from '#views/settings/choices.ts'
import { Avatar, Banner, Button, type Face, Field, FormSection, Pair, Select } from '#views/ui/index.ts'
import { LookForm, type LookProps } from './look-form.tsx'
import { NoticesForm, type NoticesProps } from './notices-form.tsx'
import { PasswordForm } from './password-form.tsx'

/** What stands in a form: what was typed, or what is stored. `errors` by field. */
export type ProfileValues = { nickname: string; language: string; timeZone: string }
export type FieldErrors = Record<string, string>

type ProfileProps = {
  face: Face
  login: string
  values: ProfileValues
  errors: FieldErrors
  usualZone: string
  look: LookProps['look']
  notices: NoticesProps['notices']
  mustChangePassword: boolean
  say: Say
}

/** Everything that is one's own: what visitors see, how the pages look, what may interrupt, the password. */
export function ProfilePane({ say, mustChangePassword, face, login, values, errors, usualZone, look, notices }: ProfileProps) {
  return (
    <Pane head={<PageHead form title={say('profile.title')} back={{ href: places.settings, label: say('layout.settings.all') }} />}>
      {mustChangePassword ? (
        <Banner tone="indigo" icon="key-round">
          {say('profile.password_must')}
        </Banner>
      ) : null}
      <div class="form">
        <FormSection title={say('profile.you')} text={say('profile.you_text')}>
          <PictureForm face={face} error={errors.picture} say={say} />
          <ProfileForm {...{ values, errors, usualZone, login, say }} />
        </FormSection>
        <FormSection title={say('profile.look')} text={say('profile.pages_text')}>
          <LookForm look={look} say={say} />
        </FormSection>
        <FormSection id="notices" title={say('profile.notices')} text={say('profile.notices_text')}>
          <NoticesForm notices={notices} say={say} />
        </FormSection>
        <FormSection id="password-section" title={say('profile.password')} text={say('profile.password_text')}>
          <PasswordForm login={login} errors={errors} say={say} />
        </FormSection>
      </div>
    </Pane>
  )
}

type ProfileFormProps = Pick<ProfileProps, 'values' | 'errors' | 'usualZone' | 'login' | 'say'>

export function ProfileForm({ values, errors, usualZone, login, say }: ProfileFormProps) {
  const zones = [{ value: '', label: say('profile.time_zone_usual', { zone: usualZone }) }, ...zoneOptions(values.timeZone || null)]
  return (
    <form class="fields" id="profile" method="post" action={places.profile} hx-post={places.profile} hx-target="#profile" hx-swap="outerHTML">
      <Field id="nickname" label={say('people.nickname')} value={values.nickname} maxlength={40} error={errors.nickname} autocomplete="nickname" required />
      <Pair>
        <Select id="language" label={say('profile.language')} value={values.language} options={languageOptions(say)} />
        <Select id="timeZone" label={say('profile.time_zone')} value={values.timeZone} options={zones} error={errors.timeZone} />
      </Pair>
      <Field id="login" name="" label={say('people.login')} value={login} hint={say('profile.fixed')} disabled />
      <div class="form-acts">
        <Button type="submit" kind="primary">
          {say('common.save')}
        </Button>
      </div>
    </form>
  )
}

/** The picture goes by itself, as a raw file; without the script one has the first sign of the name. */
function PictureForm({ face, error, say }: { face: Face; error?: string; say: Say }) {
  return (
    <div class="profile-picture" id="picture">
      <Avatar person={face} size={44} />
      <label class="btn">
        <span>{say('profile.choose_picture')}</span>
        <input class="sr" type="file" accept="image/png,image/jpeg,image/webp" data-sends-picture={`${places.profile}/picture`} />
      </label>
      {face.picture ? (
        <Button kind="ghost" data-removes-picture={`${places.profile}/picture`}>
          {say('profile.remove_picture')}
        </Button>
      ) : null}
      <span class="hint" data-picture-error="">
        {error ?? say('profile.picture_hint')}
      </span>
    </div>
  )
}
