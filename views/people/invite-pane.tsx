import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Button, FormSection } from '#views/ui/index.ts'
import type { RoleName } from './people-pane.tsx'
import { PersonFields, type PersonValues } from './person-fields.tsx'
import { RoleChoice } from './role-choice.tsx'

export type InviteProps = { values: PersonValues & { role: string }; errors: Record<string, string>; roles: readonly RoleName[]; say: Say }

/** A new colleague: the answer is a link to pass on. */
export function InvitePane({ say, ...form }: InviteProps) {
  return (
    <Pane head={<PageHead form title={say('people.invite')} back={{ href: places.people, label: say('people.title') }} />}>
      <InviteForm say={say} {...form} />
    </Pane>
  )
}

export function InviteForm({ values, errors, roles, say }: InviteProps) {
  return (
    <form class="form" id="invite" method="post" action={places.people} hx-post={places.people} hx-target="#content" hx-select="#content" hx-swap="outerHTML">
      <FormSection title={say('people.who')} text={say('people.invite_text')}>
        <PersonFields {...{ values, errors, say }} />
      </FormSection>
      <FormSection title={say('people.role')}>
        <RoleChoice chosen={values.role} {...{ roles, say }} />
        <div class="form-acts">
          <Button type="submit" kind="primary" icon="link">
            {say('people.make_invitation')}
          </Button>
        </div>
      </FormSection>
    </form>
  )
}
