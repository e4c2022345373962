import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { type Moment, Time } from '../time.tsx'

type SystemLineProps = { id?: string; seq?: number; at: number; moment: Moment; say: Say; children?: Child }

/** What happened between the messages: time first, then one sentence (names in `<b>`). */
export function SystemLine({ id, seq, at, moment, say, children }: SystemLineProps) {
  return (
    <p class="system" id={id} data-seq={seq}>
      <Time at={at} moment={moment} say={say} as="clock" />
      <span>{children}</span>
    </p>
  )
}

/** Where a new day begins. */
export function DateDivider({ at, moment, say, id, seq }: { at: number; moment: Moment; say: Say; id?: string; seq?: number }) {
  return (
    <div class="divider" id={id} data-seq={seq}>
      <Time at={at} moment={moment} say={say} as="day" />
    </div>
  )
}

/** Where one stopped reading; stays until one answers. */
export function UnreadDivider({ say, id = 'unread', seq }: { say: Say; id?: string; seq?: number }) {
  return (
    <div class="divider divider-new" id={id} data-seq={seq}>
      <span>{say('ui.thread.new_below')}</span>
    </div>
  )
}

/** Over the composer when new messages have come while one has scrolled away. The script counts (`data-one`, `data-many` are its words), shows it, and goes to the end. */
export function NewMessagesPill({ say, n }: { say: Say; n: number }) {
  return (
    <button
      type="button"
      class="jump"
      id="new-messages"
      hidden={n <= 0}
      data-to-end=""
      data-one={say('ui.thread.new_messages', { n: 1 })}
      data-many={say('ui.thread.many_new')}
    >
      {say('ui.thread.new_messages', { n })}
    </button>
  )
}
