import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import { signIn, signOut } from '#src/people/index.ts'
import { longestPasswordBytes } from '#src/platform/passwords.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { LoginForm } from '#views/login/login-page.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { sayFor } from '../known-caller.ts'
import { localPath } from '../local-path.ts'
import { loginPage } from '../signed-out.tsx'
import { agentGuard, fromOf } from './guard.ts'
import { endedCookie, sessionCookie } from './session-cookie.ts'

const loginBody = t.Object({
  name: t.String({ maxLength: 300 }),
  password: t.String({ maxLength: longestPasswordBytes }),
  remember: t.Optional(t.Literal('1')),
  next: t.Optional(t.String({ maxLength: 2_000 }))
})
type LoginBody = typeof loginBody.static

/** In and out. */
export const loginDoors = (house: House) =>
  new Elysia()
    .get('/login', ({ request }) => html(loginPage(house, request, { next: localPath(new URL(request.url).searchParams.get('next')) })))
    .post('/login', ({ body, request }) => logIn(house, request, body), { body: loginBody })
    .use(logoutDoor(house))

const logoutDoor = (house: House) =>
  new Elysia().use(agentGuard(house)).post('/logout', async ({ agent, session, caller, request }) => {
    await house.core.transact(() => signOut(house.core, agent, session, caller))
    return moved(request, '/login', { 'set-cookie': endedCookie(house) })
  })

async function logIn(house: House, request: Request, { name, password, remember, next }: LoginBody): Promise<Response> {
  if (Buffer.byteLength(password) > longestPasswordBytes) throw new Refusal('malformed', 'refusal.bad_request')
  const attempt = { name, password, remembered: remember === '1', from: fromOf(request) }
  try {
    const signedIn = await signIn(house.core, house.passwords, house.loginLimits, attempt)
    return moved(request, localPath(next), { 'set-cookie': sessionCookie(house, signedIn) })
  } catch (error) {
    if (error instanceof Refusal) return again(house, request, { name, remembered: attempt.remembered, next: localPath(next) }, error)
    throw error
  }
}

/** The name stays, the password goes; too many tries are told at the same place. */
function again(house: House, request: Request, typed: { name: string; remembered: boolean; next: string }, refusal: Refusal): Response {
  const say = sayFor(request)
  const form = { ...typed, error: say(refusal.say, refusal.values) }
  const headers: Record<string, string> = refusal.kind === 'busy' ? { 'retry-after': String(refusal.values.seconds ?? 5) } : {}
  return html(wantsPart(request) ? <LoginForm say={say} {...form} /> : loginPage(house, request, form), statusOf(refusal), headers)
}
