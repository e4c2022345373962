import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Tab } from '#src/realtime/index.ts'
import { createSite, siteDraftFrom } from '#src/sites/index.ts'
import type { Guest } from '#src/visitors/index.ts'
import { visitorLists } from '#src/web/agent/visitors/index.ts'
import { openStaffedOffice, type Staffed, signedIn } from '#tests/support/office.ts'
import { TestVisitor } from '#tests/support/visitor.ts'

let office: Staffed
let as: string
beforeEach(async () => {
  office = await openStaffedOffice()
  as = await signedIn(office, office.agent)
})
afterEach(() => office.close())

/** Somebody who opens a page of the shop, through the visitors' own doors. */
async function visitor(title: string): Promise<TestVisitor & { token: string }> {
  const somebody = new TestVisitor(office.house)
  const { token } = await somebody.hello(office.site.key, { title, as: 'page', page: 'p'.repeat(22), visible: true })
  return Object.assign(somebody, { token: token ?? '' })
}

const guests = (): Guest[] => [...office.house.presence.guests()]
const ask = (path: string, headers: Record<string, string> = {}, method?: string) => office.ask(path, { as, method, headers, htmx: 'x-tab' in headers })
const page = async (path = '/visitors') => (await ask(path)).text()
const tabIn = (html: string) => html.match(/data-tab="([^"]*)"/)?.[1] ?? ''
const rowsIn = (html: string) => [...html.matchAll(/<tr id="(v\d+)"/g)].map(([, id]) => id)

/** The page's socket, as the hub sees it. */
function connect(tabId: string, person = office.agent): { tab: Tab; heard: string[]; hear(words: string): Promise<string> } {
  const heard: string[] = []
  const tab = office.house.hub.tab(tabId, person.id, 1)
  if (!tab) throw new Error('no such tab')
  office.house.hub.connect(tab, { send: (text) => void heard.push(text), close: () => {} })
  return {
    tab,
    heard,
    async hear(words) {
      for (let n = 0; n < 100; n++) {
        const found = heard.find((fragment) => fragment.includes(words))
        if (found) return found
        await Bun.sleep(15)
      }
      throw new Error(`never heard ${words}`)
    }
  }
}

