import { expect, test } from 'bun:test'
import { createHub, type TabSocket } from '#src/realtime/index.ts'

const socket = (): TabSocket => ({ send: () => {}, close: () => {} })

test('a thread is shown from the moment its page has a socket until it has none, and watchers are told of both', () => {
  const hub = createHub(() => 0)
  const told: boolean[] = []
  hub.watchThreads(({ thread }) => thread !== null && told.push(hub.tabsShowing(thread).length > 0))
  const id = hub.openTab(1, 1)
  const tab = hub.tab(id, 1, 1)
  if (!tab) throw new Error('no tab')
  hub.show(id, 1, { thread: 7 })
  const line = socket()
  hub.connect(tab, line)
  hub.disconnect(id, line)
  expect(told).toEqual([false, true, false])
})

test('a tab belongs to whoever opened it', () => {
  const hub = createHub(() => 0)
  const id = hub.openTab(1, 1)
  expect(hub.tab(id, 2, 2)).toBeNull()
  expect(hub.tab('not a tab', 1, 1)).toBeNull()
})
