import type { Say } from '#src/texts/index.ts'
import { classes } from './hooks.ts'
import { Icon } from './icon.tsx'
import { PresenceMark, type PresenceState, presenceWord } from './presence.tsx'
import { initialOf, toneOf } from './tone.ts'

export type AvatarSize = 20 | 24 | 32 | 40 | 44
export type Face = { id: number; name: string; picture?: string | null }

const sizes: Record<AvatarSize, string | null> = { 20: 'avatar-xs', 24: 'avatar-sm', 32: null, 40: 'avatar-md', 44: 'avatar-lg' }

type AvatarProps = { person: Face; size?: AvatarSize; presence?: PresenceState; say?: Say; id?: string; titled?: boolean }

/** A colleague: round, with a picture or the first character of the name. `titled` where the name stands nowhere beside it. */
export function Avatar({ person, size = 32, presence, say, id, titled }: AvatarProps) {
  return (
    <span class={classes('avatar', sizes[size])} id={id} data-tone={toneOf(person.id)} title={titled ? person.name : null}>
      {person.picture ? (
        <img src={person.picture} alt="" width={size} height={size} loading="lazy" decoding="async" />
      ) : (
        <span aria-hidden="true">{initialOf(person.name)}</span>
      )}
      {titled ? <span class="sr">{person.name}</span> : null}
      {presence ? <PresenceMark state={presence} /> : null}
      {presence && say ? <span class="sr">{presenceWord(presence, say)}</span> : null}
    </span>
  )
}

/** A robot: grey. */
export function BotAvatar({ size = 32 }: { size?: AvatarSize }) {
  return (
    <span class={classes('avatar avatar-bot', sizes[size])}>
      <Icon name="bot" size={size <= 24 ? 14 : 16} />
    </span>
  )
}
