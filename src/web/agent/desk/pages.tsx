import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { sites } from '#src/sites/index.ts'
import { DeskPage, Inbox, InboxSections, NoThread, ThreadPane } from '#views/desk/index.ts'
import { html, wantsPart } from '../../answer.ts'
import { rowId } from '../../row-id.ts'
import { type At, agentGuard } from '../guard.ts'
import { tabOf } from '../live-body.ts'
import { consoleOf, momentOf } from '../shell.tsx'
import { filterFrom } from './filter.ts'
import { inboxLists } from './inbox-lists.tsx'
import { inboxView } from './inbox-view.ts'
import { see, threadOf } from './open-conversation.ts'
import { Card, Partial } from './parts.tsx'

/** The desk, with or without an open conversation: whole for a browser, thread and card alone for a page that has the rest. */
export const deskPages = (house: House) =>
  new Elysia({ prefix: '/conversations' })
    .use(agentGuard(house))
    .get('/', ({ at, request }) => (wantsPart(request) ? emptyPart(house, at) : page(house, at, null)))
    .get('/list', ({ at }) => listPart(house, at))
    .get('/:id', ({ at, request, params }) => (wantsPart(request) ? openPart(house, at, rowId(params.id)) : page(house, at, rowId(params.id))))

function page(house: House, at: At, id: number | null): Response {
  const moment = momentOf(house, at.agent)
  const seen = id === null ? null : see(house, { ...at, moment }, id)
  const shell = consoleOf(house, at)
  const view = inboxView(house, at, filterFrom(house, at.request))
  const lists = inboxLists(house)
  const tab = house.hub.tab(shell.body['data-tab'], at.agent.id, at.session.id)
  house.hub.show(shell.body['data-tab'], at.agent.id, { thread: id })
  if (tab) lists.give(tab, view)
  const filter = { ...view, sites: sites(house.core) }
  return html(
    <DeskPage
      {...shell}
      title={seen?.head.visitor ?? at.say('desk.list')}
      list={<Inbox rows={lists.read(view)} filter={filter} open={id} moment={moment} say={at.say} me={shell.me} />}
      thread={seen ? <ThreadPane {...threadOf(house, at.agent, seen)} /> : <NoThread say={at.say} />}
      card={seen ? <Card house={house} agent={at.agent} seen={seen} /> : null}
      isOpen={seen !== null}
      moment={moment}
    />
  )
}

/** A tab that was away asks for its lists again. */
function listPart(house: House, at: At): Response {
  const view = inboxView(house, at, filterFrom(house, at.request))
  const lists = inboxLists(house)
  const tab = tabOf(house, at)
  if (tab) lists.give(tab, view)
  const filter = { ...view, sites: sites(house.core) }
  return html(<InboxSections rows={lists.read(view)} filter={filter} open={tab?.thread ?? null} moment={momentOf(house, at.agent)} say={at.say} />)
}

function openPart(house: House, at: At, id: number): Response {
  const seen = see(house, { ...at, moment: momentOf(house, at.agent) }, id)
  showThread(house, at, id)
  return html(
    <>
      <title>{`${seen.head.visitor} · ${at.say('common.product')}`}</title>
      <ThreadPane {...threadOf(house, at.agent, seen)} />
      <Partial to="card" swap="innerHTML">
        <Card house={house} agent={at.agent} seen={seen} />
      </Partial>
    </>
  )
}

/** Back at the list: no thread is open. */
function emptyPart(house: House, at: At): Response {
  showThread(house, at, null)
  return html(
    <>
      <title>{`${at.say('desk.list')} · ${at.say('common.product')}`}</title>
      <NoThread say={at.say} />
      <Partial to="card" swap="innerHTML" />
    </>
  )
}

/** From now on this tab hears what happens in the thread. */
export function showThread(house: House, at: At, thread: number | null): void {
  const tab = tabOf(house, at)
  if (tab) house.hub.show(tab.id, at.agent.id, { thread })
}
