import type { Say, TextKey } from '#src/texts/index.ts'

/** Told apart by shape: online a disc, busy a disc with a bar, away a half, offline a ring. */
export type PresenceState = 'online' | 'busy' | 'away' | 'offline'

const words: Record<PresenceState, TextKey> = {
  online: 'ui.presence.online',
  busy: 'ui.presence.busy',
  away: 'ui.presence.away',
  offline: 'ui.presence.offline'
}

export function presenceWord(state: PresenceState, say: Say): string {
  return say(words[state])
}

/** The sign with its word. */
export function Presence({ state, say, id }: { state: PresenceState; say: Say; id?: string }) {
  return (
    <span class="state" id={id}>
      <PresenceMark state={state} />
      {presenceWord(state, say)}
    </span>
  )
}

/** The sign alone, where the word stands elsewhere. */
export function PresenceMark({ state }: { state: PresenceState }) {
  return <i class="presence" data-state={state} />
}

/** A small round mark before a word: here now, waiting, late, or gone. */
export function Dot({ tone }: { tone?: 'live' | 'amber' | 'red' }) {
  return <i class="dot" data-tone={tone} />
}
