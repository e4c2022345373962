import type { Staffed } from '#tests/support/office.ts'

/** Who knocks: nobody, an agent, an administrator, the owner. */
export const callers = ['nobody', 'agent', 'administrator', 'owner'] as const
export type CallerName = (typeof callers)[number]

export type Entry = {
  /** Parameters of the address, by name. */
  params?: (office: Staffed) => Record<string, string | number>
  /** What the form sends; enough to pass the schema. */
  fields?: Record<string, string>
  /** The statuses of nobody, agent, administrator, owner; one number when it is the same for all. */
  expect: number | readonly [number, number, number, number]
  /** Why a door is open to strangers, or its answer is unusual. */
  because?: string
}

const forAll = (status: number) => [401, status, status, status] as const
const forManagers = (status: number) => [401, 403, status, status] as const
const person = { params: ({ agent }: Staffed) => ({ id: agent.id }) }
const site = { params: ({ site }: Staffed) => ({ id: site.id }) }
const nothing = { params: () => ({ id: 999_999 }) }
const aPerson = { nickname: '小林', jobNumber: '', email: 'lin@tea.example', phone: '', language: 'zh-CN' }
const aSite = { name: 'Tea', url: 'https://tea.example', language: 'en', timeZone: 'UTC' }
const aWholeSite = {
  ...aSite,
  accept: 'click',
  'welcome.zh-CN': '',
  'welcome.zh-TW': '',
  'welcome.en': '',
  'form.name': 'off',
  'form.email': 'off',
  'form.phone': 'off'
}
const password = { present: 'wrong', chosen: 'a small boat at dusk' }
const own = { agents: 'own session of another person is missing' }

