import type { Say } from '#src/texts/index.ts'
import { languageOptions, zoneOptions } from '#views/settings/choices.ts'
import { Field, Pair, Select } from '#views/ui/index.ts'

/** What was typed, or what is stored. */
export type SiteValues = { name: string; url: string; language: string; timeZone: string }

type SiteFieldsProps = { values: SiteValues; errors: Record<string, string>; say: Say }

export function SiteFields({ values, errors, say }: SiteFieldsProps) {
  return (
    <>
      <Pair>
        <Field id="name" label={say('sites.name')} value={values.name} maxlength={60} error={errors.name} required />
        <Select id="language" label={say('sites.language')} value={values.language} options={languageOptions(say)} />
      </Pair>
      <Pair>
        <Field id="url" label={say('sites.url')} value={values.url} placeholder="https://" maxlength={300} error={errors.url} spellcheck="false" required />
        <Select
          id="timeZone"
          label={say('sites.time_zone')}
          value={values.timeZone}
          options={zoneOptions(values.timeZone)}
          hint={say('sites.time_zone_hint')}
          error={errors.timeZone}
        />
      </Pair>
    </>
  )
}
