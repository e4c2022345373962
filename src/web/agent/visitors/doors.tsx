import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { missing } from '#src/platform/refusal.ts'
import { difference } from '#src/realtime/index.ts'
import type { Guest } from '#src/visitors/index.ts'
import { listAddress, VisitorCardPage, VisitorDetail, VisitorsPage, VisitorsPane } from '#views/visitors/index.ts'
import { html, nothing, wantsPart } from '../../answer.ts'
import { rowId } from '../../row-id.ts'
import { type At, agentGuard } from '../guard.ts'
import { tabOf } from '../live-body.ts'
import { consoleOf } from '../shell.tsx'
import { guestContent, visitorsContent } from './content.ts'
import { keyedContent, listPlace, visitorLists } from './live.tsx'
import { cardViewFor, stateFrom, viewFor } from './view.ts'

/** Who is on the sites now. Every answer tells the live lists what the page holds from then on. */
export const visitorListDoors = (house: House) =>
  new Elysia({ prefix: '/visitors' })
    .use(agentGuard(house))
    .get('/', ({ at }) => (wantsPart(at.request) ? listPart(house, at) : listPage(house, at)))
    .get('/rows', ({ at }) => rowsAgain(house, at))
    .delete('/card', ({ at }) => closeCard(house, at))
    .get('/:id', ({ at, params }) => showCard(house, at, guestOf(house, rowId(params.id))))
    .get('/:id/again', ({ at, params }) => cardAgain(house, at, rowId(params.id)))

function listPage(house: House, at: At): Response {
  const frame = consoleOf(house, at)
  const { content, view } = listOf(house, at)
  const tab = house.hub.tab(frame.body['data-tab'], at.agent.id, at.session.id)
  if (tab) visitorLists(house).give(tab, view, content)
  return html(<VisitorsPage {...frame} content={content} />)
}

/** Another order, another filter: the page's content, and the address that leads here again. */
function listPart(house: House, at: At): Response {
  const { content, view } = listOf(house, at)
  const tab = tabOf(house, at)
  if (tab) visitorLists(house).give(tab, view, content)
  return html(<VisitorsPane {...content} />, 200, { 'hx-replace-url': listAddress(content.state) })
}

/** After a break of the connection: all rows, placed like a push, so that nothing moves under the pointer. */
function rowsAgain(house: House, at: At): Response {
  const { content, view } = listOf(house, at)
  const tab = tabOf(house, at)
  if (tab) visitorLists(house).give(tab, view, content)
  return new Response(difference(listPlace, null, keyedContent(content)), { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function listOf(house: House, at: At) {
  const view = viewFor(house, at, stateFrom(new URL(at.request.url).searchParams))
  return { view, content: visitorsContent(house, view) }
}

function guestOf({ presence }: House, id: number): Guest {
  const guest = presence.find(id)
  if (!guest) throw missing()
  return guest
}

function showCard(house: House, at: At, guest: Guest): Response {
  const view = cardViewFor(house, at, guest.id)
  const content = guestContent(house, guest, at.agent, view)
  const isPart = wantsPart(at.request)
  const frame = isPart ? null : consoleOf(house, at)
  const tab = frame ? house.hub.tab(frame.body['data-tab'], at.agent.id, at.session.id) : tabOf(house, at)
  if (tab) visitorLists(house).giveCard(tab, view, content)
  return html(frame ? <VisitorCardPage {...frame} detail={content} /> : <VisitorDetail {...content} />)
}

/** After a break of the connection. Somebody who is not known any more is no error on a page that only looked again. */
function cardAgain(house: House, at: At, id: number): Response {
  const guest = house.presence.find(id)
  return guest ? showCard(house, at, guest) : nothing()
}

function closeCard(house: House, at: At): Response {
  const tab = tabOf(house, at)
  if (tab) visitorLists(house).takeCard(tab)
  return nothing()
}
