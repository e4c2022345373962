import { Elysia } from 'elysia'
import { closedConversations } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { Closed, ClosedList, ClosedMore, ClosedRows, DeskPage, NoThread } from '#views/desk/index.ts'
import { html, wantsPart } from '../../answer.ts'
import { type At, agentGuard } from '../guard.ts'
import { tabOf } from '../live-body.ts'
import { consoleOf, momentOf } from '../shell.tsx'
import { beforeFrom, filterFrom } from './filter.ts'
import { Partial } from './parts.tsx'

const pageSize = 50

/** What is over: searched, paged, opened beside its list like everything else. */
export const closedDoors = (house: House) =>
  new Elysia().use(agentGuard(house)).get('/closed', ({ at, request }) => {
    if (!wantsPart(request)) return page(house, at)
    return beforeFrom(request) === null ? listPart(house, at) : morePart(house, at)
  })

function view(house: House, at: At) {
  const filter = filterFrom(house, at.request)
  const rows = closedConversations(house.core, at.agent, filter, beforeFrom(at.request))
  return { rows, more: rows.length === pageSize, text: filter.text, open: tabOf(house, at)?.thread ?? null, moment: momentOf(house, at.agent), say: at.say }
}

function page(house: House, at: At): Response {
  const shell = consoleOf(house, at)
  const shown = view(house, at)
  return html(
    <DeskPage
      {...shell}
      title={at.say('desk.closed_ones')}
      list={<Closed {...shown} />}
      thread={<NoThread say={at.say} />}
      card={null}
      isOpen={false}
      moment={shown.moment}
    />
  )
}

function listPart(house: House, at: At): Response {
  return html(<ClosedList {...view(house, at)} />)
}

/** The next rows go under those that are there, and the way to older ones after them. */
function morePart(house: House, at: At): Response {
  const shown = view(house, at)
  return html(
    <>
      <ClosedMore {...shown} />
      <Partial to="closed-rows" swap="beforeend">
        <ClosedRows {...shown} />
      </Partial>
    </>
  )
}
