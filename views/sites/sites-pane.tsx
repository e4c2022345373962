import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Roster, RosterRow } from '#views/settings/roster.tsx'
import { Badge, Button, EmptyState, Icon, LinkButton, type Moment, timeText } from '#views/ui/index.ts'

export type SiteRow = { id: number; name: string; url: string; key: string; language: 'zh-CN' | 'zh-TW' | 'en'; isSeen: boolean }
export type RemovedSite = { id: number; name: string; url: string; removedAt: number }

type SitesPaneProps = { sites: readonly SiteRow[]; removed: readonly RemovedSite[]; say: Say; moment: Moment }

/** All websites; each leads to its own page. */
export function SitesPane({ sites, removed, say, moment }: SitesPaneProps) {
  const add = (
    <LinkButton kind="primary" icon="plus" href={places.newSite}>
      {say('sites.add')}
    </LinkButton>
  )
  return (
    <Pane
      head={
        <PageHead form title={say('sites.title')} back={{ href: places.settings, label: say('layout.settings.all') }} acts={sites.length > 0 ? add : null} />
      }
    >
      {sites.length === 0 ? (
        <EmptyState drawing="gate" title={say('sites.none')} act={add}>
          {say('sites.none_text')}
        </EmptyState>
      ) : null}
      <div class="sheet">
        {sites.length > 0 ? <p class="lead">{say('sites.text')}</p> : null}
        <Roster id="sites" label={say('sites.title')}>
          {sites.map((site) => (
            <SiteLine {...{ site, say }} />
          ))}
        </Roster>
        {removed.length > 0 ? <Removed {...{ removed, say, moment }} /> : null}
      </div>
    </Pane>
  )
}

function SiteLine({ site: { id, name, url, key, language, isSeen }, say }: { site: SiteRow; say: Say }) {
  return (
    <RosterRow
      id={`site-${id}`}
      picture={<Icon name="globe" size={20} />}
      name={name}
      href={`${places.sites}/${id}`}
      badges={<CodeBadge isSeen={isSeen} say={say} />}
      under={url}
      side={
        <>
          <span>{say(`common.language.${language}`)}</span>
          <code>{key}</code>
        </>
      }
    />
  )
}

/** Whether the code line was ever seen at work. */
export function CodeBadge({ isSeen, say }: { isSeen: boolean; say: Say }) {
  if (!isSeen) return <Badge tone="line">{say('sites.code_unseen')}</Badge>
  return (
    <Badge tone="jade" icon="circle-check">
      {say('sites.code_works')}
    </Badge>
  )
}

function Removed({ removed, say, moment }: { removed: readonly RemovedSite[]; say: Say; moment: Moment }) {
  return (
    <>
      <h2>{say('sites.removed')}</h2>
      <Roster id="removed-sites" label={say('sites.removed')}>
        {removed.map(({ id, name, url, removedAt }) => (
          <RosterRow
            isOff
            id={`site-${id}`}
            picture={<Icon name="globe" size={20} />}
            name={name}
            under={url}
            side={<span>{say('sites.removed_at', { time: timeText(removedAt, moment, say, 'exact') })}</span>}
            acts={
              <form method="post" action={`${places.sites}/${id}/return`}>
                <Button type="submit" size="small" icon="rotate-ccw">
                  {say('sites.restore')}
                </Button>
              </form>
            }
          />
        ))}
      </Roster>
    </>
  )
}
