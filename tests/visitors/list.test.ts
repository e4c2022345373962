import { describe, expect, test } from 'bun:test'
import { goneAfter, presentVisitors, type SortKey, sortKeys, type VisitorsView } from '#src/visitors/index.ts'
import { direct, minute, noon, openPresence } from './guests.ts'

const usual: VisitorsView = { site: null, states: [], text: '', sort: { by: 'entered', down: true }, limit: 50, offset: 0, language: 'zh-CN' }

function stage() {
  const presence = openPresence()
  const page = (view: Partial<VisitorsView> = {}, now = noon + minute) => presentVisitors(presence, { ...usual, ...view }, now)
  const ids = (view: Partial<VisitorsView> = {}, now?: number) => page(view, now).rows.map((row) => row.id)
  const sorted = (by: SortKey, down = false) => page({ sort: { by, down } }).rows
  return { ...presence, page, ids, sorted }
}

describe('who is on the sites now', () => {
  test('the newest stand first', () => {
    const { someone, ids } = stage()
    const [early, late, later] = [someone({ startedAt: noon - minute }), someone(), someone()]
    expect(ids()).toEqual([later.id, late.id, early.id])
  })

  test('who has left is kept apart, a minute after the last page was closed', () => {
    const { someone, leave, ids, page } = stage()
    const guest = someone({ digit: 1 })
    leave(guest, 'page 1', noon)
    expect(ids({}, noon + goneAfter - 1)).toEqual([guest.id])
    expect(ids({}, noon + goneAfter)).toEqual([])
    expect(ids({ states: ['left'] }, noon + goneAfter)).toEqual([guest.id])
    expect(page({}, noon + goneAfter).present).toBe(0)
  })

  test('states are counted for the site and the words that were asked for, present people on all sites', () => {
    const { someone, talk, page } = stage()
    someone({ digit: 1 })
    someone({ digit: 2 })
    someone({ digit: 3, siteId: 2 })
    talk(2, { conversation: 9, state: 'waiting', agent: null, agentName: null, since: noon })
    const { counts, present, total } = page({ site: 1 })
    expect(counts).toEqual({ browsing: 1, waiting: 1, talking: 0, left: 0 })
    expect({ present, total }).toEqual({ present: 3, total: 2 })
  })

  test('pages of the list follow each other without gap or repetition', () => {
    const { someone, ids } = stage()
    for (let n = 0; n < 40; n++) someone({ visits: n % 3 })
    const sort = { by: 'visits', down: false } as const
    const all = ids({ sort })
    expect(all).toHaveLength(40)
    expect([0, 15, 30].flatMap((offset) => ids({ sort, offset, limit: 15 }))).toEqual(all)
  })
})

