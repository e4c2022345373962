import type { Say } from '#src/texts/index.ts'
import { ChoiceGroup, Radio } from '#views/ui/index.ts'
import type { RoleName } from './people-pane.tsx'

/** The roles that one may give, the smallest first. */
export function RoleChoice({ roles, chosen, say }: { roles: readonly RoleName[]; chosen: string; say: Say }) {
  return (
    <ChoiceGroup legend={say('people.role')}>
      {[...roles].reverse().map((role) => (
        <Radio name="role" value={role} checked={role === chosen} hint={say(`people.role_text.${role}`)}>
          {say(`people.role.${role}`)}
        </Radio>
      ))}
    </ChoiceGroup>
  )
}
