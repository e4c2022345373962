import type { Child } from '#jsx'
import type { Chapter } from '#src/handbook/index.ts'
import { languages } from '#src/texts/index.ts'
import { Page, type PageProps, places } from '#views/layout/index.ts'
import { Brand, Icon, LinkButton } from '#views/ui/index.ts'
import { helpAddress } from './address.ts'
import type { Reading } from './reading.ts'

export type HelpPageProps = Omit<PageProps, 'title' | 'children'> & {
  /** All of them, in the order of reading. */
  chapters: readonly Chapter[]
  reading: Reading
  /** Whether the reader is signed in: then the way back leads to the desk. */
  signedIn: boolean
}

/** The handbook around one of its pages: anybody may read it. */
export function HelpFrame({ title, chapters, reading, signedIn, children, ...page }: HelpPageProps & { title: string; children?: Child }) {
  const { say } = reading
  return (
    <Page {...page} title={title}>
      <a class="skip" href="#content">
        {say('layout.skip')}
      </a>
      <div class="help">
        <header class="help-head">
          <a class="help-brand" href={helpAddress(reading.language)}>
            <Brand name={`${say('common.product')} · ${say('layout.settings.help')}`} />
          </a>
          <span class="grow" />
          <Languages reading={reading} />
          <LinkButton href={signedIn ? places.conversations : '/login'} icon={signedIn ? 'messages-square' : undefined} kind="ghost">
            {say(signedIn ? 'help.to_work' : 'login.act')}
          </LinkButton>
        </header>
        <div class="help-body">
          <Contents chapters={chapters} reading={reading} />
          <main class="handbook" id="content" tabindex="-1">
            {children}
          </main>
        </div>
      </div>
    </Page>
  )
}

function Languages({ reading }: { reading: Reading }) {
  const { language, open, say } = reading
  return (
    <nav class="help-languages" aria-label={say('help.languages')}>
      {languages.map((other) => (
        <a href={helpAddress(other, open ?? undefined)} lang={other} hreflang={other} aria-current={other === language ? 'true' : null}>
          {say(`common.language.${other}`)}
        </a>
      ))}
    </nav>
  )
}

/** All chapters, and the sections of the one that is open. On phones only these sections, and the way back: the chapters stand on the first page. */
function Contents({ chapters, reading }: { chapters: readonly Chapter[]; reading: Reading }) {
  const { language, open, say } = reading
  return (
    <nav class="help-contents" aria-label={say('help.contents')} data-open={open ?? 'contents'}>
      <a class="help-back" href={helpAddress(language)}>
        <Icon name="arrow-left" />
        {say('help.contents')}
      </a>
      <ol>
        {chapters.map(({ slug, title, sections }) => (
          <li data-open={slug === open ? '' : null}>
            <a href={helpAddress(language, slug)} aria-current={slug === open ? 'page' : null}>
              {title}
            </a>
            {slug === open ? (
              <ol>
                {sections.map((section) => (
                  <li>
                    <a href={`#${section.id}`}>{section.title}</a>
                  </li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
