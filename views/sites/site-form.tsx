import { languages, type Say } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { Checkbox, ChoiceGroup, FormSection, Radio, Select, Textarea } from '#views/ui/index.ts'
import { SiteFields, type SiteValues } from './site-fields.tsx'

type Language = (typeof languages)[number]
const contactFields = ['name', 'email', 'phone'] as const
const demands = ['off', 'optional', 'required'] as const

/** Everything that the save bar saves. */
export type SiteFormValues = SiteValues & {
  accept: string
  apps: boolean
  welcome: Record<Language, string>
  form: Record<(typeof contactFields)[number], string>
}

type SiteFormProps = { id: number; values: SiteFormValues; errors: Record<string, string>; say: Say }

export function SiteForm({ id, values, errors, say }: SiteFormProps) {
  const address = `${places.sites}/${id}`
  return (
    <form class="form-part" id="site-form" method="post" action={address} hx-post={address} hx-target="#site-form" hx-swap="outerHTML">
      <FormSection title={say('sites.basics')} text={say('sites.basics_text')}>
        <SiteFields {...{ values, errors, say }} />
      </FormSection>
      <FormSection title={say('sites.reception')} text={say('sites.reception_text')}>
        <AcceptChoice chosen={values.accept} say={say} />
        <Checkbox id="apps" name="apps" checked={values.apps} hint={say('sites.apps_text')}>
          {say('sites.apps')}
        </Checkbox>
      </FormSection>
      <FormSection title={say('sites.welcome')} text={say('sites.welcome_text')}>
        {languages.map((language) => (
          <Textarea
            id={`welcome.${language}`}
            label={say(`common.language.${language}`)}
            value={values.welcome[language]}
            rows={2}
            maxlength={500}
            data-language={language}
          />
        ))}
      </FormSection>
      <FormSection title={say('sites.form')} text={say('sites.form_text')}>
        <div class="trio">
          {contactFields.map((field) => (
            <Select
              id={`form.${field}`}
              label={say(`sites.form.${field}`)}
              value={values.form[field]}
              options={demands.map((demand) => ({ value: demand, label: say(`sites.demand.${demand}`) }))}
            />
          ))}
        </div>
      </FormSection>
    </form>
  )
}

function AcceptChoice({ chosen, say }: { chosen: string; say: Say }) {
  return (
    <ChoiceGroup legend={say('sites.accept')}>
      {(['first-reply', 'click'] as const).map((way) => (
        <Radio name="accept" value={way} checked={chosen === way} hint={say(`sites.accept.${way}_text`)}>
          {say(`sites.accept.${way}`)}
        </Radio>
      ))}
    </ChoiceGroup>
  )
}
