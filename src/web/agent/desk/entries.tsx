import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { html } from '../../answer.ts'
import { rowId } from '../../row-id.ts'
import { type At, agentGuard } from '../guard.ts'
import { momentOf } from '../shell.tsx'
import { numberFrom } from './filter.ts'
import { newestPage, pageAfter, pageBefore, see } from './open-conversation.ts'
import { showThread } from './pages.tsx'
import { CardPart, EntriesPart, HeadPart, MarksPart, ReplyPart } from './parts.tsx'

/** More than this a page that was away does not fetch one after the other: it begins anew with the newest. */
const mostMissed = 200
const pageSize = 50

/** What an open thread asks for: older ones (`before`), the next page downwards (`after`, `page`), what it missed (`after`), or the newest. */
export const entryDoors = (house: House) =>
  new Elysia({ prefix: '/conversations' }).use(agentGuard(house)).get('/:id/entries', ({ at, params, request }) => {
    const id = rowId(params.id)
    const before = numberFrom(request, 'before')
    const after = numberFrom(request, 'after')
    if (before !== null) return older(house, at, id, before)
    if (after !== null && numberFrom(request, 'page') !== null) return newer(house, at, id, after)
    return after === null ? newest(house, at, id) : missed(house, at, id, after)
  })

function seenBy(house: House, at: At, id: number) {
  return see(house, { ...at, moment: momentOf(house, at.agent) }, id)
}

function older(house: House, at: At, id: number, before: number): Response {
  const seen = seenBy(house, at, id)
  return html(<EntriesPart seen={seen} page={pageBefore(house, id, before)} swap="by-seq page:true" />)
}

function newer(house: House, at: At, id: number, after: number): Response {
  const seen = seenBy(house, at, id)
  return html(
    <>
      <MarksPart seen={seen} />
      <EntriesPart seen={seen} page={pageAfter(house, id, after, pageSize)} swap="by-seq page:true" />
    </>
  )
}

function newest(house: House, at: At, id: number): Response {
  const seen = seenBy(house, at, id)
  showThread(house, at, id)
  return html(
    <>
      <MarksPart seen={seen} />
      <EntriesPart seen={seen} page={newestPage(house, id)} swap="by-seq reset:true" />
    </>
  )
}

/** By number, never by time; and with it what is not a log: who has it, how far the visitor is, who they are. */
function missed(house: House, at: At, id: number, after: number): Response {
  const seen = seenBy(house, at, id)
  showThread(house, at, id)
  const page = pageAfter(house, id, after, mostMissed)
  return html(
    <>
      <MarksPart seen={seen} />
      {page.isAll ? <EntriesPart seen={seen} page={page} /> : <EntriesPart seen={seen} page={newestPage(house, id)} swap="by-seq reset:true" />}
      <HeadPart seen={seen} />
      <ReplyPart house={house} agent={at.agent} seen={seen} />
      <CardPart house={house} agent={at.agent} seen={seen} />
    </>
  )
}
