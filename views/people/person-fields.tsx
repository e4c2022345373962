import type { Say } from '#src/texts/index.ts'
import { languageOptions } from '#views/settings/choices.ts'
import { Field, Pair, Select } from '#views/ui/index.ts'

/** What was typed, or what is stored. */
export type PersonValues = { nickname: string; jobNumber: string; email: string; phone: string; language: string }

type PersonFieldsProps = { values: PersonValues; errors: Record<string, string>; say: Say }

/** What is known of somebody who works here. */
export function PersonFields({ values, errors, say }: PersonFieldsProps) {
  return (
    <>
      <Pair>
        <Field
          id="nickname"
          label={say('people.nickname')}
          value={values.nickname}
          maxlength={40}
          hint={say('people.nickname_hint')}
          error={errors.nickname}
          autocomplete="off"
          required
        />
        <Field id="jobNumber" label={say('people.job_number')} value={values.jobNumber} maxlength={20} error={errors.jobNumber} autocomplete="off" />
      </Pair>
      <Pair>
        <Field
          id="email"
          label={say('people.email')}
          type="email"
          value={values.email}
          hint={say('people.login_hint')}
          error={errors.email}
          maxlength={254}
          autocomplete="off"
        />
        <Field
          id="phone"
          label={say('people.phone')}
          type="tel"
          value={values.phone}
          hint={say('people.phone_hint')}
          error={errors.phone}
          maxlength={30}
          autocomplete="off"
        />
      </Pair>
      <Select id="language" label={say('people.language')} value={values.language} options={languageOptions(say)} />
    </>
  )
}
