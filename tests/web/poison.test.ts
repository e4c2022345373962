import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { openStaffedOffice, requestOf, type Staffed, signedIn } from '#tests/support/office.ts'
import { addressOf } from './address-of.ts'
import { matrix } from './matrix.ts'

let office: Staffed
beforeEach(async () => {
  office = await openStaffedOffice()
})
afterEach(() => office.close())

const untouched = () => expect(({} as Record<string, unknown>).x).toBeUndefined()

describe('a cookie that is no token opens nothing', () => {
  test.each(['{"t":null}', '[1]', 'true', '%', '%00', '"', 'j:{"x":1}', 'x'.repeat(8_000), '__proto__', `${'x'.repeat(43)}`, "' or 1=1--"])(
    '%p',
    async (as) => {
      const answer = await office.ask('/profile', { as })
      expect([400, 401, 431]).toContain(answer.status)
      untouched()
    }
  )

  test('two of one name are none', async () => {
    const as = await signedIn(office, office.agent)
    expect((await office.ask('/profile', { headers: { cookie: `sid=${as}` } })).status).toBe(200)
    expect((await office.ask('/profile', { headers: { cookie: `sid=${as}; sid=${as}` } })).status).toBe(401)
    expect((await office.ask('/profile', { headers: { cookie: `__proto__=1; constructor=2; sid=${as}` } })).status).toBe(200)
    untouched()
  })

  test('the cookie of plain http opens nothing over https, and the other way', async () => {
    const as = await signedIn(office, office.agent)
    expect((await office.ask('/profile', { headers: { cookie: `__Host-sid=${as}` } })).status).toBe(401)
    const secure = await openStaffedOffice({ publicUrl: 'https://kefu.tea.example' })
    const theirs = await signedIn(secure, secure.agent)
    expect((await secure.ask('/profile', { headers: { cookie: `sid=${theirs}` } })).status).toBe(401)
    expect((await secure.ask('/profile', { as: theirs })).status).toBe(200)
    secure.close()
  })
})

