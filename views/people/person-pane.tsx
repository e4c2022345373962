import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Button, CodeLine, ConfirmDialog, FormSection } from '#views/ui/index.ts'
import { type Member, type RoleName, stateBadge } from './people-pane.tsx'
import { PersonFields, type PersonValues } from './person-fields.tsx'
import { RoleChoice } from './role-choice.tsx'

/** A link that was just made: shown this once. */
export type FreshLink = { purpose: 'invitation' | 'reset'; url: string }

type PersonPaneProps = {
  member: Member
  values: PersonValues
  errors: Record<string, string>
  /** Roles that the reader may give; empty when the person is out of reach. */
  roles: readonly RoleName[]
  /** Whether the reader may change this person at all. */
  inReach: boolean
  mayHandOver: boolean
  link: FreshLink | null
  say: Say
}

/** One person: who it is, what they may, how they get in. */
export function PersonPane({ member, values, errors, roles, inReach, mayHandOver, link, say }: PersonPaneProps) {
  const head = (
    <PageHead
      form
      id="person-head"
      title={member.face.name}
      beside={stateBadge(member.state, say)}
      back={{ href: places.people, label: say('people.title') }}
    />
  )
  return (
    <Pane head={head}>
      <div class="form">
        {link ? <LinkOnce link={link} name={member.face.name} say={say} /> : null}
        <FormSection title={say('people.who')} text={say('people.who_text')}>
          {inReach || member.isMe ? <PersonForm {...{ id: member.face.id, values, errors, say }} /> : <p class="hint">{say('people.not_in_reach')}</p>}
        </FormSection>
        {inReach ? (
          <>
            <FormSection title={say('people.role')} text={say('people.role_changes')}>
              <RoleForm {...{ member, roles, say }} />
            </FormSection>
            <FormSection title={say('people.access')} text={say('people.access_text')}>
              <Access {...{ member, mayHandOver, say }} />
            </FormSection>
          </>
        ) : null}
      </div>
    </Pane>
  )
}

type PersonFormProps = { id: number; values: PersonValues; errors: Record<string, string>; say: Say }

export function PersonForm({ id, values, errors, say }: PersonFormProps) {
  const address = `${places.people}/${id}`
  return (
    <form class="fields" id="person" method="post" action={address} hx-post={address} hx-target="#person" hx-swap="outerHTML">
      <PersonFields {...{ values, errors, say }} />
      <div class="form-acts">
        <Button type="submit" kind="primary">
          {say('common.save')}
        </Button>
      </div>
    </form>
  )
}

function LinkOnce({ link: { purpose, url }, name, say }: { link: FreshLink; name: string; say: Say }) {
  return (
    <section class="link-once" id="link" role="status">
      <p>{say('people.link_ready', { name })}</p>
      <CodeLine id="link-text" code={url} say={say} />
      <span class="hint">{say(`people.link_lasts.${purpose}`)}</span>
    </section>
  )
}

function RoleForm({ member: { face, role }, roles, say }: { member: Member; roles: readonly RoleName[]; say: Say }) {
  return (
    <form class="fields" method="post" action={`${places.people}/${face.id}/role`}>
      <RoleChoice roles={roles} chosen={role} say={say} />
      <div class="form-acts">
        <Button type="submit">{say('people.change_role')}</Button>
      </div>
    </form>
  )
}

function Access({ member: { face, state }, mayHandOver, say }: { member: Member; mayHandOver: boolean; say: Say }) {
  const address = `${places.people}/${face.id}`
  const { name } = face
  if (state === 'disabled') return <Enable action={`${address}/enabling`} say={say} />
  return (
    <>
      <div class="form-acts">
        <form method="post" action={`${address}/link`} hx-post={`${address}/link`} hx-target="#content" hx-select="#content" hx-swap="outerHTML">
          <Button type="submit" icon="link">
            {say(state === 'active' ? 'people.new_reset' : 'people.new_invitation')}
          </Button>
        </form>
        <Button kind="danger" icon="ban" data-opens="disable">
          {say('people.disable')}
        </Button>
        {mayHandOver ? (
          <Button kind="danger" icon="key-round" data-opens="hand-over">
            {say('people.hand_over')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        id="disable"
        title={say('people.disable_title', { name })}
        text={say('people.disable_text', { name })}
        act={say('people.disable_act')}
        action={`${address}/disabling`}
        say={say}
      />
      {mayHandOver ? (
        <ConfirmDialog
          id="hand-over"
          title={say('people.hand_over_title', { name })}
          text={say('people.hand_over_text', { name })}
          act={say('people.hand_over_act')}
          action={`${address}/handover`}
          say={say}
        />
      ) : null}
    </>
  )
}

function Enable({ action, say }: { action: string; say: Say }) {
  return (
    <form class="form-acts" method="post" action={action}>
      <Button type="submit" icon="user-check">
        {say('people.enable')}
      </Button>
    </form>
  )
}
