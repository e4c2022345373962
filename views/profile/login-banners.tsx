import type { Say } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { Banner, Button, LinkButton, type Moment, timeText } from '#views/ui/index.ts'
import type { SessionRow } from './sessions-page.tsx'

/** Somebody signed in from a browser or place this person never used; stays until it is confirmed or ended. */
function NewLoginBanner({ login, say, moment }: { login: SessionRow; say: Say; moment: Moment }) {
  const { id, device, place, createdAt } = login
  const words = { device: device ?? say('profile.session.unknown'), place, time: timeText(createdAt, moment, say, 'exact') }
  const act = (
    <>
      <LinkButton size="small" href={places.sessions}>
        {say('profile.new_login_look')}
      </LinkButton>
      <form method="post" action={`${places.sessions}/${id}/confirmation`}>
        <Button size="small" type="submit">
          {say('profile.session.confirm')}
        </Button>
      </form>
    </>
  )
  return (
    <Banner tone="indigo" icon="shield" act={act} id={`login-${id}`}>
      {say('profile.new_login', words)}
    </Banner>
  )
}

/** Several of them would push everything else off a phone's screen: they are one line that leads to where each is confirmed. */
export function NewLoginsBanner({ logins, say, moment }: { logins: readonly SessionRow[]; say: Say; moment: Moment }) {
  const [login, ...others] = logins
  if (!login) return null
  if (others.length === 0) return <NewLoginBanner login={login} say={say} moment={moment} />
  const act = (
    <LinkButton size="small" href={places.sessions}>
      {say('profile.new_login_look')}
    </LinkButton>
  )
  return (
    <Banner tone="indigo" icon="shield" act={act} id="new-logins">
      {say('profile.new_logins', { n: logins.length })}
    </Banner>
  )
}

/** After many wrong passwords. Nothing for few. */
export function FailuresBanner({ n, say }: { n: number; say: Say }) {
  return (
    <>
      {n > 0 ? (
        <Banner tone="red" icon="shield">
          {say('profile.failures', { n })}
        </Banner>
      ) : null}
    </>
  )
}
