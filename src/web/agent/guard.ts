import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { type Caller, can, type Person, type Right, type Session, seeSession, sessionOf, wantsToBeSeen } from '#src/people/index.ts'
import { forbidden } from '#src/platform/refusal.ts'
import type { Say } from '#src/texts/index.ts'
import { callerAddress } from '../caller-address.ts'
import { FirstGoTo, SignedOut } from '../errors.tsx'
import { rememberPerson, sayFor } from '../known-caller.ts'
import { sessionToken } from './session-cookie.ts'

/*
 * How a door for agents is written: one file per subject, a function of the house that returns its routes.
 *
 *   export const wordDoors = (house: House) =>
 *     new Elysia({ prefix: '/words' })
 *       .use(agentGuard(house))                       // or agentGuard(house, 'people') where a right is needed
 *       .post('/:id/closing', async ({ params, body, agent, at, request }) => {
 *         const word = await house.core.transact(() => closeWord(house.core, wordFor(house.core, agent, id(params.id)), at.caller, body.reason))
 *         return wantsPart(request) ? html(<Word word={word} say={at.say} />) : moved(request, '/words')
 *       }, { body: t.Object({ reason: t.String({ maxLength: 500 }) }) })
 *
 * Then one `.use(wordDoors(house))` in app.ts and one line per route in tests/web/matrix.ts. The context has `agent` (the person),
 * `session`, `say`, `caller` (for acts that are audited) and `at`, all of these in one for the shell and the views. Refusals are
 * thrown through; forms that show them at their field catch them with `refusalIn`. Forged requests never get here (refuse-early.ts).
 */

/** Everything about who is asking. */
export type At = { agent: Person; session: Session; caller: Caller; say: Say; request: Request }

/** Signed in, and with the right if one is named. Runs before the request's schema is checked: strangers learn nothing of it. */
export function agentGuard(house: House, right?: Right) {
  return new Elysia().derive({ as: 'scoped' }, ({ request }) => {
    const at = enter(house, request)
    if (at.agent.mustChangePassword && !isAboutPassword(request)) throw new FirstGoTo('/profile')
    if (right && !can(at.agent, right)) throw forbidden()
    return { ...at, at }
  })
}

export function enter(house: House, request: Request): At {
  const known = sessionOf(house.core, sessionToken(house, request))
  if (!known) throw new SignedOut()
  const { person: agent, session } = known
  const caller = { person: agent, ...fromOf(request) }
  rememberPerson(request, caller)
  if (wantsToBeSeen(house.core, session)) see(house, session)
  return { agent, session, caller, say: sayFor(request), request }
}

export function fromOf(request: Request): { address: string; agent: string | null } {
  return { address: callerAddress(request), agent: request.headers.get('user-agent')?.slice(0, 300) ?? null }
}

/** Whoever got a password from somebody else chooses one of their own before anything else. */
function isAboutPassword(request: Request): boolean {
  return /^\/(profile|profile\/password|logout)$/.test(new URL(request.url).pathname)
}

/** Nobody waits for it, and nothing depends on it. */
function see({ core }: House, session: Session): void {
  core.transact(() => seeSession(core, session)).catch((error) => core.log.fault('see-session', error))
}
