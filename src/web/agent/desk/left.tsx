import { Elysia } from 'elysia'
import { leftMessages } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { LeftList, LeftMore, LeftPage, LeftRows } from '#views/left/index.ts'
import { html, wantsPart } from '../../answer.ts'
import { type At, agentGuard } from '../guard.ts'
import { tabOf } from '../live-body.ts'
import { consoleOf, momentOf } from '../shell.tsx'
import { beforeFrom } from './filter.ts'
import { leftList } from './left-list.tsx'
import { Partial } from './parts.tsx'

const pageSize = 50

/** 留言: what was left while nobody was there. */
export const leftDoors = (house: House) =>
  new Elysia().use(agentGuard(house)).get('/left-messages', ({ at, request }) => {
    if (!wantsPart(request)) return page(house, at)
    return beforeFrom(request) === null ? listPart(house, at) : morePart(house, at)
  })

function view(house: House, at: At) {
  const handled = new URL(at.request.url).searchParams.get('handled') === '1'
  const rows = leftMessages(house.core, at.agent, { site: null, text: '', handled }, beforeFrom(at.request))
  return { rows, handled, more: rows.length === pageSize, moment: momentOf(house, at.agent), say: at.say }
}

function page(house: House, at: At): Response {
  const shell = consoleOf(house, at)
  const shown = view(house, at)
  const tab = house.hub.tab(shell.body['data-tab'], at.agent.id, at.session.id)
  if (tab) leftList(house).give(tab, at, shown)
  return html(<LeftPage {...shell} {...shown} counts={shell.counters} />)
}

/** A tab that was away asks for its rows again. */
function listPart(house: House, at: At): Response {
  const shown = view(house, at)
  const tab = tabOf(house, at)
  if (tab) leftList(house).give(tab, at, shown)
  return html(<LeftList {...shown} />)
}

/** Whoever pages further down holds more than the live list does: from then on the list is asked for, not pushed. */
function morePart(house: House, at: At): Response {
  const shown = view(house, at)
  const tab = tabOf(house, at)
  if (tab) leftList(house).take(tab)
  return html(
    <>
      <LeftMore {...shown} />
      <Partial to="left-rows" swap="beforeend">
        <LeftRows {...shown} />
      </Partial>
    </>
  )
}
