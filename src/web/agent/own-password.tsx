import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { changePassword, passwordHash, sessionOf } from '#src/people/index.ts'
import { longestPasswordBytes } from '#src/platform/passwords.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { PasswordForm } from '#views/profile/password-form.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { refusalIn } from '../refusal-in.ts'
import { type At, agentGuard } from './guard.ts'
import { hashOfNew } from './new-password.ts'
import { errorsOf, loginOf, ProfilePage } from './profile.tsx'
import { sessionCookie, sessionToken } from './session-cookie.ts'

const password = t.String({ maxLength: longestPasswordBytes })
const body = t.Object({ present: password, chosen: password, username: t.Optional(t.String({ maxLength: 300 })) })

export const ownPasswordDoor = (house: House) =>
  new Elysia({ prefix: '/profile' }).use(agentGuard(house)).post('/password', ({ at, body }) => change(house, at, body), { body })

async function change(house: House, at: At, { present, chosen }: typeof body.static): Promise<Response> {
  const { core } = house
  try {
    await demandPresent(house, at, present)
    if (present === chosen) throw new Refusal('invalid', 'profile.password_same', {}, 'chosen')
    const hash = await hashOfNew(house, chosen, at.agent, 'chosen')
    const signedIn = await core.transact(() => changePassword(core, at.caller, stillOurs(house, at), hash))
    // The page's socket ends with the old session: it is loaded anew, with the new one.
    return moved(at.request, '/profile', { 'set-cookie': sessionCookie(house, signedIn) })
  } catch (error) {
    const refusal = refusalIn(error)
    const errors = errorsOf(at, refusal)
    const part = wantsPart(at.request)
    const view = part ? <PasswordForm login={loginOf(at.caller)} errors={errors} say={at.say} /> : <ProfilePage house={house} at={at} errors={errors} />
    return html(view, statusOf(refusal))
  }
}

/** Somebody at an unlocked screen does not know it; the same limits as at the login. */
async function demandPresent({ core, loginLimits, passwords }: House, { agent, caller }: At, present: string): Promise<void> {
  const account = loginOf(caller)
  const address = caller.address ?? ''
  limited(() => loginLimits.attempt(account, address))
  if (!(await passwords.verify(present, passwordHash(core, agent.id)))) throw new Refusal('invalid', 'profile.password_wrong', {}, 'present')
  loginLimits.succeeded(account, address)
}

function limited(attempt: () => void): void {
  try {
    attempt()
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.kind, error.say, error.values, 'present') : error
  }
}

/** While the hash was computed the session may have been ended. */
function stillOurs(house: House, at: At) {
  const known = sessionOf(house.core, sessionToken(house, at.request))
  if (!known) throw new Refusal('conflict', 'refusal.signed_out')
  return known.session
}
