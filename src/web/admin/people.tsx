import { Elysia, t } from 'elysia'
import type { House } from '#src/house.ts'
import {
  changePerson,
  changeRole,
  disablePerson,
  enablePerson,
  handOver,
  type Invited,
  invite,
  inviteAgain,
  type Person,
  people,
  personFor,
  type TypedPerson
} from '#src/people/index.ts'
import { InvitePane } from '#views/people/invite-pane.tsx'
import { PeoplePane } from '#views/people/people-pane.tsx'
import { PersonForm } from '#views/people/person-pane.tsx'
import { Said } from '#views/settings/said.tsx'
import { type At, agentGuard } from '../agent/guard.ts'
import { errorsOf } from '../agent/profile.tsx'
import { endedCookie } from '../agent/session-cookie.ts'
import { momentOf } from '../agent/shell.tsx'
import { html, moved, wantsPart } from '../answer.ts'
import { statusOf } from '../errors.tsx'
import { ownOrigin } from '../hosts.ts'
import { refusalIn } from '../refusal-in.ts'
import { rowId } from '../row-id.ts'
import { memberOf, roleNames, valuesOf } from './member.ts'
import { PeopleShell, PersonPage } from './person-page.tsx'

const text = (most: number) => t.String({ maxLength: most })
const personBody = t.Object({ nickname: text(200), jobNumber: text(100), email: text(300), phone: text(60), language: text(20) })
const role = t.Union([t.Literal('owner'), t.Literal('administrator'), t.Literal('agent')])
const inviteBody = t.Composite([personBody, t.Object({ role })])
const page = '/admin/people'

/** Who works here: for whoever may manage people. */
export const peopleDoors = (house: House) => {
  const { core } = house
  return new Elysia({ prefix: page })
    .use(agentGuard(house, 'people'))
    .get('/', ({ at }) => html(<PeoplePage house={house} at={at} />))
    .get('/new', ({ at }) => html(<InvitePage house={house} at={at} />))
    .post('/', ({ at, body }) => inviteSomebody(house, at, body), { body: inviteBody })
    .get('/:id', ({ at, params }) => html(<PersonPage house={house} at={at} person={personFor(core, at.agent, rowId(params.id))} />))
    .post('/:id', ({ at, params, body }) => save(house, at, rowId(params.id), body), { body: personBody })
    .post(
      '/:id/role',
      async ({ caller, params, body, request }) => {
        const person = await core.transact(() => changeRole(core, caller, rowId(params.id), body.role))
        return moved(request, `${page}/${person.id}`)
      },
      { body: t.Object({ role }) }
    )
    .post('/:id/link', async ({ at, params }) => {
      const invited = await core.transact(() => inviteAgain(core, at.caller, rowId(params.id)))
      return linkAnswer(house, at, invited)
    })
    .post('/:id/disabling', async ({ caller, params, request }) => {
      const person = await core.transact(() => disablePerson(core, caller, rowId(params.id)))
      return moved(request, `${page}/${person.id}`)
    })
    .post('/:id/enabling', async ({ caller, params, request }) => {
      const person = await core.transact(() => enablePerson(core, caller, rowId(params.id)))
      return moved(request, `${page}/${person.id}`)
    })
    .post('/:id/handover', async ({ caller, params, request }) => {
      await core.transact(() => handOver(core, caller, rowId(params.id)))
      return moved(request, '/login', { 'set-cookie': endedCookie(house) })
    })
}

async function inviteSomebody(house: House, at: At, { role, ...typed }: typeof inviteBody.static): Promise<Response> {
  const { core } = house
  try {
    const invited = await core.transact(() => invite(core, at.caller, typed, role))
    return linkAnswer(house, at, invited)
  } catch (error) {
    const refusal = refusalIn(error)
    return html(<InvitePage house={house} at={at} typed={{ ...typed, role }} errors={errorsOf(at, refusal)} />, statusOf(refusal))
  }
}

async function save(house: House, at: At, id: number, typed: TypedPerson): Promise<Response> {
  const { core } = house
  const { say } = at
  try {
    const person = await core.transact(() => changePerson(core, at.caller, id, typed))
    if (!wantsPart(at.request)) return moved(at.request, `${page}/${id}`)
    return html(
      <>
        <PersonForm id={id} values={valuesOf(person)} errors={{}} say={say} />
        <Said text={say('people.saved', { name: person.nickname })} say={say} />
      </>
    )
  } catch (error) {
    const refusal = refusalIn(error)
    const errors = errorsOf(at, refusal)
    if (wantsPart(at.request)) return html(<PersonForm id={id} values={typed} errors={errors} say={say} />, statusOf(refusal))
    return html(<PersonPage house={house} at={at} person={personFor(core, at.agent, id)} typed={typed} errors={errors} />, statusOf(refusal))
  }
}

/** The link stands on the page that answers, and nowhere else: a reload does not show it again. */
function linkAnswer(house: House, at: At, { person, token }: Invited): Response {
  const purpose = person.hasPassword ? 'reset' : 'invitation'
  const url = `${house.publicUrl() ?? ownOrigin(house, at.request)}/${purpose}/${token}`
  return html(<PersonPage house={house} at={at} person={person} link={{ purpose, url }} />, 201)
}

type Asking = { house: House; at: At }

function PeoplePage({ house, at }: Asking) {
  const all: Person[] = people(house.core)
  return (
    <PeopleShell house={house} at={at} title={at.say('people.title')}>
      <PeoplePane people={all.map((person) => memberOf(house, at, person))} say={at.say} moment={momentOf(house, at.agent)} />
    </PeopleShell>
  )
}

type InvitePageProps = Asking & { typed?: TypedPerson & { role: string }; errors?: Record<string, string> }

function InvitePage({ house, at, typed, errors = {} }: InvitePageProps) {
  const empty = { nickname: '', jobNumber: '', email: '', phone: '', language: at.agent.language, role: 'agent' }
  return (
    <PeopleShell house={house} at={at} title={at.say('people.invite')}>
      <InvitePane values={typed ?? empty} errors={errors} roles={roleNames(house, at)} say={at.say} />
    </PeopleShell>
  )
}
