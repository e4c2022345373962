import type { Say } from '#src/texts/index.ts'
import { PageHead, Pane, places } from '#views/layout/index.ts'
import { Button, FormSection } from '#views/ui/index.ts'
import { SiteFields, type SiteValues } from './site-fields.tsx'

type NewSiteProps = { values: SiteValues; errors: Record<string, string>; say: Say }

export function NewSitePane({ say, ...form }: NewSiteProps) {
  return (
    <Pane head={<PageHead form title={say('sites.add')} back={{ href: places.sites, label: say('sites.title') }} />}>
      <NewSiteForm say={say} {...form} />
    </Pane>
  )
}

export function NewSiteForm({ values, errors, say }: NewSiteProps) {
  return (
    <form class="form" id="new-site" method="post" action={places.sites} hx-post={places.sites} hx-target="#new-site" hx-swap="outerHTML">
      <FormSection title={say('sites.basics')} text={say('sites.add_text')}>
        <SiteFields {...{ values, errors, say }} />
        <div class="form-acts">
          <Button type="submit" kind="primary" icon="plus">
            {say('sites.add')}
          </Button>
        </div>
      </FormSection>
    </form>
  )
}
