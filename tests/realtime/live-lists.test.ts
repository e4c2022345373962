import { describe, expect, test } from 'bun:test'
import { createLiveLists, type KeyedRow, refreshEvery, type Tab } from '#src/realtime/index.ts'

/** A clock that a test turns, with what was planned on it. */
function clockwork() {
  let now = 0
  let planned: { at: number; work: () => void }[] = []
  return {
    clock: () => now,
    later: (ms: number, work: () => void) => void planned.push({ at: now + ms, work }),
    /** Work takes time as well: what a render costs. */
    spend: (ms: number) => {
      now += ms
    },
    run(ms: number) {
      const end = now + ms
      for (;;) {
        const next = planned.filter((plan) => plan.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        planned = planned.filter((plan) => plan !== next)
        now = Math.max(now, next.at)
        next.work()
      }
      now = Math.max(now, end)
    }
  }
}

function tabOf(id: string, view: string, heard: string[] = []): Tab & { heard: string[] } {
  const socket = { send: (text: string) => void heard.push(text), close: () => {} }
  return { id, person: 1, session: 1, socket, alone: 0, thread: null, views: new Map([['list', view]]), heard }
}

function stage(tabs: Tab[], cost = 0) {
  const wheels = clockwork()
  const renders: { view: string; at: number }[] = []
  const rows: KeyedRow[] = []
  const lists = createLiveLists({ tabs: () => tabs, push: (tab, html) => tab.socket?.send(html), ...wheels })
  lists.add({
    region: 'list',
    place: { id: 'list', tag: 'ul' },
    contentOf(view) {
      renders.push({ view, at: wheels.clock() })
      wheels.spend(cost)
      return { rows: [...rows] }
    }
  })
  const change = (look = String(renders.length)) => {
    rows[0] = { id: 'a', look, html: () => `<li id="a">${look}</li>` }
    lists.touch('list')
  }
  return { ...wheels, lists, renders, change }
}

describe('lists that change by themselves', () => {
  test('a change is on the page well within a second', () => {
    const tab = tabOf('1', 'all')
    const { run, change } = stage([tab])
    change()
    run(100)
    expect(tab.heard).toHaveLength(1)
  })

  test('one that changes all the time is rendered twice a second', () => {
    const { run, change, renders } = stage([tabOf('1', 'all')])
    for (let turn = 0; turn < 1_000; turn++) {
      change(`look ${turn}`)
      run(10)
    }
    expect(renders.length).toBeGreaterThanOrEqual(18)
    expect(renders.length).toBeLessThanOrEqual(20)
    const pauses = renders.slice(1).map((render, n) => render.at - (renders[n]?.at ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(refreshEvery)
  })

  test('tabs with the same view share one render, others have their own', () => {
    const tabs = [tabOf('1', 'all'), tabOf('2', 'all'), tabOf('3', 'waiting')]
    const { run, change, renders } = stage(tabs)
    change()
    run(400)
    expect(renders.map(({ view }) => view).sort()).toEqual(['all', 'waiting'])
    expect(tabs.map((tab) => tab.heard.length)).toEqual([1, 1, 1])
  })

  test('nothing is rendered while no connected tab shows it', () => {
    const elsewhere = { ...tabOf('1', 'all'), views: new Map([['another', 'all']]) }
    const asleep = { ...tabOf('2', 'all'), socket: null }
    const { run, change, renders } = stage([elsewhere, asleep])
    change()
    run(5_000)
    expect(renders).toEqual([])
  })

  test('a tab gets the difference from what its own page holds', () => {
    const [early, late] = [tabOf('1', 'all'), tabOf('2', 'all')]
    const { run, change, lists } = stage([early, late])
    change('first')
    run(1_000)
    lists.give(late, 'list', 'all', { rows: [{ id: 'a', look: 'second', html: () => '' }] })
    change('second')
    run(1_000)
    expect(early.heard).toHaveLength(2)
    expect(late.heard).toHaveLength(1)
  })

  test('what a door answers arrives before what the socket pushes', () => {
    const [tab, other] = [tabOf('1', 'all'), tabOf('2', 'all')]
    const { run, change, lists } = stage([tab, other])
    change('first')
    run(1_000)
    lists.give(tab, 'list', 'all', { rows: [{ id: 'a', look: 'first', html: () => '' }] })
    change('second')
    run(200)
    expect([tab.heard.length, other.heard.length]).toEqual([1, 2])
    run(500)
    expect(tab.heard[1]).toContain('second')
    run(5_000)
    expect([tab.heard.length, other.heard.length]).toEqual([2, 2])
  })

  test('what was pushed is not pushed again', () => {
    const tab = tabOf('1', 'all')
    const { run, change } = stage([tab])
    change('same')
    run(1_000)
    change('same')
    run(1_000)
    expect(tab.heard).toHaveLength(1)
  })

  test('a tab whose view became another is sent all of it', () => {
    const tab = tabOf('1', 'all')
    const { run, change, lists } = stage([tab])
    lists.give(tab, 'list', 'all', { rows: [{ id: 'a', look: 'same', html: () => '' }] })
    tab.views.set('list', 'waiting')
    change('same')
    run(1_000)
    expect(tab.heard[0]).toContain('<li id="a">same</li>')
  })

  test('a page without a place for it any more hears nothing', () => {
    const tab = tabOf('1', 'all')
    const { run, change, lists } = stage([tab])
    lists.take(tab, 'list')
    change()
    run(1_000)
    expect(tab.heard).toEqual([])
  })

  test('thirty costly views take turns and leave four fifths of the time to others', () => {
    const tabs = Array.from({ length: 30 }, (_, n) => tabOf(String(n), `view ${n}`))
    const { run, change, renders } = stage(tabs, 5)
    for (let turn = 0; turn < 100; turn++) {
      change()
      run(100)
    }
    expect(new Set(renders.map(({ view }) => view)).size).toBe(30)
    expect((renders.length * 5) / 10_000).toBeLessThanOrEqual(0.21)
    for (const tab of tabs) expect(tab.heard.length).toBeGreaterThan(10)
  })

  test('a list that throws does not stop the others', () => {
    const tabs = [tabOf('1', 'broken'), tabOf('2', 'all')]
    const wheels = clockwork()
    const lists = createLiveLists({ tabs: () => tabs, push: (tab, html) => tab.socket?.send(html), ...wheels })
    const contentOf = (view: string) => {
      if (view === 'broken') throw new Error('a fault of ours')
      return { rows: [{ id: 'a', look: 'a', html: () => '<li id="a"></li>' }] }
    }
    lists.add({ region: 'list', place: { id: 'list', tag: 'ul' }, contentOf })
    lists.touch('list')
    expect(() => wheels.run(100)).toThrow('a fault of ours')
    wheels.run(1_000)
    expect(tabs[1]?.heard).toHaveLength(1)
  })
})
