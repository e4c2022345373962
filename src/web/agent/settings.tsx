import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { can } from '#src/people/index.ts'
import { SitesPage } from '../admin/sites.tsx'
import { html } from '../answer.ts'
import { agentGuard } from './guard.ts'
import { ProfilePage } from './profile.tsx'

/** All settings. On a phone the list of them; beside it, where there is room, what one most likely came for. */
export const settingsDoor = (house: House) =>
  new Elysia()
    .use(agentGuard(house))
    .get('/settings', ({ at }) =>
      html(can(at.agent, 'sites') ? <SitesPage house={house} at={at} current={null} /> : <ProfilePage house={house} at={at} current={null} />)
    )
