import { describe, expect, test } from 'bun:test'
import type { Html } from '#jsx'
import { languages, say as sayIn } from '#src/texts/index.ts'
import type { Device, Source } from '#src/visitors/index.ts'
import { type ListedVisitor, listAddress, NoVisitors, usualState, VisitorRow, VisitorsMore, VisitorsPane } from '#views/visitors/index.ts'
import { dangers, hostile } from '../ui/hostile.ts'

const say = sayIn('zh-CN')
const minute = 60_000
const moment = { now: Date.UTC(2026, 8, 10, 2, 42), zone: 'Asia/Shanghai' }
const direct: Source = { kind: 'direct', engine: null, keyword: null, campaign: null, medium: null, referrerHost: null }
const device: Device = { browser: 'Chrome', browserVersion: '128', os: 'Windows', device: 'desktop', inApp: null }

const somebody: ListedVisitor = {
  id: 12,
  visitorId: 3,
  siteId: 1,
  site: '山间茶事',
  name: null,
  number: '7740',
  place: { country: 'CN', region: 'GD', city: 'Zhanjiang' },
  placeText: '广东湛江',
  address: '203.0.113.7',
  source: direct,
  device,
  language: 'zh-CN',
  returning: false,
  visits: 1,
  startedAt: moment.now - 5 * minute,
  pages: 3,
  url: 'https://tea.example/bowls',
  title: '盖碗',
  landing: 'https://tea.example/',
  looked: minute,
  lookingSince: moment.now - 6_000,
  state: 'browsing',
  conversationId: null,
  agent: null,
  waitingSince: null,
  leftAt: null
}

const row = (facts: Partial<ListedVisitor> = {}) => (<VisitorRow visitor={{ ...somebody, ...facts }} say={say} moment={moment} />).markup
const words = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('one visitor in the list', () => {
  test('somebody without a name is called by place and number', () => {
    expect(words(row())).toContain('广东湛江访客 7740')
    expect(words(row({ name: '林婉清' }))).toContain('林婉清')
  })

  test('an engine that kept the keyword to itself is said to have', () => {
    const search: Source = { ...direct, kind: 'search', engine: 'baidu' }
    expect(words(row({ source: search }))).toContain('百度搜索 搜索引擎未提供')
    expect(words(row({ source: { ...search, keyword: '茶具 送礼' } }))).toContain('百度搜索 茶具 送礼')
  })

  test('an unknown place is said as unknown', () => {
    expect(words(row({ place: null, placeText: null }))).toContain('未知')
  })

  test('time on the site counts on while a page is in view, and stands still otherwise', () => {
    expect(row()).toContain(`data-since="${moment.now - 6_000 - minute}">1:06<`)
    expect(row({ lookingSince: null })).toContain('datetime="PT60S">1:00<')
    expect(row({ lookingSince: null })).not.toContain('data-since')
  })

  test('who waits can be accepted, who is talked with can be looked at, who browses is left alone', () => {
    expect(row({ state: 'waiting', conversationId: 5, waitingSince: moment.now })).toContain('action="/conversations/5/acceptance"')
    const talking = row({ state: 'talking', conversationId: 5, agent: { id: 1, name: '陈屿' } })
    expect(talking).toContain('href="/conversations/5"')
    expect(words(talking)).toContain('对话中')
    expect(talking).toContain('陈屿 正在接待')
    expect(row()).not.toContain('/conversations/')
  })

  test('a first visit and a returning visitor have their own signs', () => {
    expect(row()).toContain('vtype-fresh')
    expect(row({ returning: true })).toContain('vtype-back')
  })

  test('who has just come tints, who came before does not', () => {
    expect(row({ startedAt: moment.now - 1_000 })).toContain('class="arrived"')
    expect(row()).not.toContain('arrived')
  })

  test('a page opens elsewhere and tells the shop nothing of us', () => {
    expect(row()).toContain('href="https://tea.example/bowls"')
    expect(row()).toContain('rel="noopener noreferrer nofollow ugc"')
    expect(row({ url: 'javascript:alert(1)' })).not.toContain('javascript:alert(1)" ')
  })

  test('a page without a title is called by its address', () => {
    expect(words(row({ title: '' }))).toContain('tea.example/bowls')
  })

  test.each([...hostile])('hostile text stays text: %p', (text) => {
    const source: Source = { kind: 'link', engine: text, keyword: text, campaign: text, medium: text, referrerHost: text }
    const place = { country: text, region: text, city: text }
    const markup = row({ name: text, number: text, title: text, url: text, landing: text, address: text, placeText: text, place, source, site: text })
    expect(dangers(markup)).toEqual([])
  })
})

