import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { moved } from '../answer.ts'
import { agentGuard } from './guard.ts'

/** The bare address leads to the work. */
export const startDoor = (house: House) => new Elysia().use(agentGuard(house)).get('/', ({ request }) => moved(request, '/conversations'))
