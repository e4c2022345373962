import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { appliance } from '#src/install/index.ts'
import { type Caller, changeLook, changeNotices, changeProfile, densities, type Notices, noticeNames, oneOf, textSizes, themes } from '#src/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { SettingsShell } from '#views/layout/index.ts'
import { ProfileForm, ProfilePane, type ProfileValues } from '#views/profile/profile-page.tsx'
import { Said } from '#views/settings/said.tsx'
import { html, isHtmx, moved, nothing, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { refusalIn } from '../refusal-in.ts'
import { type At, agentGuard } from './guard.ts'
import { consoleOf, meOf, settingsNav } from './shell.tsx'

const profileBody = t.Object({ nickname: t.String({ maxLength: 200 }), language: t.String({ maxLength: 20 }), timeZone: t.String({ maxLength: 64 }) })
const lookBody = t.Object({ theme: t.String(), density: t.String(), text: t.String() })
const on = t.Optional(t.Literal('1'))
const noticesBody = t.Object({ sound: on, desktop: on, title: on, newRequest: on, newMessage: on, hideContent: on })

/** What everybody decides about themselves. */
export const profileDoors = (house: House) =>
  new Elysia({ prefix: '/profile' })
    .use(agentGuard(house))
    .get('/', ({ at }) => html(<ProfilePage house={house} at={at} />))
    .post('/', ({ at, body }) => saveProfile(house, at, body), { body: profileBody })
    .post('/look', ({ at, body }) => saveLook(house, at, body), { body: lookBody })
    .post('/notices', ({ at, body }) => saveNotices(house, at, body), { body: noticesBody })

async function saveProfile(house: House, at: At, typed: ProfileValues): Promise<Response> {
  const { core } = house
  try {
    const person = await core.transact(() => changeProfile(core, at.caller, typed))
    const { nickname, language, timeZone } = person
    // Another language changes every word of the page.
    if (!wantsPart(at.request) || language !== at.agent.language) return moved(at.request, '/profile')
    return html(
      <>
        <ProfileForm {...formProps(house, at)} values={{ nickname, language, timeZone: timeZone ?? '' }} errors={{}} />
        <Said text={at.say('profile.saved')} say={at.say} />
      </>
    )
  } catch (error) {
    const refusal = refusalIn(error)
    const errors = errorsOf(at, refusal)
    const part = wantsPart(at.request)
    return html(
      part ? <ProfileForm {...formProps(house, at)} values={typed} errors={errors} /> : <ProfilePage house={house} at={at} typed={typed} errors={errors} />,
      statusOf(refusal)
    )
  }
}

/** The look stands on the page's first element: htmx loads it anew. */
async function saveLook({ core }: House, at: At, body: typeof lookBody.static): Promise<Response> {
  const theme = oneOf(themes, body.theme)
  const density = oneOf(densities, body.density)
  const text = oneOf(textSizes, body.text)
  if (!theme || !density || !text) throw new Refusal('malformed', 'refusal.bad_request')
  await core.transact(() => changeLook(core, at.agent.id, { theme, density, text }))
  return isHtmx(at.request) ? nothing({ 'hx-refresh': 'true' }) : moved(at.request, '/profile')
}

/** A switch that is off is not sent. */
async function saveNotices({ core }: House, at: At, body: typeof noticesBody.static): Promise<Response> {
  const notices = Object.fromEntries(noticeNames.map((name) => [name, body[name] === '1'])) as Notices
  await core.transact(() => changeNotices(core, at.agent.id, notices))
  return isHtmx(at.request) ? nothing() : moved(at.request, '/profile#notices')
}

type PageProps = { house: House; at: At; typed?: ProfileValues; errors?: Record<string, string>; current?: string | null }

/** Also what a refused form answers with when there is no script. */
export function ProfilePage({ house, at, typed, errors = {}, current = 'profile' }: PageProps) {
  const { agent, say } = at
  return (
    <SettingsShell {...consoleOf(house, at)} title={say('profile.title')} nav={settingsNav(house, agent, current)}>
      <ProfilePane
        {...formProps(house, at)}
        face={meOf(house, agent)}
        values={typed ?? { nickname: agent.nickname, language: agent.language, timeZone: agent.timeZone ?? '' }}
        errors={errors}
        look={agent.look}
        notices={agent.notices}
        mustChangePassword={agent.mustChangePassword}
      />
    </SettingsShell>
  )
}

export function errorsOf(at: At, { field, say, values }: Refusal): Record<string, string> {
  return field === null ? {} : { [field]: at.say(say, values) }
}

export function loginOf({ person: { email, phone } }: Caller): string {
  return email ?? phone ?? ''
}

function formProps({ core }: House, { caller, say }: At) {
  return { login: loginOf(caller), usualZone: appliance(core)?.timeZone ?? 'UTC', say }
}
