import type { Notices } from '#src/people/index.ts'
import type { Say, TextKey } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { Button, SwitchRow } from '#views/ui/index.ts'

export type NoticesProps = { notices: Notices; say: Say }

type NoticeName = keyof Notices
const means: readonly NoticeName[] = ['sound', 'desktop', 'title', 'hideContent']
const occasions: readonly NoticeName[] = ['newRequest', 'newMessage']
const hints: Partial<Record<NoticeName, TextKey>> = { desktop: 'profile.notice.desktop_hint', hideContent: 'profile.notice.hideContent_hint' }

/** Every switch acts at once: the whole form goes with each change. */
export function NoticesForm({ notices, say }: NoticesProps) {
  const address = `${places.profile}/notices`
  return (
    <form
      class="switches"
      id="notice-switches"
      method="post"
      action={address}
      hx-post={address}
      hx-swap="none"
      hx-trigger="change, submit"
      hx-sync="this:queue last"
    >
      <h3>{say('profile.means')}</h3>
      <div>{means.map((name) => noticeSwitch(name, notices, say))}</div>
      <h3>{say('profile.occasions')}</h3>
      <div>{occasions.map((name) => noticeSwitch(name, notices, say))}</div>
      <noscript>
        <Button type="submit">{say('profile.apply')}</Button>
      </noscript>
    </form>
  )
}

function noticeSwitch(name: NoticeName, notices: Notices, say: Say) {
  const hint = hints[name]
  return <SwitchRow id={`notice-${name}`} name={name} label={say(`profile.notice.${name}`)} hint={hint ? say(hint) : undefined} checked={notices[name]} />
}