describe('the list', () => {
  const content = {
    state: usualState,
    visitors: [somebody],
    total: 1,
    present: 1,
    counts: { browsing: 1, waiting: 0, talking: 0, left: 2 },
    sites: [],
    unseen: null,
    manages: false,
    moment,
    say
  }
  const heads = (markup: string) =>
    [...markup.matchAll(/<th scope="col"[^>]*aria-sort="(\w+)"><a class="th-sort" href="([^"]*)"/g)].map(([, sort, href]) => [sort, href])

  test('every column can be sorted by, and says which one is', () => {
    const columns = heads((<VisitorsPane {...content} state={{ ...usualState, sort: { by: 'pages', down: true } }} />).markup)
    expect(columns).toHaveLength(9)
    expect(columns.filter(([sort]) => sort !== 'none')).toEqual([['descending', '/visitors?sort=pages']])
  })

  test('words begin upwards, numbers downwards, and a second click turns them round', () => {
    const columns = heads((<VisitorsPane {...content} />).markup).map(([, href]) => href)
    expect(columns).toEqual(['name', 'place', 'address', 'source', 'page', '-pages', '-entered', '-stay', 'state'].map((sort) => `/visitors?sort=${sort}`))
  })

  test('an order keeps the filters, a view begins at its top again', () => {
    const state = { ...usualState, text: '深圳 茶', site: 2, rows: 100 }
    const markup = (<VisitorsPane {...content} state={state} />).markup
    expect(heads(markup)[1]?.[1]).toBe('/visitors?site=2&amp;q=%E6%B7%B1%E5%9C%B3+%E8%8C%B6&amp;sort=place&amp;rows=100')
    expect(markup).toContain('href="/visitors?show=waiting&amp;site=2&amp;q=%E6%B7%B1%E5%9C%B3+%E8%8C%B6"')
  })

  test('more are shown fifty by fifty, as long as there are any', () => {
    const more = (shown: number, total: number) => (<VisitorsMore state={usualState} shown={shown} total={total} say={say} />).markup
    expect(words(more(50, 70))).toContain('再显示 20 位')
    expect(more(50, 170)).toContain('href="/visitors?rows=100"')
    expect(more(20, 20)).toContain('hidden')
  })

  test.each([...languages])('nothing in it is left untranslated in %s', (language) => {
    const spoken = sayIn(language)
    const all: Html[] = [
      <VisitorsPane {...content} say={spoken} />,
      <VisitorsPane {...content} say={spoken} visitors={[]} total={0} unseen={{ id: 1, name: 'Tea', code: '<script>' }} manages />
    ]
    for (const { markup } of all) expect(markup).not.toMatch(/(visitors|desk|ui)\.[a-z_]+[a-z]/)
  })
})

describe('an empty list says why', () => {
  const none = (facts: Partial<Parameters<typeof NoVisitors>[0]> = {}) =>
    (<NoVisitors state={usualState} shown={0} unseen={null} manages={false} say={say} {...facts} />).markup
  const unseen = { id: 7, name: '山间茶事', code: '<script async src="https://kefu.example/w.js"></script>' }

  test('nobody is here', () => {
    expect(words(none())).toContain('现在没有人在网站上')
    expect(none()).toContain('href="/demo"')
  })

  test('nobody can be seen, because the code line is missing: there it is', () => {
    expect(words(none({ unseen }))).toContain('&lt;script async src=')
    expect(none({ unseen })).not.toContain('/admin/sites')
    expect(none({ unseen, manages: true })).toContain('href="/admin/sites/7"')
  })

  test('nobody fits the filters: there is the way out', () => {
    expect(words(none({ unseen, state: { ...usualState, text: 'x' } }))).toContain('没有符合条件的访客')
    expect(words(none({ state: { ...usualState, show: 'waiting' } }))).toContain('清除筛选')
  })

  test('with rows there is nothing to say', () => {
    expect(words(none({ shown: 1, unseen })).trim()).toBe('')
  })
})

test('the address of a state says only what is not as usual', () => {
  expect(listAddress(usualState)).toBe('/visitors')
  expect(listAddress({ ...usualState, show: 'left', rows: 150 }, '/visitors/rows')).toBe('/visitors/rows?show=left&rows=150')
})
