import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { actorOf, confirmLogin, liveSessions, revokeSession, sessionFor } from '#src/people/index.ts'
import { SettingsShell } from '#views/layout/index.ts'
import { SessionsPane } from '#views/profile/sessions-page.tsx'
import { html, moved } from '../answer.ts'
import { rowId } from '../row-id.ts'
import { type At, agentGuard } from './guard.ts'
import { sessionRow } from './session-row.ts'
import { consoleOf, momentOf, settingsNav } from './shell.tsx'

const page = '/profile/sessions'

/** Where one is signed in. */
export const ownSessionDoors = (house: House) => {
  const { core } = house
  return new Elysia({ prefix: page })
    .use(agentGuard(house))
    .get('/', ({ at }) => html(<SessionsPage house={house} at={at} />))
    .post('/others/revocation', async ({ agent, session, caller, request }) => {
      await core.transact(() => {
        for (const other of liveSessions(core, agent.id)) if (other.id !== session.id) revokeSession(core, actorOf(caller), other)
      })
      return moved(request, page)
    })
    .post('/:id/revocation', async ({ agent, caller, params, request }) => {
      await core.transact(() => revokeSession(core, actorOf(caller), sessionFor(core, agent, rowId(params.id))))
      return moved(request, page)
    })
    .post('/:id/confirmation', async ({ agent, params, request }) => {
      await core.transact(() => confirmLogin(core, sessionFor(core, agent, rowId(params.id))))
      return moved(request, page)
    })
}

function SessionsPage({ house, at }: { house: House; at: At }) {
  const sessions = liveSessions(house.core, at.agent.id).map((session) => sessionRow(house, at, session))
  return (
    <SettingsShell {...consoleOf(house, at)} title={at.say('profile.sessions')} nav={settingsNav(house, at.agent, 'sessions')}>
      <SessionsPane sessions={sessions} say={at.say} moment={momentOf(house, at.agent)} />
    </SettingsShell>
  )
}
