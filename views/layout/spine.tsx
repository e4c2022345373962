import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Count, Icon, type IconName, Mark } from '#views/ui/index.ts'
import { type Me, OwnStatus } from './own-status.tsx'
import { places, type Section } from './places.ts'

export type Counters = { waiting: number; left: number }

type SpineProps = { section: Section | null; me: Me; counters: Counters; say: Say; fields?: Child }

const sections: readonly { key: Section; icon: IconName; word: `layout.${Section}` }[] = [
  { key: 'conversations', icon: 'messages-square', word: 'layout.conversations' },
  { key: 'visitors', icon: 'users', word: 'layout.visitors' },
  { key: 'messages', icon: 'inbox', word: 'layout.messages' },
  { key: 'settings', icon: 'settings', word: 'layout.settings' }
]

/** The rail at the edge; on phones the tabs at the bottom. */
export function Spine({ section, me, counters, say, fields }: SpineProps) {
  return (
    <nav class="spine" aria-label={say('layout.nav')}>
      <a class="spine-mark" href={places.conversations} aria-label={say('common.product')}>
        <Mark />
      </a>
      <ul>
        {sections.map(({ key, icon, word }) => (
          <li>
            <a href={places[key]} aria-current={key === section ? 'page' : null}>
              <Icon name={icon} size={20} />
              <span>{say(word)}</span>
              {key === 'conversations' ? (
                <WaitingCount n={counters.waiting} say={say} />
              ) : key === 'messages' ? (
                <LeftCount n={counters.left} say={say} />
              ) : null}
            </a>
          </li>
        ))}
      </ul>
      <OwnStatus me={me} say={say} fields={fields} />
    </nav>
  )
}

/** How many wait for somebody: amber, on the conversations. */
export function WaitingCount({ n, say }: { n: number; say: Say }) {
  return <Count id="spine-waiting" tone="amber" n={n} label={say('layout.waiting', { n })} />
}

/** How many messages nobody has handled yet. */
export function LeftCount({ n, say }: { n: number; say: Say }) {
  return <Count id="spine-left" n={n} label={say('layout.unhandled', { n })} />
}