describe('a form that is no form is 400, and changes no object', () => {
  const bodies: [string, string, string][] = [
    ['a prototype', 'application/x-www-form-urlencoded', '__proto__[x]=1&name=a&password=b'],
    ['a constructor', 'application/x-www-form-urlencoded', 'constructor.prototype.x=1&name=a&password=b'],
    ['brackets', 'application/x-www-form-urlencoded', 'b[__proto__][x]=1&name=a&password=b'],
    ['one name twice', 'application/x-www-form-urlencoded', 'name=a&name=b&password=c'],
    ['a list', 'application/x-www-form-urlencoded', 'name[]=a&password=b'],
    ['an unknown field', 'application/x-www-form-urlencoded', 'name=a&password=b&role=owner'],
    ['too many fields', 'application/x-www-form-urlencoded', Array.from({ length: 101 }, (_, n) => `f${n}=1`).join('&')],
    ['nothing', 'application/x-www-form-urlencoded', ''],
    ['JSON', 'application/json', '{"name":"a","password":"b"}'],
    ['a polluting JSON', 'application/json', '{"__proto__":{"x":1},"name":"a","password":"b"}'],
    ['broken JSON', 'application/json', '{'],
    ['plain text', 'text/plain', 'name=a&password=b'],
    ['a multipart without its boundary', 'multipart/form-data', 'x'],
    ['a polluting multipart', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="__proto__[x]"\r\n\r\n1\r\n--b--\r\n'],
    ['a file where text belongs', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="name"; filename="x"\r\n\r\n1\r\n--b--\r\n'],
    ['a name of megabytes', 'application/x-www-form-urlencoded', `${'n'.repeat(5_000)}=1`]
  ]
  test.each(bodies)('%s', async (_, type, body) => {
    const answer = await office.ask('/login', { method: 'POST', body, headers: { 'content-type': type } })
    expect([400, 415]).toContain(answer.status)
    expect(await answer.text()).not.toContain('owner')
    untouched()
  })

  test('a password of ten kilobytes is refused before anything is hashed', async () => {
    const started = performance.now()
    const answer = await office.ask('/login', { fields: { name: 'hua@tea.example', password: 'p'.repeat(10_000) } })
    expect(answer.status).toBe(400)
    expect((await office.ask('/login', { fields: { name: 'hua@tea.example', password: '密'.repeat(400) } })).status).toBe(400)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('a body that lies about its length is read no further than the limit', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384
        if (sent > 50_000_000) controller.close()
        else controller.enqueue(new Uint8Array(16_384).fill(97))
      }
    })
    const request = requestOf(office.house, '/login', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    const answer = await office.app.fetch(new Request(request, { method: 'POST', body: endless, headers: request.headers }))
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(1_000_000)
  })
})

describe('hostile parameters are answered, never with a fault and never with themselves', () => {
  const poison = [
    "'",
    '1%20or%201=1',
    '%00',
    '%ff',
    '..%2f..%2f',
    '1e2',
    '-1',
    '0',
    '01',
    '9007199254740993',
    '1.5',
    'NaN',
    '__proto__',
    '%3Cscript%3E',
    '[object%20Object]',
    '{}'
  ]
  const doors = Object.entries(matrix).filter(([route]) => /:id/.test(route) && !/ \/v\/| \/f\//.test(route))
  test.each(doors)('%s', async (route, entry) => {
    const as = await signedIn(office, office.owner)
    const [method = '', path = ''] = route.split(' ')
    for (const value of poison) {
      const address = path.replace(':id', value)
      const answer = await office.ask(addressOf(office, address, entry), { as, method, ...(entry.fields && { fields: entry.fields }) })
      expect(`${value} ${answer.status}`).toMatch(/ (400|404)$/)
      expect(await answer.text()).not.toContain('<script>')
    }
  })

  test.each(['?next[]=/a', '?next=/a&next=/b', '?__proto__[x]=1', '?next=%00', '?%', '?next=%ff'])('%p', async (query) => {
    const answer = await office.ask(`/login${query}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/name="next" value="\/a?"/)
    untouched()
  })
})

describe('what colleagues type is shown, never run', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "'-alert(1)-'",
    '</title><script>alert(1)</script>',
    '<a hx-get=/x hx-trigger=load>',
    '<b hx-on:click=alert(1)>',
    '&lt;script&gt;'
  ]
  const parsed = /<img src=x|<svg onload|<script>alert|<a hx-get=\/x|<b hx-on/

  test.each(hostile)('%p', async (text) => {
    const as = await signedIn(office, office.owner)
    const site = { name: text, url: 'https://tea.example', language: 'zh-CN', timeZone: 'UTC', accept: 'click' }
    const whole = { ...site, 'welcome.zh-CN': text, 'welcome.zh-TW': text, 'welcome.en': text, 'form.name': 'off', 'form.email': 'off', 'form.phone': 'off' }
    const person = { nickname: text, jobNumber: text.slice(0, 20), email: 'hua@tea.example', phone: '', language: 'zh-CN' }
    expect((await office.ask(`/admin/sites/${office.site.id}`, { as, fields: whole })).status).toBe(303)
    expect((await office.ask(`/admin/people/${office.agent.id}`, { as, fields: person })).status).toBe(303)
    await office.ask('/profile', { as, fields: { nickname: text, language: 'zh-CN', timeZone: '' } })
    for (const path of [
      '/admin/sites',
      `/admin/sites/${office.site.id}`,
      '/admin/people',
      `/admin/people/${office.agent.id}`,
      '/profile',
      '/profile/sessions',
      '/welcome',
      '/settings',
      '/conversations'
    ]) {
      const page = await (await office.ask(path, { as, headers: { 'user-agent': text, 'accept-language': text } })).text()
      expect(`${path} ${parsed.test(page)}`).toBe(`${path} false`)
    }
  })

  test.each(hostile)('%p comes back as it was typed when a field beside it is wrong', async (text) => {
    const as = await signedIn(office, office.owner)
    const answer = await office.ask('/admin/people', {
      as,
      fields: { nickname: text, jobNumber: text, email: text, phone: text, language: 'zh-CN', role: 'agent' }
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(parsed.test(page)).toBe(false)
    expect(page.includes(Bun.escapeHTML(text).replaceAll('&#x27;', '&#39;'))).toBe(true)
  })
})
