import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Button, CodeLine, ConfirmDialog, FormSection, type Moment, SaveBar } from '#views/ui/index.ts'
import { CodeSeen, type Seen } from './code-seen.tsx'
import { Origins, type RefusedRow } from './origins.tsx'
import { SiteForm, type SiteFormValues } from './site-form.tsx'
import { CodeBadge } from './sites-pane.tsx'

export type SitePaneProps = {
  id: number
  name: string
  /** The line to paste, whole. */
  code: string
  seen: Seen | null
  values: SiteFormValues
  errors: Record<string, string>
  origins: readonly string[]
  mainUrl: string
  refused: readonly RefusedRow[]
  /** What was typed as another origin, when it was wrong. */
  newOrigin: string
  say: Say
  moment: Moment
}

/** One website: its line of code, its rules, its allowed pages. */
export function SitePane({ id, name, code, seen, values, errors, origins, mainUrl, refused, newOrigin, say, moment }: SitePaneProps) {
  const address = `${places.sites}/${id}`
  return (
    <Pane head={<SiteHead name={name} isSeen={seen !== null} say={say} />} foot={<SaveBar form="site-form" say={say} />}>
      <div class="form">
        <FormSection title={say('sites.code')} text={say('sites.code_text')}>
          <CodeLine id="code" code={code} say={say} />
          <CodeSeen seen={seen} address={address} say={say} moment={moment} />
        </FormSection>
        <SiteForm {...{ id, values, errors, say }} />
        <FormSection id="origins-section" title={say('sites.origins')} text={say('sites.origins_text')}>
          <Origins {...{ address, origins, mainUrl, refused, newOrigin, error: errors.origin ?? null, say, moment }} />
        </FormSection>
        <FormSection title={say('sites.remove')} text={say('sites.remove_text')}>
          <span>
            <Button kind="danger" icon="trash-2" data-opens="remove-site">
              {say('sites.remove_open')}
            </Button>
          </span>
          <ConfirmDialog
            id="remove-site"
            title={say('sites.remove_title', { name })}
            text={say('sites.remove_text')}
            act={say('sites.remove_act')}
            action={`${address}/removal`}
            say={say}
          />
        </FormSection>
      </div>
    </Pane>
  )
}

export function SiteHead({ name, isSeen, say }: { name: string; isSeen: boolean; say: Say }) {
  return <PageHead form id="site-head" title={name} beside={<CodeBadge isSeen={isSeen} say={say} />} back={{ href: places.sites, label: say('sites.title') }} />
}
