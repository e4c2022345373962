import { Page, type PageProps, places } from '#views/layout/index.ts'
import { Brand, LinkButton } from '#views/ui/index.ts'
import { Bubbles } from './bubbles.tsx'
import { Buttons } from './buttons.tsx'
import { ChatWindow } from './chat-window.tsx'
import { Colours } from './colours.tsx'
import { EmptyPlaces } from './empty-places.tsx'
import { Fields } from './fields.tsx'
import { Figures } from './figures.tsx'
import { Floating } from './floating.tsx'
import { IconNames } from './icon-names.tsx'
import { Lists } from './lists.tsx'
import { sampleMoment } from './samples.ts'
import { Signs } from './signs.tsx'
import { Typography } from './typography.tsx'

/** Every part in every state, on one page: what a new screen is built from, and where a change of a part is looked at first. `picture` is the address of a sample picture. */
export function StylePage({ picture, ...page }: Omit<PageProps, 'title' | 'children'> & { picture: string }) {
  const { say } = page
  const moment = sampleMoment
  return (
    <Page {...page} title={say('layout.settings.style')}>
      <main class="all-parts" id="content">
        <header class="row">
          <Brand name={`${say('common.product')} · ${say('layout.settings.style')}`} />
          <span class="grow" />
          <LinkButton href={places.settings} icon="arrow-left" kind="ghost">
            {say('layout.settings')}
          </LinkButton>
        </header>
        <Colours say={say} />
        <Typography say={say} />
        <Buttons say={say} />
        <Fields say={say} />
        <Signs say={say} moment={moment} />
        <Lists say={say} moment={moment} />
        <Bubbles say={say} moment={moment} picture={picture} />
        <Floating say={say} />
        <Figures say={say} />
        <EmptyPlaces say={say} />
        <ChatWindow say={say} />
        <IconNames say={say} />
      </main>
    </Page>
  )
}