describe('the order of the list', () => {
  test('the queue shows first who has waited longest, then the newest', () => {
    const { someone, talk, ids } = stage()
    const [first, second, third, fourth] = [1, 2, 3, 4].map((digit) => someone({ digit, startedAt: noon + digit }).id)
    talk(1, { conversation: 1, state: 'waiting', agent: null, agentName: null, since: noon + 50 })
    talk(3, { conversation: 3, state: 'waiting', agent: null, agentName: null, since: noon + 20 })
    expect(ids({ sort: { by: 'queue', down: true } })).toEqual([third, first, fourth, second] as number[])
  })

  test('Chinese stands by its sound, not by its code', () => {
    const { someone, sorted } = stage()
    for (const title of ['重庆', '北京', '安徽', '广东']) someone({ title })
    expect(sorted('page').map((row) => row.title)).toEqual(['安徽', '北京', '重庆', '广东'])
    expect(sorted('page', true).map((row) => row.title)).toEqual(['广东', '重庆', '北京', '安徽'])
  })

  test('numbers in texts stand by their value', () => {
    const { someone, sorted } = stage()
    for (const title of ['Page 10', 'Page 9', 'Page 100']) someone({ title })
    expect(sorted('page').map((row) => row.title)).toEqual(['Page 9', 'Page 10', 'Page 100'])
  })

  test('a list whose texts all come between the same two is in order at its first reading', () => {
    const { someone, sorted } = stage()
    const titles = ['甲', '乙', ...Array.from({ length: 400 }, (_, n) => `乙 ${400 - n}`)]
    for (const title of titles) someone({ digit: 1 + (titles.indexOf(title) % 250), title })
    const first = sorted('page').map((row) => row.title)
    expect(first).toEqual([...titles].sort(new Intl.Collator('zh-CN', { numeric: true }).compare).slice(0, 50))
  })

  test('people without a name stand at their place, by their number', () => {
    const { someone, sorted } = stage()
    const place = { country: 'CN', region: 'GD', city: null }
    for (const digit of [200, 3, 90]) someone({ digit, place })
    const numbers = sorted('name').map((row) => Number(row.number))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(3)
  })

  test('addresses stand beside their neighbours', () => {
    const { someone, sorted } = stage()
    for (const address of ['10.0.0.9', '2001:db8::1', '9.255.0.1', '10.0.0.10']) someone({ address })
    expect(sorted('address').map((row) => row.address)).toEqual(['9.255.0.1', '10.0.0.9', '10.0.0.10', '2001:db8::1'])
  })

  test('time on the site is the time with a page in view', () => {
    const { someone, show, sorted } = stage()
    const [looks, looksAway] = [someone({ digit: 1 }), someone({ digit: 2, startedAt: noon - minute })]
    show(looksAway, 'page 2', false, noon - minute + 1_000)
    expect(sorted('stay', true).map((row) => row.id)).toEqual([looks.id, looksAway.id])
  })

  test.each([...sortKeys])('%s downwards is the reverse of upwards', (by) => {
    const { someone, sorted, talk, openPage } = stage()
    for (const [n, region] of ['GD', 'BJ', 'ZJ'].entries()) {
      const guest = someone({
        digit: n + 1,
        place: { country: 'CN', region, city: null },
        startedAt: noon - n * 1_000,
        visits: 3 - n,
        title: `Title ${n}`,
        address: `10.0.0.${9 - n}`,
        source: { ...direct, keyword: `word ${n}` }
      })
      for (let page = 0; page < n; page++) openPage(guest, `page ${n + 1}`, { url: `https://shop.example/${page}`, title: `${page}`, visible: true }, noon)
    }
    talk(1, { conversation: 1, state: 'waiting', agent: null, agentName: null, since: noon })
    talk(2, { conversation: 2, state: 'open', agent: 1, agentName: 'Chen', since: noon })
    const up = sorted(by).map((row) => row.id)
    expect(new Set(up).size).toBe(3)
    expect(sorted(by, true).map((row) => row.id)).toEqual(up.reverse())
  })
})

describe('finding somebody in the list', () => {
  const shenzhen = { country: 'CN', region: 'GD', city: 'Shenzhen' }

  test('by place, page, address, keyword and the number behind the place', () => {
    const { someone, page } = stage()
    const guest = someone({
      place: shenzhen,
      title: '宋式汝窑盖碗',
      address: '198.51.100.4',
      source: { ...direct, kind: 'search', engine: 'baidu', keyword: '茶具 送礼' }
    })
    someone()
    for (const text of ['深圳', '汝窑', '198.51', '送礼', `深圳 ${guest.number}`, '茶具 深圳'])
      expect(page({ text }).rows.map((row) => row.id)).toEqual([guest.id])
  })

  test('all words must occur, in any order and case, wide or narrow', () => {
    const { someone, page } = stage()
    someone({ title: 'Tea Bowl 2019' })
    expect(page({ text: 'bowl TEA' }).total).toBe(1)
    expect(page({ text: 'ＴＥＡ ２０１９' }).total).toBe(1)
    expect(page({ text: 'tea cup' }).total).toBe(0)
  })

  test('by the source and the name as the reader sees them', () => {
    const wording = { source: () => '百度搜索', name: () => '深圳访客 3821' }
    const { someone, page } = stage()
    someone({ source: { ...direct, kind: 'search', engine: 'baidu' } })
    expect(page({ text: '百度', wording }).total).toBe(1)
    expect(page({ text: '深圳访客 3821', wording }).total).toBe(1)
  })

  test('a page that was opened meanwhile is found, the one before is not any more', () => {
    const { someone, page, openPage } = stage()
    const guest = someone({ digit: 1, title: 'First' })
    expect(page({ text: 'first' }).total).toBe(1)
    openPage(guest, 'page 1', { url: 'https://shop.example/2', title: 'Second', visible: true }, noon)
    expect(page({ text: 'first' }).total).toBe(0)
    expect(page({ text: 'second' }).total).toBe(1)
  })

  test('signs that mean something to searches are only signs', () => {
    const { someone, page } = stage()
    someone({ title: '100% "tea"* (new)' })
    for (const text of ['100%', '"tea"*', '(new)']) expect(page({ text }).total).toBe(1)
    expect(page({ text: '.*' }).total).toBe(0)
  })
})