/** Every door and what it answers to whom. A route without an entry fails the test: write its line with the route. */
export const matrix: Record<string, Entry> = {
  'GET /': { expect: forAll(303) },
  'GET /login': { expect: 200, because: 'the way in' },
  'POST /login': { fields: { name: 'nobody@tea.example', password: 'x' }, expect: 422, because: 'the way in' },
  'POST /logout': { expect: forAll(303) },
  'GET /a/:hash/:name': { params: () => ({ hash: 'x', name: 'console.css' }), expect: 404, because: 'styles and scripts are for everybody; this hash is none' },
  'GET /setup': { expect: 404, because: 'gone for ever after set-up' },
  'POST /setup': {
    fields: { code: 'x', nickname: 'x', email: 'x', password: 'x', siteName: 'x', siteUrl: 'x', language: 'en', timeZone: 'UTC', publicUrl: 'x' },
    expect: 404,
    because: 'gone for ever after set-up'
  },
  'GET /welcome': { expect: forManagers(200) },
  'GET /invitation/:token': { params: () => ({ token: 'x'.repeat(43) }), expect: 404, because: 'the token is the credential' },
  'POST /invitation/:token': {
    params: () => ({ token: 'x'.repeat(43) }),
    fields: { password: 'a small boat' },
    expect: 404,
    because: 'the token is the credential'
  },
  'GET /reset/:token': { params: () => ({ token: 'x'.repeat(43) }), expect: 404, because: 'the token is the credential' },
  'POST /reset/:token': {
    params: () => ({ token: 'x'.repeat(43) }),
    fields: { password: 'a small boat' },
    expect: 404,
    because: 'the token is the credential'
  },

  'GET /settings': { expect: forAll(200) },
  'GET /profile/': { expect: forAll(200) },
  'POST /profile/': { fields: { nickname: '新名', language: 'zh-CN', timeZone: '' }, expect: forAll(303) },
  'POST /profile/look': { fields: { theme: 'dark', density: 'tight', text: 'large' }, expect: forAll(303) },
  'POST /profile/notices': { fields: { sound: '1' }, expect: forAll(303) },
  'POST /profile/status': { fields: { status: 'busy' }, expect: forAll(303) },
  'POST /profile/password': { fields: password, expect: forAll(422) },
  'POST /profile/picture/': { expect: forAll(400), because: 'nothing was sent' },
  'DELETE /profile/picture/': { expect: forAll(204) },
  'GET /profile/sessions/': { expect: forAll(200) },
  'POST /profile/sessions/others/revocation': { expect: forAll(303) },
  'POST /profile/sessions/:id/revocation': { ...nothing, expect: forAll(404), because: own.agents },
  'POST /profile/sessions/:id/confirmation': { ...nothing, expect: forAll(404), because: own.agents },

  'GET /admin/people/': { expect: forManagers(200) },
  'GET /admin/people/new': { expect: forManagers(200) },
  'POST /admin/people/': { fields: { ...aPerson, role: 'agent' }, expect: forManagers(201) },
  'GET /admin/people/:id': { ...person, expect: forManagers(200) },
  'POST /admin/people/:id': { ...person, fields: aPerson, expect: forManagers(303) },
  'POST /admin/people/:id/role': { ...person, fields: { role: 'administrator' }, expect: forManagers(303) },
  'POST /admin/people/:id/link': { ...person, expect: forManagers(201) },
  'POST /admin/people/:id/disabling': { ...person, expect: forManagers(303) },
  'POST /admin/people/:id/enabling': { ...person, expect: forManagers(303) },
  'POST /admin/people/:id/handover': { ...person, expect: [401, 403, 403, 303], because: 'only the owner gives it away' },

  'GET /admin/sites/': { expect: forManagers(200) },
  'GET /admin/sites/new': { expect: forManagers(200) },
  'POST /admin/sites/': { fields: aSite, expect: forManagers(303) },
  'GET /admin/sites/:id': { ...site, expect: forManagers(200) },
  'POST /admin/sites/:id': { ...site, fields: aWholeSite, expect: forManagers(303) },
  'POST /admin/sites/:id/removal': { ...site, expect: forManagers(303) },
  'POST /admin/sites/:id/return': { ...site, expect: forManagers(303) },
  'POST /admin/sites/:id/origins': { ...site, fields: { origin: 'https://m.tea.example' }, expect: forManagers(303) },
  'POST /admin/sites/:id/origins/removal': { ...site, fields: { origin: 'https://tea.example' }, expect: forManagers(303) },
  'GET /admin/style': { expect: forManagers(200) },

  'GET /f/:id': { params: () => ({ id: 'x'.repeat(22) }), expect: 404, because: 'without a session nothing is there' },
  'POST /conversations/:id/files/': { ...nothing, expect: forAll(404) },
  'DELETE /conversations/:id/files/:file': { params: () => ({ id: 999_999, file: 'x' }), expect: forAll(404) },

  'GET /conversations/': { expect: forAll(200) },
  'GET /conversations/list': { expect: forAll(200) },
  'GET /conversations/:id': { ...nothing, expect: forAll(404) },
  'GET /conversations/:id/entries': { ...nothing, expect: forAll(404) },
  'POST /conversations/:id/messages': { ...nothing, fields: { key: 'k'.repeat(22), text: 'x' }, expect: forAll(404) },
  'POST /conversations/:id/acceptance': { ...nothing, expect: forAll(404) },
  'POST /conversations/:id/closing': { ...nothing, expect: forAll(404) },
  'DELETE /conversations/:id/closing': { ...nothing, expect: forAll(404) },
  'POST /conversations/:id/handling': { ...nothing, expect: forAll(404) },
  'DELETE /conversations/:id/handling': { ...nothing, expect: forAll(404) },
  'POST /conversations/:id/reading': { ...nothing, fields: { seq: '1' }, expect: forAll(404) },
  'POST /conversations/:id/draft': { ...nothing, fields: { text: 'x' }, expect: forAll(404) },
  'GET /closed': { expect: forAll(200) },
  'GET /left-messages': { expect: forAll(200) },
  'GET /counters': { expect: forAll(200) },
  'GET /visitors/': { expect: forAll(200) },
  'GET /visitors/rows': { expect: forAll(200) },
  'DELETE /visitors/card': { expect: forAll(204) },
  'GET /visitors/:id': { ...nothing, expect: forAll(404) },
  'GET /visitors/:id/again': { ...nothing, expect: forAll(204), because: 'a row that is gone is nothing to swap' },

  'OPTIONS /v/*': { params: () => ({ '*': 'link' }), expect: 204, because: 'asks which origins are allowed, and ours is' },
  'POST /v/link': { expect: 400, because: 'frames and a link’s name are the credential; there are none' },
  'POST /v/wait': { expect: 404, because: 'visitors’ doors ask for an allowed origin' },
  'POST /v/files': { expect: 404, because: 'visitors’ doors ask for an allowed origin' },
  'GET /v/f/:id': { params: () => ({ id: 'x' }), expect: 404, because: 'opened by a signature' },
  'GET /v/picture/:id': { params: () => ({ id: 'x' }), expect: 404, because: 'faces are for visitors; this is none' },
  'GET /w.js': { expect: 200, because: 'the loader is for everybody' },
  'GET /:file': { params: () => ({ file: 'w-0.js' }), expect: 404, because: 'the versioned loader; this version is none' },
  'GET /c/:key': { params: ({ site }) => ({ key: site.key }), expect: 200, because: 'the visitor’s window' },
  'POST /c/:key': {
    params: () => ({ key: 's_0000000000' }),
    fields: { key: 'k'.repeat(22), text: 'x' },
    expect: 404,
    because: 'the visitor’s window; this site is none'
  },
  'GET /help/': { expect: 303, because: 'the handbook, in the reader’s language' },
  'GET /help/:page': { params: () => ({ page: 'en' }), expect: 200, because: 'the handbook' },
  'GET /help/:page/:chapter': { params: () => ({ page: 'en', chapter: 'running' }), expect: 200, because: 'the handbook' },
  'GET /demo/': { expect: 200, because: 'the demo shop' },
  'GET /demo/teaware': { expect: 200, because: 'the demo shop' },
  'GET /demo/tea': { expect: 200, because: 'the demo shop' },
  'GET /demo/guide': { expect: 200, because: 'the demo shop' },
  'GET /demo/shipping': { expect: 200, because: 'the demo shop' },
  'GET /demo/cart': { expect: 200, because: 'the demo shop' },
  'GET /demo/goods/:slug': { params: () => ({ slug: 'nothing' }), expect: 404, because: 'the demo shop; these goods are none' }
}
