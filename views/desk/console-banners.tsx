import type { Counters } from '#src/conversations/index.ts'
import type { Say } from '#src/texts/index.ts'
import { Banner, LinkButton, Toast } from '#views/ui/index.ts'

/** On every page of the console, hidden until the script has a reason: no network, no session, no sound. And the counts, from which the tab's title is made. */
export function ConsoleBanners({ counters, say }: { counters: Counters; say: Say }) {
  return (
    <>
      <Banner id="offline" tone="amber" icon="wifi-off" hidden>
        {say('desk.offline')}
      </Banner>
      <Banner
        id="signed-out"
        tone="red"
        icon="circle-alert"
        hidden
        act={
          <LinkButton size="small" href="/login">
            {say('desk.sign_in_again')}
          </LinkButton>
        }
      >
        {say('desk.signed_out')}
      </Banner>
      <Banner id="sound-blocked" tone="indigo" icon="bell-off" hidden>
        {say('desk.sound_blocked')}
      </Banner>
      <Counts counters={counters} />
      <template id="not-reached">
        <Toast text={say('desk.not_reached')} icon="circle-alert" stays say={say} />
      </template>
    </>
  )
}

/** The page's one place for its numbers; asked again when the page was away. */
export function Counts({ counters: { waiting, unread, left } }: { counters: Counters }) {
  return (
    <i id="counts" hidden data-waiting={waiting} data-unread={unread} data-left={left} hx-get="/counters" hx-trigger="kefu:refresh from:body" hx-swap="none" />
  )
}
