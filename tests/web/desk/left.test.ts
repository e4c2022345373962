import { afterEach, beforeEach, expect, test } from 'bun:test'
import { countersFor } from '#src/conversations/index.ts'
import { openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'
import { newKey, TestVisitor } from '#tests/support/visitor.ts'

let office: Staffed
let hua: string
let id: number

beforeEach(async () => {
  office = await openStaffedOffice()
  hua = await signedIn(office, office.agent)
  const visitor = new TestVisitor(office.house)
  await visitor.hello(office.site.key)
  visitor.send({ t: 'leave', key: newKey(), text: '请回电\n<b>急</b>', name: '林婉清', email: 'lin@example.com', phone: '13800000000' })
  await visitor.hear('ack')
  id = office.core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id ?? 0
})
afterEach(() => office.close())

const page = async (path = '/left-messages') => (await office.ask(path, { as: hua })).text()
const handling = (method: string) => office.ask(`/conversations/${id}/handling`, { as: hua, method, htmx: true })

test('what was left is found with its words and the way to answer, literally', async () => {
  const markup = await page()
  expect(markup).toContain('林婉清')
  expect(markup).toContain('请回电\n&lt;b&gt;急&lt;/b&gt;')
  expect(markup).toContain('mailto:lin@example.com')
  expect(markup).toContain('tel:+8613800000000')
  expect(countersFor(office.core, office.agent).left).toBe(1)
})

test('handled it moves to the other list with its own words, and back', async () => {
  expect(await (await handling('POST')).text()).toContain(`hx-target="#c${id}" hx-swap="delete"`)
  expect(await page()).not.toContain('请回电')
  expect(await page('/left-messages?handled=1')).toContain('请回电')
  expect(countersFor(office.core, office.agent).left).toBe(0)
  await handling('DELETE')
  expect(await page()).toContain('请回电')
})

test('it is answered without being accepted', async () => {
  const answer = await office.ask(`/conversations/${id}/messages`, { as: hua, fields: { key: newKey(), text: '已经回电' }, htmx: true })
  expect(answer.status).toBe(200)
  expect(await page()).toContain('请回电')
})