describe('the page of visitors', () => {
  test('shows who is here, with the page they look at', async () => {
    await visitor('盖碗')
    const html = await page()
    expect(rowsIn(html)).toHaveLength(1)
    expect(html).toContain('盖碗')
    expect(html).toMatch(/<b>1<\/b> 人在站上/)
  })

  test('crawlers are never in it', async () => {
    const spider = new TestVisitor(office.house, { userAgent: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)' })
    spider.send({ t: 'hello', v: 1, site: office.site.key, as: 'page', url: 'https://tea.example/', title: '盖碗', page: 'p'.repeat(22), visible: true })
    await spider.hear('bye')
    expect(rowsIn(await page())).toEqual([])
  })

  test('says which line is missing while no page of the site has been seen', async () => {
    const html = await page()
    expect(html).toContain(`data-site=</span><span class="tv">&quot;${office.site.key}&quot;`)
  })

  test('filters by words, site and state, all from the address', async () => {
    await visitor('盖碗')
    await visitor('普洱')
    const { core, owner } = office
    const by = { kind: 'person', id: owner.id, address: null, agent: null } as const
    const other = await core.transact(() => createSite(core, by, siteDraftFrom({ name: 'B', url: 'https://b.example', language: 'en', timeZone: 'UTC' })))
    expect(rowsIn(await page('/visitors?q=普洱'))).toHaveLength(1)
    expect(rowsIn(await page(`/visitors?site=${office.site.id}`))).toHaveLength(2)
    expect(rowsIn(await page(`/visitors?site=${other.id}`))).toHaveLength(0)
    expect(rowsIn(await page('/visitors?show=browsing'))).toHaveLength(2)
    expect(rowsIn(await page('/visitors?show=waiting'))).toHaveLength(0)
  })

  test.each(['?show=nobody', '?site=-1', '?site=1e9999', '?sort=constructor', '?sort=-__proto__', '?rows=1e9', '?rows=-50', '?q=%00%ff', '?%'])(
    'an address that cannot be meant shows the list as usual: %s',
    async (query) => {
      const answer = await ask(`/visitors${query}`)
      expect(answer.status).toBe(200)
    }
  )

  test('a filter that was typed answers with the content alone, and with the address that leads here again', async () => {
    const tab = tabIn(await page())
    const answer = await ask('/visitors?q=&site=&sort=-queue', { 'x-tab': tab })
    expect(answer.headers.get('hx-replace-url')).toBe('/visitors')
    expect(await answer.text()).toStartWith('<main class="pane visitors"')
  })

  test('one visitor is shown with trail and device; nobody is shown for a number that is nobody’s', async () => {
    await visitor('盖碗')
    const [guest] = guests()
    const html = await page(`/visitors/${guest?.id}`)
    expect(html).toContain('访问轨迹')
    expect(html).toContain('盖碗')
    expect((await ask('/visitors/999999999999')).status).toBe(404)
    expect((await ask('/visitors/999999999999/again')).status).toBe(204)
  })
})

describe('the page changes by itself', () => {
  test('who comes appears, and only that row is sent', async () => {
    await visitor('盖碗')
    const { hear } = connect(tabIn(await page()))
    await visitor('普洱')
    const fragment = await hear('普洱')
    const order = guests().map((guest) => `v${guest.id}`)
    expect(fragment).toContain('hx-target="#visitors-rows" hx-swap="by-order"')
    expect(
      fragment
        .match(/data-order="([^"]*)"/)?.[1]
        ?.split(' ')
        .sort()
    ).toEqual(order.sort())
    expect(rowsIn(fragment)).toHaveLength(1)
    expect(fragment).toContain('<b>2</b> 人在站上')
  })

  test('another page is shown in its row', async () => {
    const somebody = await visitor('盖碗')
    const { hear } = connect(tabIn(await page()))
    somebody.send({ t: 'page', url: 'https://tea.example/p/cake', title: '茶饼' })
    await hear('茶饼')
  })

  test('who asks for somebody stands first and can be accepted', async () => {
    const somebody = await visitor('盖碗')
    await visitor('普洱')
    const { hear } = connect(tabIn(await page()))
    const chat = new TestVisitor(office.house)
    await chat.hello(office.site.key, { token: somebody.token })
    await chat.say('在吗')
    const fragment = await hear('/acceptance')
    const waiting = guests().find((guest) => guest.talk?.state === 'waiting')
    expect(fragment.match(/data-order="(v\d+)/)?.[1]).toBe(`v${waiting?.id}`)
  })

  test('who left goes a minute later, without anything happening', async () => {
    const somebody = await visitor('盖碗')
    somebody.leave()
    const { hear } = connect(tabIn(await page()))
    const lists = visitorLists(office.house)
    lists.tick()
    await Bun.sleep(100)
    office.clock.now += 61_000
    lists.tick()
    expect(await hear('visitors-rows')).toContain('data-order=""')
  })

  test('a page with a filter hears only of those whom it admits', async () => {
    const tab = tabIn(await page())
    const { hear, heard } = connect(tab)
    await ask('/visitors?q=普洱', { 'x-tab': tab })
    await visitor('盖碗')
    await visitor('普洱')
    await hear('普洱')
    expect(heard.join('')).not.toContain('盖碗')
  })

  test('after a break all rows are sent again, placed like a push', async () => {
    await visitor('盖碗')
    const tab = tabIn(await page())
    const answer = await (await ask('/visitors/rows', { 'x-tab': tab })).text()
    expect(answer).toStartWith('<hx-partial hx-target="#visitors-rows" hx-swap="by-order"><tbody data-order="v')
    expect(rowsIn(answer)).toHaveLength(1)
  })

  test('an open card follows its visitor, and not any more once it is closed', async () => {
    const somebody = await visitor('盖碗')
    const tab = tabIn(await page())
    const { hear, tab: open } = connect(tab)
    await ask(`/visitors/${guests()[0]?.id}`, { 'x-tab': tab })
    somebody.send({ t: 'page', url: 'https://tea.example/p/cake', title: '茶饼' })
    expect(await hear('hx-target="#visitor-detail"')).toContain('茶饼')
    await ask('/visitors/card', { 'x-tab': tab }, 'DELETE')
    expect([...open.views.keys()]).toEqual(['visitors'])
  })

  test('nobody listens through somebody else’s tab', async () => {
    const tab = tabIn(await page())
    const { tab: theirs } = connect(tab)
    const stranger = await signedIn(office, office.administrator)
    await office.ask('/visitors?q=x', { as: stranger, htmx: true, headers: { 'x-tab': tab } })
    expect(theirs.views.get('visitors')).not.toContain('"text":"x"')
  })

  test('hostile words arrive as words', async () => {
    const { hear } = connect(tabIn(await page()))
    await visitor('<img src=x onerror=alert(1)>')
    expect(await hear('onerror')).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})
