import type { Child } from '#jsx'
import { ArrivalCorner, ToastRegion } from '#views/ui/index.ts'
import type { Me } from './own-status.tsx'
import { Page, type PageProps } from './page.tsx'
import type { Section } from './places.ts'
import { type Counters, Spine } from './spine.tsx'

/** What a narrow screen shows: of the workbench the list, the thread, or the visitor's card (at middle widths a drawer); of the settings the sections or a page. */
export type FrontPane = 'list' | 'thread' | 'card' | 'sections' | 'page'

export type ShellProps = PageProps & {
  section: Section | null
  me: Me
  counters: Counters
  front?: FrontPane
  /** Hidden fields of every form: the mark against forged requests. */
  fields?: Child
  /** Over the whole console: no network, no sound, little disk. */
  banners?: Child
}

/** The console: spine, panes, and the places for what floats. Its children are the panes; one of them is `<main id="content">` (Pane, Workbench). */
export function Shell({ section, me, counters, front, fields, banners, children, ...page }: ShellProps) {
  return (
    <Page {...page}>
      <a class="skip" href="#content">
        {page.say('layout.skip')}
      </a>
      <div class="console" id="console" data-front={front}>
        <Spine section={section} me={me} counters={counters} say={page.say} fields={fields} />
        <div class="console-body">
          <div class="banners" id="banners">
            {banners}
          </div>
          {children}
        </div>
      </div>
      <ArrivalCorner />
      <ToastRegion />
    </Page>
  )
}
