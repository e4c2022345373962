import { Elysia } from 'elysia'
import type { Html } from '#jsx'
import { type Counters, countersFor } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import type { Tab } from '#src/realtime/index.ts'
import type { Say } from '#src/texts/index.ts'
import { Counts } from '#views/desk/index.ts'
import { LeftCount, WaitingCount } from '#views/layout/index.ts'
import { html } from '../../answer.ts'
import { agentGuard } from '../guard.ts'
import { Partial } from './parts.tsx'
import type { Viewers } from './viewers.ts'

/** A page that was away asks for its numbers again. */
export const counterDoors = (house: House) =>
  new Elysia().use(agentGuard(house)).get('/counters', ({ agent, say }) => html(<CounterParts counters={countersFor(house.core, agent)} say={say} />))

function CounterParts({ counters, say }: { counters: Counters; say: Say }): Html {
  return (
    <>
      <Partial to="spine-waiting" swap="outerHTML">
        <WaitingCount n={counters.waiting} say={say} />
      </Partial>
      <Partial to="spine-left" swap="outerHTML">
        <LeftCount n={counters.left} say={say} />
      </Partial>
      <Partial to="counts" swap="outerHTML">
        <Counts counters={counters} />
      </Partial>
    </>
  )
}

/** The numbers on every page of every person, at most twice a second, and only when they have changed. */
export function createCounterPushes({ hub, core }: House, viewers: Viewers, later: (ms: number, work: () => void) => void): { touch(): void } {
  const told = new WeakMap<Tab, string>()
  let isPlanned = false

  function tell(): void {
    isPlanned = false
    const open = [...hub.tabs()].filter((tab) => tab.socket !== null)
    for (const [person, tabs] of viewers.byPerson(open)) {
      const { agent, say } = viewers.of(person)
      const counters = countersFor(core, agent)
      const state = JSON.stringify(counters)
      const late = tabs.filter((tab) => told.get(tab) !== state)
      if (late.length === 0) continue
      const { markup } = <CounterParts counters={counters} say={say} />
      for (const tab of late) {
        told.set(tab, state)
        hub.push(tab, markup)
      }
    }
  }

  return {
    touch() {
      if (isPlanned) return
      isPlanned = true
      later(500, tell)
    }
  }
}
