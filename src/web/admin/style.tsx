import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { StylePage } from '#views/style/index.ts'
import { agentGuard } from '../agent/guard.ts'
import { consoleOf } from '../agent/shell.tsx'
import { html } from '../answer.ts'
import { assetAddress } from '../assets.ts'

/** All parts of all screens on one page: for whoever builds or judges them. */
export const styleDoor = (house: House) =>
  new Elysia().use(agentGuard(house, 'sites')).get('/admin/style', ({ at }) => {
    const { say, assets, look, now } = consoleOf(house, at)
    return html(<StylePage picture={assetAddress('mark.svg')} {...{ say, assets, look, now }} />)
  })
