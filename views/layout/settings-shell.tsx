import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Name } from '#views/ui/index.ts'
import { places } from './places.ts'
import { Shell, type ShellProps } from './shell.tsx'

export type SettingsNav = {
  /** `site-12`, `new-site`, `people`, `style`, `profile`, `sessions`; null on the list of all. */
  current: string | null
  sites: readonly { id: number; name: string }[]
  /** What this person may open: agents see their own section only. */
  manages: boolean
}

type SettingsShellProps = Omit<ShellProps, 'section' | 'front'> & { nav: SettingsNav; children?: Child }

/** Settings: all sections in a column of their own, and the page (its Pane). On phones the column is a page that the others lead back to. */
export function SettingsShell({ nav, children, ...shell }: SettingsShellProps) {
  return (
    <Shell {...shell} section="settings" front={nav.current === null ? 'sections' : 'page'}>
      <div class="settings">
        <SettingsList nav={nav} say={shell.say} />
        {children}
      </div>
    </Shell>
  )
}

type Group = { title: string; items: { key: string; word: string; href: string }[] }

function SettingsList({ nav, say }: { nav: SettingsNav; say: Say }) {
  return (
    <nav class="subnav" aria-label={say('layout.settings')}>
      <h2>{say('layout.settings')}</h2>
      {groups(nav, say).map(({ title, items }) => (
        <>
          <h3>{title}</h3>
          {items.map(({ key, word, href }) => (
            <a href={href} aria-current={key === nav.current ? 'page' : null}>
              <Name text={word} />
            </a>
          ))}
        </>
      ))}
    </nav>
  )
}

function groups({ sites, manages }: SettingsNav, say: Say): Group[] {
  const personal = {
    title: say('layout.settings.personal'),
    items: [
      { key: 'profile', word: say('layout.settings.profile'), href: places.profile },
      { key: 'sessions', word: say('layout.settings.sessions'), href: places.sessions }
    ]
  }
  const help = { key: 'help', word: say('layout.settings.help'), href: places.help }
  if (!manages) return [personal, { title: say('layout.settings.system'), items: [help] }]
  return [
    {
      title: say('layout.settings.sites'),
      items: [
        ...sites.map(({ id, name }) => ({ key: `site-${id}`, word: name, href: `${places.sites}/${id}` })),
        { key: 'new-site', word: say('layout.settings.add_site'), href: places.newSite }
      ]
    },
    { title: say('layout.settings.team'), items: [{ key: 'people', word: say('layout.settings.people'), href: places.people }] },
    { title: say('layout.settings.system'), items: [{ key: 'style', word: say('layout.settings.style'), href: places.style }, help] },
    personal
  ]
}
