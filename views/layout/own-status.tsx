import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Avatar, type Face, Menu, MenuItem, PresenceMark, type PresenceState, presenceWord } from '#views/ui/index.ts'
import { places } from './places.ts'

export type Me = Face & { status: PresenceState }

type OwnStatusProps = { me: Me; say: Say; fields?: Child; id?: 'me' | 'me-small' }

const states: readonly PresenceState[] = ['online', 'busy', 'away', 'offline']

/** One's own face and status: at the foot of the spine (`me`), at the top of the list on phones (`me-small`). A change answers with this same part. */
export function OwnStatus({ me, say, fields, id = 'me' }: OwnStatusProps) {
  const word = presenceWord(me.status, say)
  const summary = (
    <>
      <Avatar person={me} presence={me.status} />
      {id === 'me' ? <span aria-hidden="true">{word}</span> : null}
    </>
  )
  return (
    <Menu
      id={id}
      label={say('layout.me', { name: me.name, status: word })}
      summary={summary}
      look={id === 'me' ? 'spine-me' : 'me-small'}
      side={id === 'me' ? 'start' : 'end'}
      up={id === 'me'}
      title={say('layout.status')}
    >
      <form method="post" action={places.status} hx-post={places.status} hx-target={`#${id}`} hx-swap="outerHTML">
        {fields}
        {states.map((state) => (
          <MenuItem type="submit" name="status" value={state} mark={<PresenceMark state={state} />} current={state === me.status}>
            {presenceWord(state, say)}
          </MenuItem>
        ))}
      </form>
      <hr />
      <MenuItem href={places.profile} icon="circle-user">
        {say('layout.profile')}
      </MenuItem>
      <form method="post" action={places.signOut}>
        {fields}
        <MenuItem type="submit" icon="log-out">
          {say('layout.sign_out')}
        </MenuItem>
      </form>
    </Menu>
  )
}
